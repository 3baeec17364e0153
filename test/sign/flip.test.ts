import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Failure } from '../../server/src/text/failure.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { fuzzRuns } from '../support/fuzz.ts'
import { signByHand } from './handSigned.ts'
import { faultyCms, rangeOf, sign, verify, withCms } from './signing.ts'

/** What is no PDF any more is refused with a sentence. */
async function isValid(pdf: Uint8Array): Promise<boolean> {
  try {
    return (await verify(pdf)).valid
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

function flipped(pdf: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = Uint8Array.from(pdf)
  copy[at] = (copy[at] as number) ^ (1 << bit)
  return copy
}

const DIGESTS = {
  'SHA-384': { oid: '2.16.840.1.101.3.4.2.2', name: 'sha384' },
  'SHA-512': { oid: '2.16.840.1.101.3.4.2.3', name: 'sha512' },
}

/** The sample signed twice by us, or twice as by other programs with another digest. */
async function signedTwice(digest: keyof typeof DIGESTS | 'SHA-256'): Promise<Uint8Array> {
  if (digest === 'SHA-256') return sign(await sign(makePdf()))
  const twice = await signByHand(await signByHand(makePdf(), { field: 6, value: 20 }), { field: 7, value: 21 })
  return withCms(twice, (content, signer) => faultyCms(content, signer, { digest: DIGESTS[digest] }))
}

describe('a signed PDF that was damaged or changed', () => {
  const files = new Map<string, Uint8Array>()
  before(async () => {
    for (const digest of ['SHA-256', 'SHA-384', 'SHA-512'] as const) {
      const pdf = await signedTwice(digest)
      assert.equal((await verify(pdf)).valid, true)
      files.set(digest, pdf)
    }
  })

  /** Of three files, 2,001 bytes in all. No byte is free: the padding of /Contents must be zeros, its digits in one case. */
  for (const digest of ['SHA-256', 'SHA-384', 'SHA-512'])
    it(`is never valid after any bit of any byte was flipped: ${digest}`, async function () {
      this.timeout(0)
      const signed = files.get(digest) as Uint8Array
      await fc.assert(
        fc.asyncProperty(fc.nat(signed.length - 1), fc.nat(7), async (at, bit) => {
          assert.equal(await isValid(flipped(signed, at, bit)), false, `byte ${at}, bit ${bit}`)
        }),
        { numRuns: fuzzRuns(667) },
      )
    })

  it('is never valid after a bit of the signature itself was flipped', async function () {
    this.timeout(0)
    const signed = files.get('SHA-256') as Uint8Array
    const [, start] = rangeOf(signed)
    await fc.assert(
      fc.asyncProperty(fc.nat(2 * 2500), fc.nat(7), async (at, bit) => {
        assert.equal(await isValid(flipped(signed, start + at, bit)), false, `digit ${at}, bit ${bit}`)
      }),
      { numRuns: fuzzRuns(400) },
    )
  })

  it('is never valid when it was cut anywhere', async function () {
    this.timeout(0)
    const signed = await sign(makePdf())
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), async (length) => {
        assert.equal(await isValid(signed.subarray(0, length)), false, `cut at ${length}`)
      }),
      { numRuns: fuzzRuns(500) },
    )
  })

  it('never shows the second signature when it was cut before its end', async function () {
    this.timeout(0)
    const signed = files.get('SHA-256') as Uint8Array
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: signed.length - 1 }), async (length) => {
        const { valid, signatures } = await verify(signed.subarray(0, length))
        assert.equal(signatures.length < 2 || !valid, true)
      }),
      { numRuns: fuzzRuns(100) },
    )
  })
})
