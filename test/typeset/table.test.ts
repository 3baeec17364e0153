import assert from 'node:assert/strict'
import type { Line, Page, Run } from '../../server/src/typeset/pages.ts'
import { layoutOf, linesOf, near, rectOf, runsOf } from './support.ts'

function source(table: string): string {
  return `---\n发文机关: 某某市人民政府\n发文机关标志: 无\n署名方式: 无\n---\n\n# 关于某事的通知\n\n各单位：\n\n现通知如下。\n\n${table}\n`
}

const rules = (page: Page) =>
  page.items.filter((item): item is Line => item.kind === 'line' && item.element === 'tableRule')
const texts = (page: Page) => runsOf(page.items).filter(({ element }) => element === 'tableCell')

describe('tables', () => {
  it('fill the width of the type area and stay inside it', () => {
    const layout = layoutOf(source('| 序号 | 任务 | 牵头单位 |\n|---|---|---|\n| 1 | 摸清底数 | 市教育局 |\n'))
    const { x, width } = rectOf(layout, 'table')
    near(x, 28)
    near(width, 156)
    for (const line of rules(layout.pages[0] as Page)) assert.ok(line.x1 > 27.99 && line.x2 < 184.01)
  })

  it('give the width to the columns that need it', () => {
    const long = '核查供热面积、热源能力和管网状况，建立台账，逐项整改并按期报告落实情况'
    const layout = layoutOf(source(`| 序号 | 具体内容 | 单位 |\n|---|---|---|\n| 1 | ${long} | 市局 |\n`))
    const verticals = [
      ...new Set(
        rules(layout.pages[0] as Page)
          .filter(({ x1, x2 }) => x1 === x2)
          .map(({ x1 }) => Math.round(x1)),
      ),
    ]
    const [first, second, third, fourth] = verticals.sort((a, b) => a - b) as [number, number, number, number]
    assert.ok(third - second > second - first && third - second > fourth - third)
    assert.equal(
      texts(layout.pages[0] as Page)
        .map(({ text }) => text)
        .filter((text) => long.includes(text) && text.length > 1)
        .join(''),
      long,
    )
  })

  it('repeat the head on every page', () => {
    const rows = Array.from({ length: 60 }, (_, index) => `| ${index + 1} | 摸清底数 |`).join('\n')
    const layout = layoutOf(source(`| 序号 | 任务 |\n|---|---|\n${rows}\n`))
    assert.ok(layout.pages.length > 2)
    for (const page of layout.pages) {
      const heads = texts(page).filter(({ text }) => text === '序号')
      assert.equal(heads.length, 1)
    }
    const numbers = layout.pages
      .flatMap((page) => texts(page).map(({ text }) => text))
      .filter((text) => /^\d+$/.test(text))
    assert.deepEqual(
      numbers,
      Array.from({ length: 60 }, (_, index) => String(index + 1)),
    )
  })

  it('draw no rule across joined cells', () => {
    const layout = layoutOf(
      source('| 序号 | 经费 | << |\n|---|---|---|\n| ^^ | 改造 | 补助 |\n| 1 | 甲 | 乙 |\n| 合计 | << | 丙 |\n'),
    )
    const lines = rules(layout.pages[0] as Page)
    const left = Math.min(...lines.map(({ x1 }) => x1))
    const tops = [...new Set(lines.filter(({ y1, y2 }) => y1 === y2).map(({ y1 }) => y1.toFixed(2)))].sort(
      (a, b) => Number(a) - Number(b),
    )
    assert.equal(tops.length, 5)
    // The rule between the two rows of the head leaves the joined first column out.
    const second = lines.filter(({ y1, y2 }) => y1 === y2 && y1.toFixed(2) === tops[1])
    assert.ok(second.every(({ x1 }) => x1 > left + 1))
  })

  it('become smaller rather than leave the page, and say so when even that is not enough', () => {
    const columns = (count: number) =>
      ['一', '-', '二']
        .map(
          (text) =>
            `|${Array(count)
              .fill(text === '-' ? '---' : `${text}某某`)
              .join('|')}|`,
        )
        .join('\n')
    assert.deepEqual(layoutOf(source(columns(12))).facts.problems, [])
    const wide = layoutOf(source(columns(40)))
    assert.deepEqual(
      wide.facts.problems.map(({ code }) => code),
      ['table-too-wide'],
    )
    near(rectOf(wide, 'table').width, 156)
  })

  it('have unit and caption above and notes below', () => {
    const layout = layoutOf(source('单位：万元\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n注：截至8月底。\n'))
    const page = layout.pages[0] as Page
    assert.deepEqual(linesOf(page, 'unit'), ['单位：万元'])
    assert.deepEqual(linesOf(page, 'tableNote'), ['注：截至8月底。'])
    const unit = rectOf(layout, 'unit')
    near(unit.x + unit.width, 184)
    assert.ok(unit.y < rectOf(layout, 'table').y && rectOf(layout, 'tableNote').y > rectOf(layout, 'table').y)
  })

  it('align numbers on the decimal point, and texts as the drafter says', () => {
    const rows = '| 甲 | 1250.5 | 乙 |\n| 丙 | 86 | 丁 |\n| 戊 | — | 己 |\n| 庚 | 0.125 | 辛 |'
    const layout = layoutOf(source(`| 项目 | 金额 | 备注 |\n|---|--:|---|\n${rows}\n`))
    const point = (text: string) => {
      const run = texts(layout.pages[0] as Page).find((each) => each.text === text) as Run
      // Digits and points of these faces are half a character wide.
      return run.x + ((text.includes('.') ? text.indexOf('.') : text.length) * run.size * 25.4) / 144
    }
    near(point('86'), point('1250.5'))
    near(point('0.125'), point('1250.5'))
  })

  it('keep a head with the first row below it, and never draw it twice', () => {
    for (let lines = 1; lines < 30; lines++) {
      const layout = layoutOf(
        source(`${'一行。\n'.repeat(lines)}\n单位：万元\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n`),
      )
      const head = layout.pages.findIndex((page) => texts(page).some(({ text }) => text === '甲'))
      const page = layout.pages[head] as Page
      assert.equal(texts(page).filter(({ text }) => text === '甲').length, 1)
      assert.ok(texts(page).some(({ text }) => text === '1'))
      assert.equal(linesOf(page, 'unit').length, 1)
    }
  })

  it('part a row that is higher than a page, line by line, and keep every other row whole', () => {
    const long = '供热面积、热源能力和管网状况。'.repeat(120)
    const layout = layoutOf(source(`| 序号 | 内容 |\n|---|---|\n| 1 | ${long} |\n| 2 | 完 |\n`))
    const cells = layout.pages.map((page) => texts(page).filter(({ x }) => x > 40))
    assert.ok(layout.pages.length > 2)
    for (const run of cells.flat()) assert.ok(run.baseline < 262.1 && run.baseline > 37)
    const printed = cells.map((page) => page.filter(({ text }) => text !== '内容').map(({ text }) => text))
    assert.equal(printed.flat().join(''), `${long}完`)
  })

  it('part the rows of a joined cell over pages when they are higher than one', () => {
    const rows = Array.from({ length: 60 }, (_, index) => `| ${index === 0 ? '城区各学校' : '^^'} | ${index + 1} |`)
    const layout = layoutOf(source(`| 区域 | 序号 |\n|---|---|\n${rows.join('\n')}\n`))
    assert.ok(layout.pages.length > 2)
    for (const page of layout.pages) for (const { y2 } of rules(page)) assert.ok(y2 < 262.1)
    assert.equal(texts(layout.pages[0] as Page).filter(({ text }) => text === '城区各学校').length, 1)
  })

  it('are closed by a rule at the bottom of each page and opened at the top of the next', () => {
    const rows = Array.from({ length: 60 }, () => '| 甲 | 乙 |').join('\n')
    for (const head of ['| 序号 | 任务 |', '| | |']) {
      for (const page of layoutOf(source(`${head}\n|---|---|\n${rows}\n`)).pages) {
        const edges = rules(page).flatMap(({ y1, y2 }) => [y1, y2])
        const wide = rules(page).filter(({ x1, x2 }) => x2 - x1 > 155.9)
        assert.ok(wide.some(({ y1 }) => y1 === Math.min(...edges)))
        assert.ok(wide.some(({ y1 }) => y1 === Math.max(...edges)))
      }
    }
  })

  it('are told to readers of the structure as rows and cells, the repeated head as no content', () => {
    const rows = Array.from({ length: 40 }, () => '| 甲 | |').join('\n')
    const layout = layoutOf(source(`| 序号 | 任务 |\n|---|---|\n${rows}\n`))
    const places = new Set<unknown>()
    const ids = new Set<number | undefined>()
    for (const page of layout.pages) {
      for (const { tag, items, id } of page.structure) {
        if (tag !== 'Table') continue
        ids.add(id)
        for (const item of items.map((index) => page.items[index])) if (item?.kind === 'line') places.add(item.cell)
      }
    }
    places.delete(undefined)
    assert.equal(ids.size, 1)
    assert.equal(places.size, 2 * 41)
  })

  it('of 3,000 rows are set', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `| ${index + 1} | 甲 |`).join('\n')
    const layout = layoutOf(source(`| 序号 | 任务 |\n|---|---|\n${rows}\n`))
    assert.equal(layout.pages.flatMap(texts).filter(({ text }) => text === '甲').length, 3000)
  }).timeout(20_000)
})
