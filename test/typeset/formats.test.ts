import assert from 'node:assert/strict'
import type { Line, Page, Run } from '../../server/src/typeset/pages.ts'
import { layoutOf, linesOf, near, rectOf, runOf, runsOf, topOf } from './support.ts'

const PITCH = 10.447
const LEADING = PITCH - (16 * 25.4) / 72

const inkTop = (run: { baseline: number; size: number }) => run.baseline - (0.84 * run.size * 25.4) / 72
const inkBottom = (run: { baseline: number; size: number }) => run.baseline + (0.08 * run.size * 25.4) / 72
const redLines = (page: Page) =>
  page.items.filter((item): item is Line => item.kind === 'line' && item.element === 'redLine')

describe('信函格式 (GB/T 9704—2012 10.1)', () => {
  const source = `---\n格式: 信函\n发文机关: 某某市财政局\n发文字号: 某财函〔2026〕8号\n密级: 秘密\n紧急程度: 特急\n成文日期: 2026年5月8日\n抄送: 市审计局\n---\n\n# 关于某事的函\n\n某某局：\n\n${Array(30).fill('专此函达，请予支持。').join('\n\n')}\n`
  const layout = layoutOf(source)
  const [first, second] = layout.pages as [Page, Page]

  it('puts the ink of the mark, without 文件, 30 mm below the paper’s edge', () => {
    const mark = runOf(layout, 'issuerMark')
    assert.equal(mark.text, '某某市财政局')
    near(inkTop(mark), 30)
  })

  it('draws a thick over a thin line 4 mm below, a thin over a thick one 20 mm above the edge, 170 mm wide', () => {
    const [thick, thin, thin2, thick2] = redLines(first) as [Line, Line, Line, Line]
    assert.ok(thick.weight > thin.weight && thin2.weight < thick2.weight)
    near(thick.y1 - thick.weight / 2, inkBottom(runOf(layout, 'issuerMark')) + 4)
    near(thin2.y1 - thin2.weight / 2, 277)
    for (const line of [thick, thin, thin2, thick2]) {
      near(line.x2 - line.x1, 170)
      near((line.x1 + line.x2) / 2, 106)
    }
    assert.equal(redLines(second).length, 0)
  })

  it('sets 发文字号 right and 密级 left, 7/8 of a 3号 character under the line; the title two lines below the last', () => {
    const thin = redLines(first)[1] as Line
    const gap = thin.y1 + thin.weight / 2 + (7 / 8) * ((16 * 25.4) / 72)
    near(topOf(runOf(layout, 'docNumber')), gap)
    near(topOf(runOf(layout, 'secrecy')), gap)
    near(topOf(runOf(layout, 'urgency')), gap + PITCH)
    const number = rectOf(layout, 'docNumber')
    near(number.x + number.width, 184)
    near(topOf(runOf(layout, 'title')), gap + 4 * PITCH)
  })

  it('numbers from page 2 on, and has 版记 without lines', () => {
    assert.equal(first.number, null)
    assert.equal(second.number, 2)
    const last = layout.pages.at(-1) as Page
    assert.deepEqual(linesOf(last, 'copyTo'), ['抄送：市审计局。'])
    assert.equal(last.items.filter((item) => item.kind === 'line').length, 0)
  })
})

describe('命令（令）格式 (10.2)', () => {
  const source = `---\n格式: 命令\n发文机关: 某某市人民政府\n令号: 第12号\n签署人: 市长 王某某\n成文日期: 2026年5月8日\n---\n\n《某某办法》已经通过，现予公布。\n`
  const layout = layoutOf(source)

  it('puts the ink of the mark 20 mm below the type area’s upper edge, without a red line', () => {
    const mark = runOf(layout, 'issuerMark')
    assert.equal(mark.text, '某某市人民政府令')
    near(inkTop(mark), 57)
    assert.equal(redLines(layout.pages[0] as Page).length, 0)
  })

  it('leaves two blank lines to 令号 and two more to the text', () => {
    const number = runOf(layout, 'orderNumber')
    near(topOf(number), inkBottom(runOf(layout, 'issuerMark')) + 2 * PITCH + LEADING)
    near(topOf(runOf(layout, 'body')), topOf(number) + 3 * PITCH)
  })

  it('is signed with 签名章', () => {
    assert.deepEqual(
      layout.seals.map(({ kind, issuer }) => [kind, issuer]),
      [['签名章', '王某某']],
    )
  })
})

describe('纪要格式 (10.3)', () => {
  const source = `---\n格式: 纪要\n发文机关: 某某市人民政府办公室\n发文机关标志: 某某市人民政府常务会议纪要\n成文日期: 2026年5月8日\n---\n\n会议研究了有关工作。\n\n出席：${Array(12).fill('王某某').join('、')}\n\n列席：朱某某\n`
  const layout = layoutOf(source)

  it('puts the ink of the mark 35 mm below the type area’s upper edge', () => {
    near(inkTop(runOf(layout, 'issuerMark')), 72)
  })

  it('sets 出席 a blank line below the text, label 黑体 two characters in, names aligned behind its colon', () => {
    const runs = runsOf((layout.pages[0] as Page).items).filter(({ element }) => element === 'attendance')
    const [label, names] = runs as [Run, Run]
    assert.equal(label.text, '出席：')
    assert.equal(label.face, '黑体')
    near(label.x, 28 + (2 * 156) / 28)
    near(label.baseline, runOf(layout, 'body').baseline + 2 * PITCH)
    const second = runs.find(({ baseline }) => baseline > label.baseline + 1) as Run
    near(second.x, names.x)
  })

  it('prints 出席 given as a key the same way', () => {
    const keys = source
      .replace(/出席：.*/, '')
      .replace(/列席：.*/, '')
      .replace('---\n', '---\n出席: [王某某, 李某某]\n列席: 朱某某\n')
    assert.deepEqual(linesOf(layoutOf(keys).pages[0] as Page, 'attendance'), ['出席：王某某、李某某', '列席：朱某某'])
  })

  it('has no 署名', () => assert.equal(layout.seals.length, 0))
})

describe('联合行文 (7.2.4)', () => {
  it('stacks the names, spread to equal width, 文件 to their right', () => {
    const layout = layoutOf(
      '---\n发文机关: [某某市教育局, 某某市发展和改革委员会]\n---\n\n# 关于某事的通知\n\n各单位：\n\n现通知如下。\n',
    )
    const marks = runsOf((layout.pages[0] as Page).items).filter(({ element }) => element === 'issuerMark')
    assert.deepEqual(
      marks.map(({ text }) => text),
      ['某某市教育局', '某某市发展和改革委员会', '文件'],
    )
    const [short, long, word] = marks as [Run, Run, Run]
    near(short.x, long.x)
    near(widthOf(short), widthOf(long))
    assert.ok(word.x > long.x + widthOf(long))
    near(inkTop(word) - inkTop(short), inkBottom(long) - inkBottom(word))
    assert.ok(word.size > long.size)
  })

  /** From the first glyph to the end of the last. */
  function widthOf(run: Run): number {
    const count = [...run.text].length
    return ((count * run.size * (run.scale ?? 1) + (count - 1) * run.pitch) * 25.4) / 72
  }
})
