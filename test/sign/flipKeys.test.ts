import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createIdentity } from '../../server/src/sign/identity.ts'
import type { SigningKey } from '../../server/src/sign/key.ts'
import { openP12 } from '../../server/src/sign/p12.ts'
import { signPdf } from '../../server/src/sign/sign.ts'
import { verifyPdf } from '../../server/src/sign/verify.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { fuzzRuns } from '../support/fuzz.ts'
import { needJudge } from '../support/judges.ts'
import { livePorts, pki } from './pki.ts'

async function sm2Key(): Promise<SigningKey> {
  const password = 'Seal Pass-1'
  const request = { name: '某某市人民政府', organ: '某某市', password, days: 365, algorithm: 'SM2' } as const
  const { p12 } = await createIdentity(request, livePorts)
  return openP12({ bytes: p12, password }, livePorts)
}

const KEYS: Readonly<Record<string, () => Promise<SigningKey>>> = {
  'P-256': async () => (await pki()).key('p256'),
  'P-384': async () => (await pki()).key('p384'),
  'RSA-PSS': async () => (await pki()).key('rsa2048', 'PSS'),
  SM2: sm2Key,
}

describe('a PDF signed with a key of another kind', () => {
  for (const [kind, open] of Object.entries(KEYS))
    it(`is never valid and trusted after any bit of it was flipped: ${kind}`, async function () {
      this.timeout(0)
      needJudge(this, 'openssl')
      const key = await open()
      const root = key.chain.at(-1) as Uint8Array
      // A root that is brought along counts for nothing, so nobody minds its bits.
      const chain = key.chain.length > 1 ? key.chain.slice(0, -1) : key.chain
      const signed = await signPdf(makePdf(), { ...key, chain }, {}, livePorts)
      const holds = async (pdf: Uint8Array): Promise<boolean> => {
        try {
          const { valid, trusted } = await verifyPdf(pdf, { trusted: [root] }, livePorts)
          return valid && trusted
        } catch (error) {
          if (error instanceof Failure) return false
          throw error
        }
      }
      assert.equal(await holds(signed), true)
      await fc.assert(
        fc.asyncProperty(fc.nat(signed.length - 1), fc.nat(7), async (at, bit) => {
          const copy = Uint8Array.from(signed)
          copy[at] = (copy[at] as number) ^ (1 << bit)
          assert.equal(await holds(copy), false, `byte ${at}, bit ${bit}`)
        }),
        { numRuns: fuzzRuns(300) },
      )
    })
})
