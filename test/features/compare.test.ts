import assert from 'node:assert/strict'
import fc from 'fast-check'
import { compare, type Piece } from '../../server/src/features/compare.ts'

const marked = (before: string, after: string) =>
  compare(before, after).map((line) =>
    line.map(({ kind, text }) => ({ kept: text, struck: `[-${text}-]`, written: `[+${text}+]` })[kind]).join(''),
  )

describe('花脸', () => {
  it('marks what was struck out and written in, character by character', () => {
    assert.deepEqual(marked('各县要做好供暖工作。', '各县区要做好供水工作。'), ['各县[+区+]要做好供[-暖-][+水+]工作。'])
  })

  it('changes a number as a whole', () => {
    assert.deepEqual(marked('经费120万元', '经费125万元'), ['经费[-120-][+125+]万元'])
  })

  it('takes lines with nothing in common for two lines', () => {
    assert.deepEqual(marked('甲乙丙丁', '东南西北'), ['[-甲乙丙丁-][+东南西北+]'])
    assert.deepEqual(marked('甲\n丙', '甲\n乙\n丙'), ['甲', '[+乙+]', '丙'])
  })

  it('reads as the one version without what was written in, and as the other without what was struck out', () => {
    const text = fc
      .array(fc.array(fc.constantFrom('甲', '乙', '丙', '1', '2', 'a'), { maxLength: 6 }), { maxLength: 6 })
      .map((lines) => lines.map((line) => line.join('')).join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = compare(before, after)
        const read = (without: Piece['kind']) =>
          lines
            .filter((line) => line.length === 0 || line.some(({ kind }) => kind !== without))
            .map((line) => line.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join(''))
            .join('\n')
        assert.equal(read('written'), before)
        assert.equal(read('struck'), after)
      }),
    )
  })
})
