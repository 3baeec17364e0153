import assert from 'node:assert/strict'
import { format } from '../../server/src/format/format.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { documentOf } from '../support/pipeline.ts'

function formatted(text: string): string {
  return applyEdits(text, format(documentOf(text)))
}

describe('canonical form', () => {
  it('has one blank line between paragraphs and none between title lines', () => {
    assert.equal(
      formatted('# 甲局　乙局\n\n# 关于某某的通知\n各学校：\n\n\n正文。'),
      '# 甲局　乙局\n# 关于某某的通知\n\n各学校：\n\n正文。\n',
    )
  })

  it('has no blanks at the edges of lines', () => {
    assert.equal(formatted('　　一、甲  \n\t乙　\n　　\n'), '一、甲\n\n乙\n')
  })

  it('leaves ordinals and 原样 boxes as typed', () => {
    assert.equal(
      formatted('1．甲\n(一)乙\n:::原样\n　　甲　　乙\n\n  丙\n:::'),
      '1．甲\n\n(一)乙\n\n:::原样\n　　甲　　乙\n\n  丙\n:::\n',
    )
  })

  it('spells dividers with two half-width colons', () => {
    assert.equal(
      formatted('正文。\n:::附件[甲表]{横排}\n甲。\n：：印发［乙］\n'),
      '正文。\n\n::附件[甲表]{横排}\n\n甲。\n\n::印发[乙]\n',
    )
  })

  it('sets tables with one blank round each cell', () => {
    assert.equal(
      formatted('|甲|  乙|\n|:-:|--:|\n|1|<<|\n注：丙。'),
      '| 甲 | 乙 |\n|:---:|---:|\n| 1 | << |\n\n注：丙。\n',
    )
  })

  it('sorts the keys and keeps their comments', () => {
    assert.equal(
      formatted(
        '---\n印发日期：2026年9月7日\n# 主办在前\n发文机关:   [甲, 乙]\n密级:机密★1年\n其他: 丙\n---\n# 关于某某的通知\n',
      ),
      '---\n密级: 机密★1年\n# 主办在前\n发文机关: [甲, 乙]\n印发日期: 2026年9月7日\n其他: 丙\n---\n\n# 关于某某的通知\n',
    )
  })

  it('keeps the line ends of the file', () => {
    assert.equal(formatted('甲\r\n乙'), '甲\r\n\r\n乙\r\n')
  })

  it('gives a canonical text no edits', () => {
    assert.deepEqual(format(documentOf('---\n密级: 机密★1年\n---\n\n# 关于某某的通知\n\n正文。\n')), [])
    assert.deepEqual(format(documentOf('')), [])
  })
})
