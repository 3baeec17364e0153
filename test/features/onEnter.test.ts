import assert from 'node:assert/strict'
import { onEnter } from '../../server/src/features/onEnter.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { lines, marked } from './marked.ts'

/** The text after Enter was typed at the cursor. */
function entered(...source: readonly string[]): string {
  const text = lines(...source)
  const { document, cursor } = marked(text.replace('‸', '\n‸'))
  return applyEdits(text.replace('‸', '\n'), onEnter(document, cursor))
}

describe('Enter', () => {
  it('begins the next item, and moves the numbers behind it on', () => {
    assert.equal(
      entered('要求如下：', '1.摸清底数；‸', '2.按时上报；', '3.整改到位。'),
      lines('要求如下：', '1.摸清底数；', '2.', '3.按时上报；', '4.整改到位。'),
    )
  })

  it('keeps the blank line between paragraphs where the text has them', () => {
    assert.equal(
      entered('一、要求', '', '（一）加强领导。各单位要落实。‸', '', '二、其他'),
      lines('一、要求', '', '（一）加强领导。各单位要落实。', '', '（二）', '', '二、其他'),
    )
  })

  it('goes on with the articles of a statute, with their space', () => {
    assert.equal(entered('第九条　甲。‸'), lines('第九条　甲。', '第十条　'))
  })

  it('takes away an ordinal that nothing was written behind, and the line that was begun', () => {
    assert.equal(entered('1.甲；', '2.‸'), lines('1.甲；', ''))
    assert.equal(entered('一、甲', '', '（二）‸', '', '二、乙'), lines('一、甲', '', '', '', '二、乙'))
  })

  it('does nothing below a heading, in running text, in the middle of a line and in a table', () => {
    for (const text of ['一、要求‸', '各单位要落实。‸', '1.甲‸乙；', '| 1.甲 |‸']) {
      assert.equal(entered(text), text.replace('‸', '\n'), text)
    }
  })

  it('leaves the numbers of an outline alone that is not in order', () => {
    assert.equal(entered('1.甲；‸', '2.乙；', '5.丙。'), lines('1.甲；', '2.', '2.乙；', '5.丙。'))
  })
})
