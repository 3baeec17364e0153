import assert from 'node:assert/strict'
import { deflateSync } from 'node:zlib'
import { latin1 } from '../../server/src/pdf/lexer.ts'
import { appendRevision, makePdf, SAMPLE, streamText } from '../pdf/samplePdf.ts'
import { objectText } from './attacks/attack.ts'
import { signByHand } from './handSigned.ts'
import { rulesOf, sign, verify } from './signing.ts'

/** Packed to a thousandth. */
function zeros(bytes: number): string {
  return streamText('/Filter /FlateDecode', latin1(deflateSync(new Uint8Array(bytes))))
}

describe('a signed file made to exhaust the verifier', () => {
  it('by validation data that unfold to gigabytes is told to be too large', async () => {
    const signed = await sign(makePdf())
    const numbers = [60, 61, 62, 63, 64]
    const store = `/DSS << /CRLs [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`
    const verdict = await verify(
      appendRevision(signed, {
        1: objectText(signed, 1).replace('/Type', `${store} /Type`),
        ...Object.fromEntries(numbers.map((number) => [number, zeros(16_000_000)])),
      }),
    )
    assert.equal(verdict.valid, false)
    assert.deepEqual(rulesOf(verdict), ['sign-damaged'])
  })

  it('by one signature in thousands of fields is told to be too large', async () => {
    const numbers = Array.from({ length: 1100 }, (_, index) => 100 + index)
    const fields = Object.fromEntries(
      numbers.map((number) => [
        number,
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (f${number}) /Rect [0 0 0 0] /V 9999 0 R >>`,
      ]),
    )
    const form = `/Fields [6 0 R 7 0 R ${numbers.map((number) => `${number} 0 R`).join(' ')}]`
    const pdf = makePdf({ ...SAMPLE, ...fields, 1: (SAMPLE[1] as string).replace('/Fields [6 0 R 7 0 R]', form) })
    const verdict = await verify(await signByHand(pdf, { field: 6, value: 9999 }))
    assert.equal(verdict.valid, false)
    assert.deepEqual(rulesOf(verdict), ['sign-damaged'])
    assert.deepEqual(verdict.signatures, [])
  })
})
