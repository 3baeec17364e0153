import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Page } from '../../server/src/typeset/pages.ts'
import { layoutOf, runsOf } from './support.ts'

const line = fc.oneof(
  fc.constantFrom(
    '# 关于某事的通知',
    '## 第一章　总则',
    '第一条　为了管理，制定本办法。',
    '一、总体要求',
    '（一）加强领导。各级要加强领导。',
    '1.统一格式',
    '各单位：',
    '某某市人民政府',
    '2026年11月22日',
    '（此件公开发布）',
    '::附件[任务分工表]{横排}',
    '::附件[清单]',
    '::附件',
    '::印发[某某办法]',
    '::分页',
    ':::横排',
    ':::原样',
    ':::',
    '| 甲 | 乙 | << |',
    '|---|:-:|--:|',
    '| ^^ | 1 | 2<br>3 |',
    '单位：万元',
    '注：某某。',
    '![图1　流程](甲.png)',
    '附件：1.清单',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.stringMatching(/^[，。（）《》“”—…·0-9a-zA-Z% ]{0,80}$/),
)
const key = fc.constantFrom(
  '格式: 信函',
  '格式: 命令',
  '格式: 纪要',
  '发文机关: 某某市人民政府',
  '发文机关: [甲局, 乙局, 丙局, 丁局, 戊局, 己局, 庚局]',
  '发文机关标志: 无',
  '发文字号: 某政发〔2026〕号',
  '签发人: [王某某, 李某]',
  '行文方向: 上行',
  '签署人: 市长 王 某',
  '署名方式: 不加盖印章',
  '署名方式: 签名章',
  '密级: 机密★1年',
  '主送位置: 版记',
  '抄送: [市委各部门，, 市政协办公室。]',
  '印发日期: 2026年11月23日',
)
const source = fc
  .tuple(fc.array(key, { maxLength: 8 }), fc.array(line, { maxLength: 40 }))
  .map(([keys, lines]) => `---\n${keys.join('\n')}\n---\n\n${lines.join('\n')}\n`)

describe('typeset', () => {
  it('makes pages of any text, all items on the paper', () => {
    fc.assert(
      fc.property(source, fc.boolean(), (text, duplex) => {
        const layout = layoutOf(text, { layout: { duplex } })
        assert.ok(layout.pages.length > 0)
        for (const { baseline, x } of layout.pages.flatMap((page) => runsOf(page.items.filter(isUpright)))) {
          assert.ok(Number.isFinite(baseline) && baseline > 0 && baseline < 297)
          assert.ok(Number.isFinite(x) && x > 0 && x < 210)
        }
      }),
    )
  })

  it('covers every item of a page but its number by the structure, once', () => {
    fc.assert(
      fc.property(source, (text) => {
        for (const page of layoutOf(text).pages) {
          const covered = page.structure.flatMap(({ items }) => items)
          const expected = page.items.flatMap((item, index) => (isPageNumber(item) ? [] : [index]))
          assert.deepEqual(covered, expected)
        }
      }),
    )
  })

  it('gives equal layouts for equal input, and other keys to pages that look different', () => {
    const text = (word: string) => `---\n发文机关: 某某局\n---\n\n# 关于某事的通知\n\n各单位：\n\n现${word}如下。\n`
    assert.deepEqual(layoutOf(text('通知')), layoutOf(text('通知')))
    assert.notEqual(layoutOf(text('通知')).pages[0]?.key, layoutOf(text('通告')).pages[0]?.key)
  })

  it('is plain data that a worker can be sent', () => {
    const layout = layoutOf('# 关于某事的通知\n\n各单位：\n\n现通知如下。\n')
    assert.deepEqual(structuredClone(layout), layout)
  })

  it('takes another line pitch from the options or the profile', () => {
    const text = '# 关于某事的通知\n\n甲。\n\n乙。\n'
    const distance = (page: Page) => {
      const [first, second] = runsOf(page.items).filter(({ element }) => element === 'body')
      return (second?.baseline ?? 0) - (first?.baseline ?? 0)
    }
    const model = layoutOf(text, {}, { linePitch: 10.227 })
    assert.ok(Math.abs(distance(model.pages[0] as Page) - 10.227) < 1e-6)
    const office = layoutOf(text, { layout: { linePitch: 9.9 } })
    assert.ok(Math.abs(distance(office.pages[0] as Page) - 9.9) < 1e-6)
  })
})

function isUpright(item: Page['items'][number]): boolean {
  return item.kind !== 'turned'
}

function isPageNumber(item: Page['items'][number]): boolean {
  return item.kind === 'run' && item.element === 'pageNumber'
}
