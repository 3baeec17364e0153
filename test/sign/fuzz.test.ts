import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openPdf } from '../../server/src/pdf/file.ts'
import { latin1 } from '../../server/src/pdf/lexer.ts'
import { reference } from '../../server/src/pdf/objects.ts'
import { readPages } from '../../server/src/pdf/pages.ts'
import { readAnyway } from '../../server/src/pdf/rebuild.ts'
import { AlgorithmError } from '../../server/src/sign/algorithms.ts'
import { readCertificate } from '../../server/src/sign/certificate.ts'
import { readCms } from '../../server/src/sign/cmsReader.ts'
import { DerError } from '../../server/src/sign/der.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { fuzzRuns } from '../support/fuzz.ts'
import { packed } from './attacks/attack.ts'
import { rangeOf, sign, testSigner, verify } from './signing.ts'

/** One way to spoil bytes; places are taken modulo the length. */
type Change =
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'cut'; readonly at: number; readonly count: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly count: number }
  | { readonly kind: 'write'; readonly at: number; readonly text: string }

/** Words over which readers of PDF stumble. */
const WORDS = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '<',
  '/',
  '%',
  ' 0 R',
  '99999999999',
  '-1',
  'null',
  'obj',
  'endobj',
  'stream',
  'xref',
  'trailer',
  '\0',
  '\r',
]

const place = fc.nat(100_000)
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: place, byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: place, count: fc.nat(40) }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, count: fc.nat(40) }),
  fc.record({ kind: fc.constant('write' as const), at: place, text: fc.constantFrom(...WORDS) }),
)
const changes = fc.array(change, { minLength: 1, maxLength: 4 })

function spoiled(bytes: Uint8Array, all: readonly Change[]): Uint8Array {
  return all.reduce((before, each) => {
    const at = each.at % Math.max(1, before.length)
    if (each.kind === 'set') return joined(before.subarray(0, at), Uint8Array.of(each.byte), before.subarray(at + 1))
    if (each.kind === 'cut') return joined(before.subarray(0, at), before.subarray(at + each.count))
    if (each.kind === 'repeat') return joined(before.subarray(0, at + each.count), before.subarray(at))
    return joined(before.subarray(0, at), Buffer.from(each.text, 'latin1'), before.subarray(at + each.text.length))
  }, bytes)
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

/** The work may fail only with errors of these kinds. */
function failsOnlyAs(kinds: readonly (abstract new (...given: never[]) => Error)[], work: () => unknown): void {
  try {
    work()
  } catch (error) {
    assert.ok(
      kinds.some((kind) => error instanceof kind),
      String(error instanceof Error ? error.stack : error),
    )
  }
}

/** Grown by spoiled files, in bytes. */
const MOST_MEMORY = 500_000_000

describe('random damage', () => {
  let memory: number
  before(() => {
    memory = process.resourceUsage().maxRSS
  })

  it('to a CMS or a certificate is told as such, 20,000 times', async function () {
    this.timeout(0)
    const signed = await sign(makePdf())
    const [, start, end] = rangeOf(signed)
    const whole = Buffer.from(latin1(signed.subarray(start + 1, end - 1)), 'hex')
    const cms = new Uint8Array(whole.subarray(0, 4 + whole.readUInt16BE(2)))
    const { certificate } = await testSigner()
    fc.assert(
      fc.property(changes, (all) => {
        failsOnlyAs([DerError, AlgorithmError], () => readCms(spoiled(cms, all)))
        failsOnlyAs([DerError], () => readCertificate(spoiled(certificate, all)))
      }),
      { numRuns: fuzzRuns(10_000) },
    )
  })

  it('to a PDF is a sentence, or another PDF, 20,000 times', function () {
    this.timeout(0)
    const plain = makePdf()
    const sources = [plain, packed(plain, { 3: '<< /Type /Page /Parent 2 0 R >>', 20: '(x)' }, [3, 20])]
    const readAll = (bytes: Uint8Array): void => {
      const view = openPdf(bytes).view()
      for (let number = 0; number < 45; number++) view.resolve(reference(number))
      readPages(view)
    }
    fc.assert(
      fc.property(fc.constantFrom(...sources), changes, (source, all) => {
        const bytes = spoiled(source, all)
        failsOnlyAs([Failure], () => readAll(bytes))
      }),
      { numRuns: fuzzRuns(20_000) },
    )
  })

  it('to a PDF that is pieced together is a sentence, or another PDF', function () {
    this.timeout(0)
    const pdf = makePdf()
    fc.assert(
      fc.property(changes, (all) => {
        failsOnlyAs([Failure], () => readAnyway(spoiled(pdf, all), readPages))
      }),
      { numRuns: fuzzRuns(2000) },
    )
  })

  it('to a signed PDF is a verdict, and never that it is valid', async function () {
    this.timeout(0)
    const signed = await sign(await sign(makePdf()))
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const bytes = spoiled(signed, all)
        if (Buffer.compare(bytes, signed) === 0) return
        const valid = await verify(bytes).then(
          (verdict) => verdict.valid,
          (error) => {
            if (error instanceof Failure) return false
            throw error
          },
        )
        assert.equal(valid, false)
      }),
      { numRuns: fuzzRuns(300) },
    )
  })

  after(() => {
    const grown = (process.resourceUsage().maxRSS - memory) * 1024
    assert.ok(grown < MOST_MEMORY, `${Math.round(grown / 1e6)} MB`)
  })
})
