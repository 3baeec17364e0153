import assert from 'node:assert/strict'
import type { Page } from '../../server/src/typeset/pages.ts'
import { layoutOf, linesOf, near, rectOf, runOf, topOf } from './support.ts'

const CELL = 156 / 28
const PITCH = 10.447
const LEADING = PITCH - (16 * 25.4) / 72

const PLAIN = `---
发文机关: 某某市人民政府
发文字号: 某政发〔2026〕12号
成文日期: 2026年11月22日
---

# 某某市人民政府关于某事的通知

各单位：

为做好有关工作，现通知如下。
`

/** Ink of the test glyphs ends 0.84 em above and 0.08 em below the baseline. */
const inkTop = (run: { baseline: number; size: number }) => run.baseline - (0.84 * run.size * 25.4) / 72
const inkBottom = (run: { baseline: number; size: number }) => run.baseline + (0.08 * run.size * 25.4) / 72

describe('版头 of the general format (GB/T 9704—2012 7.2)', () => {
  it('puts the ink of 发文机关标志 35 mm below the type area’s upper edge, red and centred (7.2.4)', () => {
    const mark = runOf(layoutOf(PLAIN), 'issuerMark')
    assert.equal(mark.text, '某某市人民政府文件')
    assert.equal(mark.colour, '红')
    near(inkTop(mark), 72)
    const { x, width } = rectOf(layoutOf(PLAIN), 'issuerMark')
    near(x + width / 2, 28 + 78)
  })

  it('shrinks a long mark to 150 mm', () => {
    const name = '某某省某某市某某区人民政府办公室'
    const { width } = rectOf(layoutOf(PLAIN.replace('发文机关: 某某市人民政府', `发文机关: ${name}`)), 'issuerMark')
    near(width, 150)
  })

  it('leaves two lines between the mark and 发文字号, in the middle (7.2.5)', () => {
    const layout = layoutOf(PLAIN)
    near(topOf(runOf(layout, 'docNumber')), inkBottom(runOf(layout, 'issuerMark')) + 2 * PITCH + LEADING)
    const { x, width } = rectOf(layout, 'docNumber')
    near(x + width / 2, 28 + 78)
  })

  it('draws the red line 4 mm below the number, as wide as the type area (7.2.7)', () => {
    const layout = layoutOf(PLAIN)
    const line = rectOf(layout, 'redLine')
    near(line.y, inkBottom(runOf(layout, 'docNumber')) + 4)
    near(line.x, 28)
    near(line.width, 156)
  })

  it('begins the title two lines below the red line (7.3.1), the addressee one line below the title (7.3.2)', () => {
    const layout = layoutOf(PLAIN)
    const title = runOf(layout, 'title')
    near(topOf(title), rectOf(layout, 'redLine').y + 2 * PITCH)
    assert.equal(title.size, 22)
    const addressee = runOf(layout, 'addressee')
    near(topOf(addressee), topOf(title) + (22 * 25.4) / 72 + LEADING + PITCH)
    near(rectOf(layout, 'addressee').x, 28)
    near(topOf(runOf(layout, 'body')), topOf(addressee) + PITCH)
    near(rectOf(layout, 'body').x, 28 + 2 * CELL)
  })

  it('stacks 份号, 密级 and 紧急程度 from line 1, flush left (7.2.1 to 7.2.3)', () => {
    const layout = layoutOf(PLAIN.replace('---\n', '---\n份号: 000007\n密级: 机密★1年\n紧急程度: 特急\n'))
    near(topOf(runOf(layout, 'copyNumber')), 37)
    near(topOf(runOf(layout, 'secrecy')), 37 + PITCH)
    near(topOf(runOf(layout, 'urgency')), 37 + 2 * PITCH)
    near(rectOf(layout, 'secrecy').x, 28)
    assert.deepEqual(linesOf(layout.pages[0] as Page, 'secrecy'), ['机密★1年'])
    assert.equal(runOf(layout, 'secrecy').face, '黑体')
  })

  it('puts 紧急程度 on line 1 when it is alone, 密级 on line 2 all the same (7.2.2, 7.2.3)', () => {
    near(topOf(runOf(layoutOf(PLAIN.replace('---\n', '---\n紧急程度: 特急\n')), 'urgency')), 37)
    near(topOf(runOf(layoutOf(PLAIN.replace('---\n', '---\n密级: 秘密\n')), 'secrecy')), 37 + PITCH)
  })

  it('moves the number to the left of an upward document, 签发人 to the right, one character in (7.2.5, 7.2.6)', () => {
    const layout = layoutOf(PLAIN.replace('---\n', '---\n行文方向: 上行\n签发人: 王某某\n'))
    near(rectOf(layout, 'docNumber').x, 28 + CELL)
    const approver = rectOf(layout, 'approver')
    near(approver.x + approver.width, 184 - CELL)
    near(runOf(layout, 'approver').baseline, runOf(layout, 'docNumber').baseline)
    assert.deepEqual(linesOf(layout.pages[0] as Page, 'approver'), ['签发人：王某某'])
  })

  it('sets several 签发人 two to a line, the number on the last, the red line below it (7.2.6)', () => {
    const layout = layoutOf(PLAIN.replace('---\n', '---\n行文方向: 上行\n签发人: [王某某, 李某某, 张某某]\n'))
    assert.deepEqual(linesOf(layout.pages[0] as Page, 'approver'), ['签发人：王某某李某某', '张某某'])
    near(runOf(layout, 'docNumber').baseline, runOf(layout, 'approver').baseline + PITCH)
  })
})
