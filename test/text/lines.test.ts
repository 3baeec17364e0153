import assert from 'node:assert/strict'
import fc from 'fast-check'
import { indexLines, offsetAt, positionAt } from '../../server/src/text/lines.ts'

describe('line index', () => {
  it('ends lines at LF, CRLF and lone CR', () => {
    assert.deepEqual(indexLines('甲\n乙\r\n丙\r丁').starts, [0, 2, 5, 7])
  })

  it('counts UTF-16 code units, as LSP does', () => {
    const index = indexLines('𠀀甲\n乙')
    assert.deepEqual(positionAt(index, 3), { line: 0, character: 3 })
    assert.deepEqual(positionAt(index, 4), { line: 1, character: 0 })
  })

  it('moves a position behind the text back to its end', () => {
    const index = indexLines('甲\n乙')
    assert.equal(offsetAt(index, { line: 9, character: 0 }), 3)
    assert.equal(offsetAt(index, { line: 1, character: 9 }), 3)
  })

  it('round-trips every offset', () => {
    const text = fc
      .array(fc.constantFrom('甲', '\n', '\r\n', '\r', '𠀀', 'a'), { maxLength: 40 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, fc.nat(80), (source, at) => {
        const index = indexLines(source)
        const offset = Math.min(at, source.length)
        assert.equal(offsetAt(index, positionAt(index, offset)), offset)
      }),
    )
  })
})
