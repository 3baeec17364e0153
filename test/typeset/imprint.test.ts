import assert from 'node:assert/strict'
import type { Line, Page } from '../../server/src/typeset/pages.ts'
import { layoutOf, linesOf, near, rectOf, runsOf } from './support.ts'

const FOURTH = (14 * 25.4) / 72

function source(front = '', lines = 1): string {
  const keys = `抄送: 市委各部门，市政协办公室\n印发机关: 某某市人民政府办公室\n印发日期: 2026年11月23日\n${front}`
  const body = Array(lines).fill('现就有关事项通知如下。').join('\n\n')
  return `---\n发文机关: 某某市人民政府\n发文机关标志: 无\n成文日期: 2026年11月22日\n${keys}\n---\n\n# 关于某事的通知\n\n各单位：\n\n${body}\n`
}

const rules = (page: Page) =>
  page.items
    .filter((item): item is Line => item.kind === 'line' && item.element === 'imprintLine')
    .sort((a, b) => a.y1 - b.y1)

describe('版记 (GB/T 9704—2012 7.4)', () => {
  it('ends on the lower edge of the type area: thick, thin, thick lines of its width (7.4.1)', () => {
    const [page] = layoutOf(source()).pages
    const lines = rules(page as Page)
    assert.deepEqual(
      lines.map(({ weight }) => weight),
      [0.35, 0.25, 0.35],
    )
    near(lines.at(-1)?.y1 ?? 0, 262)
    for (const { x1, x2 } of lines) {
      near(x1, 28)
      near(x2, 184)
    }
  })

  it('sets 抄送 in 4号 one character in, hanging, with 。 at its end (7.4.2)', () => {
    const names = Array(12).fill('市人民政府某某办公室').join('，')
    const layout = layoutOf(source().replace('市委各部门，市政协办公室', names))
    const lines = linesOf(layout.pages[0] as Page, 'copyTo')
    assert.equal(lines.join(''), `抄送：${names}。`)
    assert.ok(lines.length > 1)
    const runs = runsOf((layout.pages[0] as Page).items).filter((run) => run.element === 'copyTo')
    near(runs[0]?.x ?? 0, 28 + FOURTH)
    const last = Math.max(...runs.map(({ baseline }) => baseline))
    near(Math.min(...runs.filter(({ baseline }) => baseline === last).map(({ x }) => x)), 28 + 4 * FOURTH)
    assert.equal(runs[0]?.size, 14)
  })

  it('puts 印发机关 left and 印发日期 with 印发 right, one character in (7.4.3)', () => {
    const layout = layoutOf(source())
    assert.deepEqual(linesOf(layout.pages[0] as Page, 'printDate'), ['2026年11月23日印发'])
    near(rectOf(layout, 'printer').x, 28 + FOURTH)
    const date = rectOf(layout, 'printDate')
    near(date.x + date.width, 184 - FOURTH)
  })

  it('shares the page of the text where its lines need be drawn together by 0.2 mm at most', () => {
    const pitches = Array.from({ length: 12 }, (_, step) => 10.2 + step * 0.05)
    const layouts = pitches.flatMap((linePitch) =>
      [9, 10, 11, 12, 13, 14, 15].map((lines) => layoutOf(source('', lines), {}, { linePitch })),
    )
    const drawn = layouts.filter(({ facts: { adjusted, pages } }) =>
      adjusted.some(({ from, to }) => pages === 1 && to < from && from - to <= 0.2 + 1e-9),
    )
    assert.ok(drawn.length > 0)
    for (const layout of drawn) assert.equal(rules(layout.pages[0] as Page).length, 3)
  })

  it('takes a page of its own where it does not fit, numbered as no blank page stands before it (7.4.1, 7.5)', () => {
    const layout = layoutOf(source('', 8))
    assert.equal(rules(layout.pages.at(-1) as Page).length, 3)
    const last = layout.pages.at(-1) as Page
    assert.deepEqual(
      layout.pages.map(({ number }) => number),
      layout.pages.map((_, index) => index + 1),
    )
    const bottoms = runsOf(last.items).filter(
      ({ element }) => !['pageNumber', 'printer', 'printDate', 'copyTo'].includes(element),
    )
    for (const run of bottoms) assert.ok(run.baseline < (rules(last)[0]?.y1 ?? 0))
  })

  it('stands on an even page when printed on both sides (7.4.1)', () => {
    const layout = layoutOf(source(), { layout: { duplex: true } })
    assert.equal(layout.pages.length, 2)
    assert.equal(rules(layout.pages[0] as Page).length, 0)
    assert.equal(rules(layout.pages[1] as Page).length, 3)
  })

  it('leaves a page blank before it where the text ends on a back side; neither carries a number (7.5)', () => {
    const lines = [20, 22, 24, 26, 28, 30, 32, 34].find((count) => {
      const { pages } = layoutOf(source('', count))
      return pages.length === 3 && linesOf(pages[2] as Page, 'body', 'issueDate').length === 0
    })
    assert.ok(lines)
    const layout = layoutOf(source('', lines), { layout: { duplex: true } })
    assert.deepEqual(
      layout.pages.map(({ number }) => number),
      [1, 2, null, null],
    )
    assert.equal(layout.pages[2]?.items.length, 0)
    assert.equal(rules(layout.pages[3] as Page).length, 3)
  })

  it('moves no line for 版记 on a front side, as it stands on the back in any case (7.4.1)', () => {
    for (let lines = 1; lines <= 40; lines++) {
      const withImprint = source('', lines)
      const without = withImprint.replace(/抄送[\s\S]*印发日期.*/, '')
      const onFronts = (text: string) =>
        layoutOf(text, { layout: { duplex: true } }, { linePitch: 10.3 }).facts.adjusted.filter(
          ({ page }) => page % 2 === 0,
        )
      assert.deepEqual(onFronts(withImprint), onFronts(without))
    }
  })

  it('takes 主送 that would leave no text on the first page (7.3.2)', () => {
    const many = Array.from({ length: 60 }, (_, index) => `某某市第${index}区人民政府办公室`).join('，')
    const layout = layoutOf(source().replace('各单位：', `${many}：`))
    const [first] = layout.pages as [Page]
    assert.ok(linesOf(first, 'body').length > 0)
    const printed = layout.pages.slice(-2).flatMap((page) => linesOf(page, 'addressee'))
    assert.equal(printed.join(''), `主送：${many}。`)
  })

  it('puts no line between 主送 and 抄送 below it (7.4.2)', () => {
    const page = layoutOf(source('主送位置: 版记')).pages.at(-1) as Page
    const [first, second] = rules(page) as [Line, Line]
    const texts = runsOf(page.items).filter(({ element }) => element === 'addressee' || element === 'copyTo')
    for (const { baseline } of texts) assert.ok(baseline > first.y1 && baseline < second.y1)
    assert.deepEqual(
      texts.map(({ element }) => element).filter((element, index, all) => element !== all[index - 1]),
      ['addressee', 'copyTo'],
    )
  })
})

describe('页码 (7.5)', () => {
  it('reads — 1 —, in 4号宋体, right on odd and left on even pages, one character in, dash 7 mm below', () => {
    const layout = layoutOf(source('', 30))
    layout.pages.forEach((page, index) => {
      if (page.number === null) return
      const runs = runsOf(page.items).filter((run) => run.element === 'pageNumber')
      assert.equal(runs.map(({ text }) => text.trim()).join(' '), `— ${index + 1} —`)
      for (const { size, face } of runs) assert.ok(size === 14 && face === '宋体')
      const dash = runs[0]
      assert.ok(dash)
      near(dash.baseline - 0.84 * FOURTH, 269)
      const right = (runs.at(-1)?.x ?? 0) + FOURTH
      if (index % 2 === 0) near(right, 184 - FOURTH)
      else near(dash.x, 28 + FOURTH)
    })
  })
})
