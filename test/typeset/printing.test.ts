import assert from 'node:assert/strict'
import type { Page, Turned } from '../../server/src/typeset/pages.ts'
import { layoutOf, near, rectOf, runOf, runsOf } from './support.ts'

const FOURTH = (14 * 25.4) / 72

const SOURCE = `---
发文机关: 某某市人民政府
发文字号: 某政发〔2026〕12号
成文日期: 2026年11月22日
印发机关: 某某市人民政府办公室
印发日期: 2026年11月23日
---

# 关于某事的通知

各单位：

${Array(12).fill('现就有关事项通知如下，请结合实际认真抓好落实。').join('\n\n')}

::附件[任务分工表]{横排}

| 序号 | 任务 |
|---|---|
| 1 | 甲 |
`

const lefts = (page: Page, element: string) =>
  runsOf(page.items)
    .filter((run) => run.element === element)
    .map(({ x }) => x)

describe('printing on both sides (GB/T 9704—2012 5.2.1, 6.2)', () => {
  const screen = layoutOf(SOURCE, { layout: { duplex: true } })
  const paper = layoutOf(SOURCE, { layout: { duplex: true, mirrored: true } })

  it('has the binding edge of back sides at the right, 28 mm wide: everything on them stands 2 mm further left', () => {
    assert.equal(paper.pages.length, screen.pages.length)
    for (const [index, { items }] of paper.pages.entries()) {
      const shift = index % 2 === 1 ? -2 : 0
      const before = runsOf(screen.pages[index]?.items ?? [])
      runsOf(items).forEach((run, at) => {
        near(run.x - (before[at]?.x ?? 0), shift, `${run.element} on page ${index + 1}`)
        assert.equal(run.baseline, before[at]?.baseline)
      })
    }
  })

  it('keeps page numbers at the outer side, one character in (7.5)', () => {
    near(Math.min(...lefts(paper.pages[1] as Page, 'pageNumber')), 26 + FOURTH)
    near(Math.max(...lefts(paper.pages[0] as Page, 'pageNumber')) + FOURTH, 184 - FOURTH)
  })

  it('moves seals and places along', () => {
    const [mirrored, straight] = [paper.seals[0], screen.seals[0]]
    assert.ok(mirrored && straight && mirrored.page === 1)
    near(mirrored.rect.x, straight.rect.x - 2)
    near(rectOf(paper, 'issueDate').x, rectOf(screen, 'issueDate').x - 2)
  })

  it('turns 横排 pages about the type area: head at the binding edge in front, at the fore edge on the back (clause 8)', () => {
    for (const layout of [screen, paper]) {
      layout.pages.forEach(({ items }, index) => {
        const turned = items.filter((item): item is Turned => item.kind === 'turned')
        const left = layout === paper && index % 2 === 1 ? 26 : 28
        for (const { about } of turned) assert.deepEqual(about, { x: left, y: 262 })
      })
    }
  })
})

describe('套打, onto paper with a printed 版头', () => {
  const formats = {
    文件: '发文机关: 某某市人民政府\n发文字号: 某政发〔2026〕12号',
    上行: '发文机关: 某某市人民政府\n发文字号: 某政发〔2026〕12号\n行文方向: 上行\n签发人: 王某某',
    信函: '格式: 信函\n发文机关: 某某市财政局\n发文字号: 某财函〔2026〕8号',
    命令: '格式: 命令\n发文机关: 某某市人民政府\n令号: 第12号\n签署人: 市长 王某某',
    纪要: '格式: 纪要\n发文机关: 某某市人民政府\n期号: 第8期',
  }
  for (const [name, keys] of Object.entries(formats)) {
    it(`${name}: leaves out mark and red lines, everything else stands where it stood`, () => {
      const text = `---\n${keys}\n成文日期: 2026年5月8日\n---\n\n# 关于某事的通知\n\n各单位：\n\n现通知如下。\n`
      const whole = layoutOf(text)
      const preprinted = layoutOf(text, { layout: { preprinted: true } })
      const isBlack = (item: Page['items'][number]) => !('colour' in item) || item.colour === '黑'
      preprinted.pages.forEach((page, index) => {
        assert.deepEqual(page.items, whole.pages[index]?.items.filter(isBlack))
      })
      assert.notEqual(preprinted.pages[0]?.items.length, whole.pages[0]?.items.length)
      assert.deepEqual(runOf(preprinted, 'body'), runOf(whole, 'body'))
    })
  }
})
