import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Layout } from '../../server/src/typeset/pages.ts'
import { layoutOf } from './support.ts'

/** Blocks of a text: what may be carried from page to page and what may not. */
const block = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 3 }).map((lines) => '现就有关事项通知如下，'.repeat(1 + 3 * lines)) },
  { weight: 3, arbitrary: fc.constant('一、加强组织领导') },
  { weight: 2, arbitrary: fc.constant('（一）压实工作责任') },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 26 })
      .map((rows) => `| 序号 | 任务 |\n|---|---|\n${'| 1 | 甲 |\n'.repeat(rows)}`),
  },
  { weight: 1, arbitrary: fc.constant('![图1 办理流程](a.png)') },
)

const headings = fc.integer({ min: 0, max: 50 }).map((count) => Array<string>(count).fill('一、加强组织领导'))

const signature = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((count) => {
    const organs = Array.from({ length: count }, (_, index) => `某某市第${index + 1}局`)
    return `发文机关: [${organs.join(', ')}]\n发文机关标志: 主办`
  }),
  fc.constant('发文机关: 国务院'),
  fc.integer({ min: 1, max: 12 }).map((count) => {
    const signers = Array.from({ length: count }, (_, index) => `局长 王某${index}`)
    return `发文机关: 某某市人民政府\n署名方式: 签名章\n签署人: [${signers.join(', ')}]`
  }),
  fc.constant('发文机关: 某某市人民政府\n署名方式: 不加盖印章'),
)

const PARAGRAPH = '现就有关事项通知如下，'.repeat(10)

function sources(ends: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> {
  const parts = fc.tuple(
    signature,
    fc.nat({ max: 6 }),
    fc.array(block, { minLength: 1, maxLength: 30 }),
    headings,
    ends,
  )
  return parts.map(([keys, notes, blocks, chain, end]) => {
    const text = [...blocks, ...chain, ...end].join('\n\n')
    const note = notes === 0 ? '' : `附注: 联系人：${'王某某，'.repeat(8 * notes)}\n`
    return `---\n${keys}\n成文日期: 2026年11月22日\n${note}---\n\n# 关于某事的通知\n\n各单位：\n\n${text}\n`
  })
}

const anything = sources(fc.array(block, { maxLength: 2 }))
const closing = sources(fc.constant([PARAGRAPH]))

const BODY = ['body', 'heading', 'table', 'figure', 'attendance', 'attachmentNote']
const LAST_LINE = 262

function elementsOf({ facts }: Layout, ...names: readonly string[]): Layout['facts']['elements'] {
  return facts.elements.filter(({ element }) => names.includes(element))
}

/** Pages with a signature and no text. */
function barePages(layout: Layout): readonly number[] {
  const body = new Set(elementsOf(layout, ...BODY).map(({ page }) => page))
  const signed = new Set(elementsOf(layout, 'signatory', 'issueDate').map(({ page }) => page))
  return [...signed].filter((page) => !body.has(page))
}

describe('pages are parted where the reader does not mind', () => {
  it('shows text on every page with a signature, whatever stands before the last paragraph (7.3.5.5)', () => {
    fc.assert(
      fc.property(closing, (text) => {
        const layout = layoutOf(text)
        assert.deepEqual(barePages(layout), [])
        assert.ok(!layout.facts.problems.some(({ code }) => code === 'signature-without-text'))
      }),
      { numRuns: 200 },
    )
  })

  it('leaves 主送 in its place where the only line goes along and headings stay on the first page (7.3.2)', () => {
    const headings = ['一、甲', '（一）乙', '1.丙', '（1）丁'].join('\n\n')
    const keys = '发文机关: 某某市人民政府\n成文日期: 2026年11月22日'
    const layout = layoutOf(`---\n${keys}\n---\n\n# 关于某事的通知\n\n各单位：\n\n${headings}\n\n请认真落实。\n`)
    assert.deepEqual(
      elementsOf(layout, 'addressee', 'heading', 'body', 'signatory').map(({ element, page }) => `${element} ${page}`),
      ['addressee 0', 'heading 0', 'heading 0', 'heading 0', 'heading 1', 'body 1', 'signatory 1'],
    )
  })

  it('says so where no line can go along with the signature', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const layout = layoutOf(text)
        const told = layout.facts.problems.filter(({ code }) => code === 'signature-without-text')
        assert.equal(told.length, barePages(layout).length)
      }),
      { numRuns: 200 },
    )
  })

  it('lets nothing run over the lower edge of the type area', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const layout = layoutOf(text)
        for (const { element, page, rect } of elementsOf(layout, ...BODY, 'signatory', 'issueDate', 'note')) {
          const bottom = rect.y + rect.height
          assert.ok(bottom <= LAST_LINE + 0.1, `${element} on page ${page + 1} down to ${bottom} mm`)
        }
        for (const { rect } of layout.seals) assert.ok(rect.y + rect.height <= LAST_LINE + 0.1)
      }),
      { numRuns: 200 },
    )
  })

  it('changes the distance of lines between 28 and 31 pt, and says so', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { what, to } of layoutOf(text).facts.adjusted) {
          const points = (to * 72) / 25.4
          if (what === 'linePitch') assert.ok(points > 27.99 && points < 31.01, `${points} pt`)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('loses no block and keeps their order', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const pages = elementsOf(layoutOf(text), ...BODY).map(({ page }) => page)
        assert.deepEqual(
          pages,
          pages.toSorted((a, b) => a - b),
        )
      }),
      { numRuns: 100 },
    )
  })
})
