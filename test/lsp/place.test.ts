import assert from 'node:assert/strict'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { toOffset, toRange, toTextOffset } from '../../server/src/lsp/place.ts'
import { openSnapshot } from '../../server/src/workspace/snapshot.ts'

const text = fc
  .array(fc.constantFrom('甲', '\n', '\r\n', '\r', '𠮷', 'a', '　'), { maxLength: 30 })
  .map((pieces) => pieces.join(''))

describe('positions of the protocol', () => {
  it('mean what the reference implementation says, inside a text and outside of it', () => {
    const law = fc.property(text, fc.nat(12), fc.nat(12), (source, line, character) => {
      const reference = TextDocument.create('file:///a', 'gongwen', 1, source)
      const snapshot = openSnapshot('file:///a', 1, source)
      assert.equal(toTextOffset(snapshot, { line, character }), reference.offsetAt({ line, character }))
    })
    fc.assert(law, { numRuns: 500 })
  })

  it('come back as they went', () => {
    const law = fc.property(text, fc.nat(40), (source, wanted) => {
      const snapshot = openSnapshot('file:///a', 1, source)
      const offset = Math.min(wanted, source.length)
      const { start } = toRange(snapshot, { start: offset, end: offset })
      // Between CR and LF no editor can put a cursor.
      if (source[offset - 1] === '\r' && source[offset] === '\n') return
      assert.equal(toOffset(snapshot, start), offset)
    })
    fc.assert(law)
  })

  it('count a BOM that the editor counts', () => {
    const snapshot = openSnapshot('file:///a', 1, '\uFEFF甲乙')
    assert.deepEqual(toRange(snapshot, { start: 0, end: 1 }).start, { line: 0, character: 1 })
    assert.equal(toOffset(snapshot, { line: 0, character: 2 }), 1)
    assert.equal(toOffset(snapshot, { line: 0, character: 0 }), 0)
  })

  it('that make no sense become a place inside the text', () => {
    const snapshot = openSnapshot('file:///a', 1, '甲\n乙')
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e300, 'x', null, undefined] as number[]) {
      const offset = toOffset(snapshot, { line: bad, character: bad })
      assert.ok(offset >= 0 && offset <= 3, `${bad} → ${offset}`)
    }
  })
})
