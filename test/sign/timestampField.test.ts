import assert from 'node:assert/strict'
import { prettyVerdict } from '../../server/src/cli/report/verdict.ts'
import { openPdf } from '../../server/src/pdf/file.ts'
import { array, dictionary, isDictionary, name, reference, stream, withEntries } from '../../server/src/pdf/objects.ts'
import { readCertificate } from '../../server/src/sign/certificate.ts'
import { placeSignature, placeTimestamp, type SignaturePlace } from '../../server/src/sign/place.ts'
import { signAtLevel, timestampPdf } from '../../server/src/sign/signAtLevel.ts'
import { appendSignature } from '../../server/src/sign/signatureRevision.ts'
import { requestTimestamp } from '../../server/src/sign/timestampRequest.ts'
import { verifyPdf } from '../../server/src/sign/verify.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { needJudge } from '../support/judges.ts'
import { sealPng } from './attacks/seals.ts'
import { livePorts, type Pki, pki } from './pki.ts'
import { rulesOf } from './signing.ts'

/** A timestamp can be had by anybody, so that it must not look like the seal of somebody. */
describe('the place of a document timestamp', function () {
  this.timeout(60_000)
  let authority: Pki
  let signed: Uint8Array
  before(async function () {
    needJudge(this as never, 'openssl')
    authority = await pki()
    signed = (await signAtLevel(makePdf(), await authority.key('p256'), { field: 'seal-1' }, {}, livePorts)).pdf
  })

  const tsa = (): string => `${authority.address}/tsa`
  const judged = (pdf: Uint8Array, trusted: 'root' | 'p256' = 'root') =>
    verifyPdf(pdf, { trusted: [authority.certificate(trusted)] }, livePorts)

  const stampWith = (pdf: Uint8Array, place: Parameters<typeof appendSignature>[1]['place']): Promise<Uint8Array> =>
    appendSignature(
      openPdf(pdf),
      {
        entries: { Type: name('DocTimeStamp'), Filter: name('Adobe.PPKLite'), SubFilter: name('ETSI.RFC3161') },
        room: 16_384,
        seed: 'x',
        place,
        sign: (content) => requestTimestamp(tsa(), content, livePorts),
      },
      livePorts.crypto,
    )

  /** A document timestamp that somebody puts where signatures are put. */
  const stampAt = (pdf: Uint8Array, place: SignaturePlace): Promise<Uint8Array> =>
    stampWith(pdf, (update, view, value) =>
      placeSignature(update, view, value, place, readCertificate(authority.certificate('p256'))),
    )

  const BOX = { Type: name('XObject'), Subtype: name('Form'), BBox: array([0, 0, 100, 100]) }
  for (const { what, drawings, rules } of [
    { what: 'no drawing', drawings: [], rules: [] },
    { what: 'an empty drawing, as common programs write', drawings: [['N', '']], rules: [] },
    { what: 'a drawing', drawings: [['N', '1 0 0 rg 0 0 99 99 re f']], rules: ['sign-timestamp-visible'] },
    {
      what: 'a drawing for another moment',
      drawings: [
        ['N', ''],
        ['D', '1 0 0 rg 0 0 99 99 re f'],
      ],
      rules: ['sign-timestamp-visible'],
    },
    { what: 'drawings without the usual one', drawings: [['R', '']], rules: ['sign-timestamp-visible'] },
  ] as const)
    it(`without an area may have ${what}: ${rules.length === 0 ? 'yes' : 'no'}`, async () => {
      const pdf = await stampWith(makePdf(), (update, view, value) => {
        const title = placeTimestamp(update, view, value)
        const field = reference(value.number + 1)
        const widget = update.read(field)
        assert.ok(isDictionary(widget) && widget.entries.get('T'))
        const shown = drawings.map(([key, data]) => [key, update.add(stream(BOX, new TextEncoder().encode(data)))])
        if (shown.length > 0) update.replace(field, withEntries(widget, { AP: dictionary(Object.fromEntries(shown)) }))
        return title
      })
      assert.deepEqual(
        rulesOf(await judged(pdf)).filter((rule) => rule !== 'sign-unsigned'),
        rules,
      )
    })

  it('is not the empty place of another organ', async () => {
    const verdict = await judged(await stampAt(signed, { field: 'seal-2' }))
    assert.equal(verdict.valid, false)
    assert.deepEqual(rulesOf(verdict), ['sign-timestamp-visible'])
  })

  it('is not a new one that is shown on a page', async () => {
    const full = (await signAtLevel(signed, await authority.key('p384'), { field: 'seal-2' }, {}, livePorts)).pdf
    const seen = await stampAt(full, { seal: sealPng(), place: { page: 1, rect: [100, 300, 100, 100] } })
    const verdict = await judged(seen)
    assert.equal(verdict.valid, false)
    assert.ok(rulesOf(verdict).includes('sign-timestamp-visible'))
  })

  it('is one of its own that shows nothing', async () => {
    const verdict = await judged((await timestampPdf(signed, { tsa: tsa() }, livePorts)).pdf)
    assert.deepEqual([verdict.valid, verdict.trusted, rulesOf(verdict)], [true, true, []])
  })

  it('an authority that nobody trusts is told, and is never called a signer', async () => {
    const verdict = await judged((await timestampPdf(signed, { tsa: tsa() }, livePorts)).pdf, 'p256')
    assert.deepEqual([verdict.valid, verdict.trusted, rulesOf(verdict)], [true, true, ['sign-timestamp']])
    const told = prettyVerdict(verdict, 'x', { signedCopy: undefined, trusting: true })
    assert.match(told, /文档时间戳 2[\s\S]*时间戳机构“测试时间戳”未受信任/)
    assert.doesNotMatch(told, /签章人未受信任/)
    assert.match(told, /此后　　第 3 版加了“测试时间戳”的文档时间戳\n/)
  })

  it('keeps its name in a list of many', async () => {
    let pdf = signed
    for (let count = 0; count < 6; count++) pdf = (await timestampPdf(pdf, { tsa: tsa() }, livePorts)).pdf
    const told = prettyVerdict(await judged(pdf), 'x', { signedCopy: undefined, trusting: true })
    assert.match(told, /^文档时间戳 7　.*有效，可信$/m)
    assert.doesNotMatch(told, /^签章 [2-7]　/m)
  })
})
