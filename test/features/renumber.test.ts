import assert from 'node:assert/strict'
import { renumber } from '../../server/src/features/renumber.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { lines, marked } from './marked.ts'

function renumbered(...source: readonly string[]): string {
  const { document, text, cursor } = marked(lines(...source))
  return applyEdits(text, renumber(document, cursor))
}

describe('renumbering', () => {
  it('counts on from the elder sibling, among siblings only', () => {
    assert.equal(
      renumbered('一、甲', '（一）子。子文。', '（四）丑‸。丑文。', '（七）寅。寅文。', '二、乙', '（五）卯。卯文。'),
      lines('一、甲', '（一）子。子文。', '（二）丑。丑文。', '（三）寅。寅文。', '二、乙', '（五）卯。卯文。'),
    )
  })

  it('takes the first of its kind for what the drafter wants', () => {
    assert.equal(renumbered('三、‸甲', '五、乙'), lines('三、甲', '四、乙'))
  })

  it('changes nothing that is in order or has no number', () => {
    assert.equal(renumbered('一、甲', '二、‸乙'), lines('一、甲', '二、乙'))
    assert.equal(renumbered('一、甲', '文‸字。', '五、乙'), lines('一、甲', '文字。', '五、乙'))
  })
})
