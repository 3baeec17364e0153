import assert from 'node:assert/strict'
import { countMended } from '../../server/src/features/countMended.ts'
import type { Finding } from '../../server/src/text/finding.ts'
import { message } from '../../server/src/text/message.ts'

const NOWHERE = { start: 0, end: 1 }

function found(rule: string, places = 1): Finding {
  const also = Array.from({ length: places - 1 }, () => NOWHERE)
  return { rule, severity: 'error', span: NOWHERE, message: message('错'), fixes: [], ...(places > 1 && { also }) }
}

describe('counting what was mended', () => {
  it('is the difference of two checks', () => {
    assert.equal(countMended([found('a'), found('a'), found('b')], [found('a')]), 2)
    assert.equal(countMended([found('a')], [found('a')]), 0)
  })

  it('is not less because a fix uncovers something else', () => {
    assert.equal(countMended([found('a'), found('b')], [found('b'), found('c'), found('c')]), 1)
  })

  it('takes many that are folded into one for one', () => {
    assert.equal(countMended([found('a', 25)], []), 1)
    assert.equal(
      countMended(
        [found('a', 25)],
        Array.from({ length: 15 }, () => found('a')),
      ),
      1,
    )
  })
})
