import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DerError, der, TAG } from '../../server/src/sign/der.ts'
import { definite } from '../../server/src/sign/indefinite.ts'

const wrapped = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from([0x30, 0x80, ...parts.flatMap((part) => [...part]), 0, 0])
const number = der(TAG.integer, Uint8Array.of(1))

describe('values of indefinite length', () => {
  it('become definite ones, as deep as programs nest them', () => {
    const inner = wrapped(number, number)
    const found = definite(Uint8Array.from([...wrapped(inner, number), 0, 0, 0]))
    assert.deepEqual(found, {
      der: der(TAG.sequence, der(TAG.sequence, number, number), number),
      length: inner.length + number.length + 4,
    })
  })

  it('are left as they are where they are definite', () => {
    assert.deepEqual(definite(number), { der: number, length: number.length })
  })

  const refused = {
    'without an end': Uint8Array.of(0x30, 0x80, 2, 1, 1),
    'of a primitive tag': Uint8Array.of(0x04, 0x80, 0, 0),
    'nested without end': Uint8Array.from(Array(100_000).fill([0x30, 0x80]).flat()),
    'of very many parts': wrapped(...Array<Uint8Array>(50_000).fill(number)),
  }
  for (const [what, bytes] of Object.entries(refused))
    it(`are refused ${what}`, () => {
      assert.throws(() => definite(bytes), DerError)
    })

  it('never make it fail otherwise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          definite(Uint8Array.from([0x30, 0x80, ...bytes]))
        } catch (error) {
          assert.ok(error instanceof DerError)
        }
      }),
    )
  })
})
