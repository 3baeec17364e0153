import assert from 'node:assert/strict'
import fc from 'fast-check'
import { matchesOf } from '../../server/src/text/matches.ts'

describe('matches of a pattern', () => {
  const patterns = [/[，。]/g, /(?<year>[0-9]{2,4})年/g, /a*/g, /（[^（）]*）/g]

  it('are those of matchAll', () => {
    const text = fc.array(fc.constantFrom('a', '，', '。', '1', '20', '年', '（', '）', '字'), { maxLength: 30 })
    fc.assert(
      fc.property(text, fc.constantFrom(...patterns), (pieces, pattern) => {
        const line = pieces.join('')
        const seen = (match: RegExpExecArray): unknown => [match.index, ...match]
        assert.deepEqual(matchesOf(pattern, line).map(seen), [...line.matchAll(pattern)].map(seen))
      }),
    )
  })

  it('start at the beginning whatever the pattern was used for before', () => {
    const pattern = /甲/g
    pattern.test('甲甲')
    assert.equal(matchesOf(pattern, '甲甲').length, 2)
  })
})
