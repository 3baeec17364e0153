import assert from 'node:assert/strict'
import type { Layout, Page } from '../../server/src/typeset/pages.ts'
import { layoutOf, linesOf, runsOf } from './support.ts'

function source(keys: string, addressee = '各单位', rest = ''): string {
  return `---\n${keys}\n---\n\n# 关于某事的通知\n\n${addressee}：\n\n为做好有关工作，现通知如下。\n${rest}`
}

const many = (count: number, name: (index: number) => string, mark = '、') =>
  Array.from({ length: count }, (_, index) => name(index + 1)).join(mark)

/** Every glyph stands on the paper, beside no edge. */
function assertOnPaper(layout: Layout): void {
  for (const run of layout.pages.flatMap((page) => runsOf(page.items))) {
    assert.ok(run.x > 5 && run.x < 205, `${run.element} at ${run.x} mm`)
    assert.ok(run.baseline > 5 && run.baseline < 292, `${run.element} at ${run.baseline} mm`)
  }
}

const codes = (layout: Layout) => [...new Set(layout.facts.problems.map(({ code }) => code))]

describe('what no page was made for', () => {
  it('a word longer than a line: torn inside the type area, with its place; an address is parted where it may be', () => {
    const long = layoutOf(source('发文机关: 某某局', undefined, `\n${'A'.repeat(90)}\n`))
    assertOnPaper(long)
    const [problem] = long.facts.problems
    assert.deepEqual([problem?.code, problem?.args[0]], ['word-torn', 'A'.repeat(40)])
    assert.ok(problem?.source)
    const address = layoutOf(
      source('发文机关: 某某局', undefined, `\n网址：https://www.example.gov.cn/${'zwgk/'.repeat(20)}\n`),
    )
    assert.deepEqual(codes(address), [])
  })

  it('200 addressees: 版记 takes them over several pages, the first page shows text (GB/T 9704—2012 7.3.2, 7.4.2)', () => {
    const addressee = many(200, (index) => `某某市第${index}区人民政府某某办公室`)
    const layout = layoutOf(source('发文机关: 某某市人民政府\n抄送: 市委办公室', addressee))
    assertOnPaper(layout)
    assert.ok(linesOf(layout.pages[0] as Page, 'body').length > 0)
    const printed = layout.pages.flatMap((page) => linesOf(page, 'addressee')).join('')
    assert.equal(printed, `主送：${addressee}。`)
    assert.deepEqual(codes(layout), ['imprint-over-page'])
    assert.ok(layout.facts.problems[0]?.source)
  })

  for (const form of ['加盖印章', '不加盖印章', '签名章']) {
    it(`40 organs, ${form}: the signature is parted, nothing is lost (7.3.5)`, () => {
      const names = many(40, (index) => `某某市第${index}局`, ', ')
      const signers = many(40, (index) => `局长 王某${index}`, ', ')
      const signed = form === '签名章' ? `签署人: [${signers}]\n` : ''
      const keys = `发文机关: [${names}]\n署名方式: ${form}\n${signed}成文日期: 2026年9月4日`
      const layout = layoutOf(source(keys))
      assertOnPaper(layout)
      assert.deepEqual(codes(layout), ['signature-over-page'])
      if (form !== '不加盖印章') assert.equal(layout.seals.length, 40)
      for (const { rect } of layout.seals) assert.ok(rect.y + rect.height <= 262.1)
      if (form !== '签名章') {
        const printed = layout.pages.flatMap((page) => linesOf(page, 'signatory')).join('')
        for (let index = 1; index <= 40; index++) assert.ok(printed.includes(`第${index}局`))
      }
    })
  }

  it('single lines that are too long are narrowed to their room and told with their place', () => {
    const long = many(30, () => '某某', '')
    const cases = {
      docNumber: `发文字号: ${long}〔2026〕12号`,
      copyNumber: `份号: ${long}`,
      urgency: `紧急程度: ${long}`,
      printer: `印发机关: ${long}\n印发日期: 2026年9月4日`,
      printDate: `印发机关: 某某局\n印发日期: ${long}`,
      approver: `行文方向: 上行\n签发人: ${long}`,
      signedByPost: `署名方式: 签名章\n签署人: ${long} 王某某`,
      issueDate: `成文日期: ${long}`,
    }
    for (const [element, keys] of Object.entries(cases)) {
      const layout = layoutOf(source(`发文机关: 某某市人民政府\n${keys}`))
      assertOnPaper(layout)
      const told = layout.facts.problems.find(({ code, args }) => code === 'element-too-wide' && args[0] === element)
      assert.ok(told?.source, element)
      for (const { rect } of layout.facts.elements.filter((each) => each.element === element)) {
        assert.ok(rect.x >= 27.9 && rect.x + rect.width <= 184.1, `${element}: ${rect.x} + ${rect.width}`)
      }
    }
  })

  it('elements that the format has no place for are told with their place (clause 10, 7.3.5)', () => {
    const cases = [
      '格式: 信函\n发文机关: 某某局\n印发机关: 某某局办公室',
      '格式: 命令\n发文机关: 某某局\n令号: 第1号\n签署人: 局长 王某某\n发文字号: 某发〔2026〕1号',
      '发文机关: 某某局\n令号: 第1号',
      '发文机关: 某某局\n署名方式: 不加盖印章\n签署人: 局长 王某某',
    ]
    for (const keys of cases) {
      const told = layoutOf(source(`${keys}\n成文日期: 2026年5月8日`)).facts.problems
      assert.deepEqual(
        told.map(({ code, source: at }) => [code, at?.section]),
        [['element-unprinted', -1]],
        keys,
      )
    }
    assert.deepEqual(codes(layoutOf(source('发文机关: 某某局\n发文字号: 某发〔2026〕1号\n成文日期: 2026年5月8日'))), [])
  })

  it('front matter that contradicts itself still makes a page', () => {
    const contradictions = [
      '格式: 命令\n行文方向: 上行\n签发人: 王某某\n发文机关: 某某局\n署名方式: 加盖印章',
      '格式: 纪要\n发文机关: 某某局\n署名方式: 加盖印章\n成文日期: 2026年5月8日',
      '格式: 信函\n发文机关: [甲局, 乙局]\n发文机关标志: 无\n印发机关: 某某局\n主送位置: 版记',
      '发文机关: 某某局\n署名方式: 签名章\n成文日期: 2026年5月8日',
      '发文机关: 某某局\n署名方式: 不加盖印章\n签署人: 局长 王某某\n成文日期: 2026年5月8日',
      '发文机关: 某某局\n发文机关标志: [甲局, 乙局]\n署名: [丙局, 丁局, 戊局]\n成文日期: 2026年5月8日',
      '行文方向: 下行\n签发人: [王某某, 李某]\n发文机关: 某某局',
    ]
    for (const keys of contradictions) {
      const layout = layoutOf(source(keys))
      assertOnPaper(layout)
      assert.ok(linesOf(layout.pages[0] as Page, 'body').length > 0, keys)
    }
  })
})
