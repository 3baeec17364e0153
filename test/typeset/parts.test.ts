import assert from 'node:assert/strict'
import type { Page } from '../../server/src/typeset/pages.ts'
import { layoutOf, linesOf, near, rectOf, runOf, topOf } from './support.ts'

const CELL = 156 / 28
const PITCH = 10.447

const page = (layout: { pages: readonly Page[] }, index: number) => layout.pages[index] as Page

function source(rest: string, body = '为做好有关工作，现通知如下。'): string {
  return `---\n发文机关: 某某市人民政府\n发文机关标志: 无\n成文日期: 2026年11月22日\n---\n\n# 关于某事的通知\n\n各单位：\n\n${body}\n\n${rest}`
}

const LONG = '某某市高新技术产业开发区和经济技术开发区重点建设项目推进情况汇总表'

describe('附件说明 (GB/T 9704—2012 7.3.4)', () => {
  it('one: a blank line below the text, label at 2, name at 5 characters, no ordinal', () => {
    const layout = layoutOf(source('::附件[任务分工表]\n甲。\n'))
    assert.deepEqual(linesOf(page(layout, 0), 'attachmentNote'), ['附件：任务分工表'])
    const note = rectOf(layout, 'attachmentNote')
    near(note.x, 28 + 2 * CELL)
    near(note.y, rectOf(layout, 'body').y + 2 * PITCH)
  })

  it('several: ordinals at 5, names at 6 characters; a long name hangs under its first character', () => {
    const layout = layoutOf(source(`::附件[${LONG}]\n甲。\n\n::附件[清单]\n乙。\n`))
    const [first, second, third] = linesOf(page(layout, 0), 'attachmentNote')
    assert.match(first as string, /^附件：1\.某某市/)
    assert.equal(third, '2.清单')
    const runs = page(layout, 0).items.filter((item) => item.kind === 'run' && item.element === 'attachmentNote')
    const at = (text: string) => {
      const run = runs.find((item) => item.kind === 'run' && item.text.startsWith(text))
      assert.ok(run?.kind === 'run')
      return run.x
    }
    near(at('1.'), 28 + 5 * CELL)
    near(at('某某市'), 28 + 6 * CELL)
    near(at((second as string).slice(0, 4)), 28 + 6 * CELL)
    near(at('2.'), 28 + 5 * CELL)
    near(at('清单'), 28 + 6 * CELL)
  })

  it('carries no mark behind a name', () => {
    const layout = layoutOf(source('::附件[任务分工表。]\n甲。\n'))
    assert.deepEqual(linesOf(page(layout, 0), 'attachmentNote'), ['附件：任务分工表'])
  })

  it('names 另附 files that are not printed', () => {
    const layout = layoutOf(source('::附件[名单]{另附 文件="名单.xlsx"}\n\n::附件[清单]\n甲。\n'))
    assert.deepEqual(linesOf(page(layout, 0), 'attachmentNote'), ['附件：1.名单', '2.清单'])
    assert.deepEqual(linesOf(page(layout, 1), 'attachmentLabel'), ['附件2'])
  })
})

describe('附件 (7.3.7)', () => {
  it('begins a new page: label on line 1 flush left in 黑体 without a colon, title on line 3 in the middle', () => {
    const layout = layoutOf(source('::附件[任务分工表]\n甲。\n\n'))
    const label = runOf(layout, 'attachmentLabel', 1)
    assert.equal(label.text, '附件')
    assert.equal(label.face, '黑体')
    near(topOf(label), 37)
    near(label.x, 28)
    const title = runOf(layout, 'title', 1)
    near(topOf(title), 37 + 2 * PITCH)
    const { x, width } = rectOf(layout, 'title', 1)
    near(x + width / 2, 106)
  })

  it('continues the page numbers and has a bookmark', () => {
    const layout = layoutOf(source('::附件[任务分工表]\n甲。\n\n'))
    assert.deepEqual(
      layout.pages.map(({ number }) => number),
      [1, 2],
    )
    assert.deepEqual(
      layout.outline.map(({ title, page: at }) => [title, at]),
      [
        ['关于某事的通知', 0],
        ['任务分工表', 1],
      ],
    )
  })

  it('prints an issued text on a new page without a label, before or behind 附件 as in the source', () => {
    const layout = layoutOf(source('::印发[某某办法]\n第一条　为了管理，制定本办法。\n'))
    assert.deepEqual(linesOf(page(layout, 1), 'title'), ['某某办法'])
    assert.deepEqual(linesOf(page(layout, 1), 'heading', 'body'), ['第一条为了管理，制定本办法。'])
    assert.deepEqual(linesOf(page(layout, 1), 'attachmentLabel'), [])
  })

  it('turns the pages of a 横排 attachment by 90°, head to the left, page number upright (clause 8)', () => {
    const layout = layoutOf(source('::附件[任务分工表]{横排}\n\n| 序号 | 任务 |\n|---|---|\n| 1 | 甲 |\n'))
    const turned = page(layout, 1).items.filter((item) => item.kind === 'turned')
    assert.ok(turned.length > 0)
    for (const item of turned) assert.ok(item.kind === 'turned' && item.about.x === 28 && item.about.y === 262)
    const number = page(layout, 1).items.filter((item) => item.kind === 'run')
    assert.equal(number.map((item) => (item.kind === 'run' ? item.text : '')).join(''), '—2—')
    const label = rectOf(layout, 'attachmentLabel')
    near(label.x, 28)
    near(label.y + label.height, 262)
  })
})

