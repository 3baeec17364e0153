import assert from 'node:assert/strict'
import { commonCharacters, gb2312Characters } from '../../server/src/standard/commonCharacters.ts'

describe('character sets', () => {
  it('have as many different characters as their standards say', () => {
    assert.equal(new Set(gb2312Characters()).size, 6763)
    assert.equal(new Set(commonCharacters()).size, 8105)
  })

  it('know the characters of names that GB 2312 lacks, and no parts of characters', () => {
    const [old, common] = [new Set(gb2312Characters()), new Set(commonCharacters())]
    for (const character of '镕喆堃䶮㙍𬭎') assert.deepEqual([old.has(character), common.has(character)], [false, true])
    for (const character of '讠艹後') assert.deepEqual([old.has(character), common.has(character)], [true, false])
  })
})
