import assert from 'node:assert/strict'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { decodeStream, deflate, inflate, undoPngFilters } from '../../server/src/pdf/flate.ts'
import { dictionary, name, stream } from '../../server/src/pdf/objects.ts'
import { Failure } from '../../server/src/text/failure.ts'

describe('Flate', () => {
  it('unpacks what another program and we ourselves have packed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        assert.deepEqual(inflate(new Uint8Array(deflateSync(bytes))), bytes)
        assert.deepEqual(inflate(deflate(bytes)), bytes)
      }),
    )
  })

  it('stops a bomb before it has filled the memory', () => {
    const bomb = new Uint8Array(deflateSync(new Uint8Array(1 << 24)))
    assert.throws(() => inflate(bomb, 1 << 20), { code: 'pdf-limit' })
  })

  it('refuses garbage and what was cut off', () => {
    const packed = new Uint8Array(deflateSync(new Uint8Array(5000).map((_, i) => i * i)))
    for (const bytes of [new Uint8Array(), Uint8Array.of(1, 2, 3, 4, 5), packed.subarray(0, packed.length / 2)])
      assert.throws(() => inflate(bytes), Failure)
  })

  it('undoes each kind of row filter', () => {
    const rows = [
      [0, 10, 20, 30],
      [1, 1, 1, 1],
      [2, 1, 1, 1],
      [3, 4, 4, 4],
      [4, 1, 1, 1],
    ]
    assert.deepEqual(
      [...undoPngFilters(Uint8Array.from(rows.flat()), 3, 1)],
      [10, 20, 30, 1, 2, 3, 2, 3, 4, 5, 8, 10, 6, 9, 11],
    )
  })

  it('refuses filters that xref and object streams never have', () => {
    assert.throws(() => decodeStream(stream({ Filter: name('LZWDecode') }, new Uint8Array())), { code: 'pdf-limit' })
    const parameters = dictionary({ Predictor: 2 })
    const packed = stream({ Filter: name('FlateDecode'), DecodeParms: parameters }, deflate(new Uint8Array(4)))
    assert.throws(() => decodeStream(packed), { code: 'pdf-limit' })
  })
})
