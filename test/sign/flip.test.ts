import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Failure } from '../../server/src/text/failure.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { rangeOf, sign, verify } from './signing.ts'

const RUNS = Number(process.env.HONGTOU_FLIPS ?? 400)

/** What is no PDF any more is refused with a sentence. */
async function isValid(pdf: Uint8Array): Promise<boolean> {
  try {
    return (await verify(pdf)).valid
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

describe('a signed PDF that was damaged or changed', () => {
  let signed: Uint8Array

  before(async () => {
    signed = await sign(await sign(makePdf()))
    assert.equal((await verify(signed)).valid, true)
  })

  /** No byte is free: the padding of /Contents must be zeros, its digits in one case. */
  it('is never valid after any bit of any byte was flipped', async function () {
    this.timeout(120_000)
    const position = fc.nat(signed.length - 1)
    await fc.assert(
      fc.asyncProperty(position, fc.nat(7), async (at, bit) => {
        const flipped = Uint8Array.from(signed)
        flipped[at] = (flipped[at] as number) ^ (1 << bit)
        assert.equal(await isValid(flipped), false, `byte ${at}, bit ${bit}`)
      }),
      { numRuns: RUNS },
    )
  })

  it('is never valid after a bit of the signature itself was flipped', async function () {
    this.timeout(120_000)
    const [, start] = rangeOf(signed)
    await fc.assert(
      fc.asyncProperty(fc.nat(2 * 2500), fc.nat(7), async (at, bit) => {
        const flipped = Uint8Array.from(signed)
        flipped[start + at] = (flipped[start + at] as number) ^ (1 << bit)
        assert.equal(await isValid(flipped), false, `digit ${at}, bit ${bit}`)
      }),
      { numRuns: RUNS },
    )
  })

  it('is never valid when it was cut anywhere', async function () {
    this.timeout(120_000)
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 2), async (length) => {
        if (length < 5) return
        const verdict = await verify(signed.subarray(0, length))
        const firstSigned = verdict.signatures.length === 1 && verdict.valid
        assert.equal(firstSigned || !verdict.valid, true)
        assert.equal(verdict.signatures.length < 2, true)
      }),
      { numRuns: RUNS },
    )
  })
})