describe('levels (7.3.3)', () => {
  it('sets them in 黑体, 楷体, 仿宋, 仿宋, two characters in; a run-in heading to its 。', () => {
    const body = '一、总体要求\n\n（一）加强领导。各级要加强领导。\n\n1.统一格式\n\n（1）甲类'
    const layout = layoutOf(source('', body))
    const runs = page(layout, 0).items.filter((item) => item.kind === 'run')
    const face = (text: string) => runs.find((item) => item.kind === 'run' && item.text.startsWith(text))
    assert.equal((face('一、总体') as { face: string }).face, '黑体')
    assert.equal((face('（一）加强领导。') as { face: string }).face, '楷体')
    assert.equal((face('各级要') as { face: string }).face, '仿宋')
    assert.equal((face('统一格式') as { face: string }).face, '仿宋')
    for (const rect of layout.facts.elements.filter(({ element }) => element === 'heading'))
      near(rect.rect.x, 28 + 2 * CELL)
  })

  it('keeps a heading on the page of its text', () => {
    for (let count = 8; count < 16; count++) {
      const body = `${Array(count).fill('现就有关事项通知如下。').join('\n\n')}\n\n一、总体要求\n\n各单位要抓好落实。`
      const layout = layoutOf(source('', body))
      const at = layout.facts.elements.find(({ element }) => element === 'heading')?.page ?? 0
      const lines = linesOf(page(layout, at), 'heading', 'body')
      assert.notEqual(lines.at(-1), '一、总体要求', `${count} lines`)
    }
  })
})

describe('sources and problems', () => {
  it('gives every run of the text the place it was typed at', () => {
    const text = source('::附件[任务分工表]\n甲单位。\n', '一、总体要求\n\n（一）加强领导。各级“要”加强2026年领导。')
    const layout = layoutOf(text)
    const sectionsJoined = text.slice(text.indexOf('---\n', 4) + 4)
    for (const { items } of layout.pages) {
      for (const item of items) {
        if (item.kind !== 'run' || !item.source || item.source.section < 0) continue
        if (!['body', 'heading', 'title', 'addressee'].includes(item.element)) continue
        assert.ok(sectionsJoined.includes(item.text))
        assert.equal(item.source.span.end - item.source.span.start, item.text.length, item.text)
      }
    }
  })

  it('names a character that no face has, with its place', () => {
    const { problems } = layoutOf(source('', '龘某某同志。')).facts
    assert.deepEqual(
      problems.map(({ code, args }) => [code, ...args]),
      [['glyph-missing', '龘', '仿宋']],
    )
    assert.equal((problems[0]?.source?.span.end ?? 0) - (problems[0]?.source?.span.start ?? 0), 1)
  })
})

describe('目录', () => {
  it('is made from the headings, on a page of its own, with their pages', () => {
    const body = '::目录\n\n## 第一章　总则\n\n第一条　甲。\n\n::分页\n\n## 第二章　附则\n\n第二条　乙。'
    const layout = layoutOf(source(`::印发[某某办法]\n${body}\n`))
    const contents = layout.pages.findIndex((each) => linesOf(each, 'contents').length > 0)
    assert.equal(contents, 2)
    const [title, first, second] = linesOf(page(layout, contents), 'contents')
    assert.equal(title, '目录')
    assert.match(first as string, /^第一章总则…+4$/)
    assert.match(second as string, /^第二章附则…+5$/)
    assert.deepEqual(linesOf(page(layout, 3), 'heading', 'body'), ['第一章总则', '第一条甲。'])
  })
})
