import assert from 'node:assert/strict'
import { findingPlaces } from '../../server/src/features/findingPlaces.ts'
import { pageGrid } from '../../server/src/features/pageGrid.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { problem } from '../../server/src/syntax/problem.ts'
import { sectionStart, sourceText } from '../../server/src/syntax/tree.ts'
import { message } from '../../server/src/text/message.ts'
import { lines, marked } from './marked.ts'

const { document } = marked(lines('---', '密级: 机密', '---', '# 标题', '', ...Array(200).fill('一段文字。\n')))
const at = (start: number, end: number) =>
  findingPlaces(document, [problem('any', 'error', { start, end }, message('不对。'))])[0]

describe('findings on printed pages', () => {
  it('stand in the section that they begin in, at the offsets of its runs', () => {
    const { tree } = document
    const section = tree.sections.at(-1)
    assert.ok(section)
    const start = sectionStart(tree, section) + 3
    assert.deepEqual(
      { ...at(start, start + 2), finding: 0 },
      { finding: 0, section: tree.sections.length - 1, start: 3, end: 5 },
    )
    assert.equal(at(5, 7)?.section, -1)
  })

  it('have a width, and end with their section', () => {
    assert.deepEqual([at(5, 5)?.start, at(5, 5)?.end], [5, 6])
    const whole = at(0, sourceText(document.tree).length)
    assert.equal(whole?.end, document.tree.frontMatter?.text.length)
  })
})

describe('grid of a preview', () => {
  it('has 22 lines of 28 characters (GB/T 9704—2012 5.2.3)', () => {
    const { rows, columns, x, y, width, height } = pageGrid({ profile: EMPTY_PROFILE })
    assert.deepEqual(
      { rows, columns, x, y, width, height },
      { rows: 22, columns: 28, x: 28, y: 37, width: 156, height: 225 },
    )
  })

  it('follows the line pitch of the office', () => {
    assert.equal(pageGrid({ profile: { ...EMPTY_PROFILE, layout: { linePitch: 11.5 } } }).rows, 20)
  })
})
