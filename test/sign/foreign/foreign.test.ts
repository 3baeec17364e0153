import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { EMPTY_PROFILE } from '../../../server/src/profile/profile.ts'
import { signAtLevel, timestampPdf } from '../../../server/src/sign/signAtLevel.ts'
import type { Verdict } from '../../../server/src/sign/verdict.ts'
import { verifyPdf } from '../../../server/src/sign/verify.ts'
import { Failure } from '../../../server/src/text/failure.ts'
import { makePdf, SAMPLE } from '../../pdf/samplePdf.ts'
import { fuzzRuns } from '../../support/fuzz.ts'
import { judge, needJudge } from '../../support/judges.ts'
import { bundledPress } from '../../support/press.ts'
import { livePorts, type Pki, pki } from '../pki.ts'
import { rulesOf } from '../signing.ts'
import { compileItext, itext, needItext, packKey } from './itext.ts'
import { needPdfbox, signWithPdfbox } from './pdfbox.ts'

let authority: Pki

const at = (file: string): string => join(authority.folder, file)
const read = (file: string): Uint8Array => new Uint8Array(readFileSync(at(file)))
const verify = (pdf: Uint8Array): Promise<Verdict> =>
  verifyPdf(pdf, { trusted: [authority.certificate('root')] }, livePorts)
const levelsOf = ({ signatures }: Verdict) =>
  signatures.map(({ level, documentTimestamp }) => (documentTimestamp ? 'timestamp' : level))

const NOTICE = `---
发文机关: 某某市人民政府
成文日期: 2026年11月20日
---

# 某某市人民政府关于做好供暖工作的通知

各县（市、区）人民政府：

请做好供暖工作。
`

/** A rendered document, with its metadata, signed by us. */
async function signedNotice(): Promise<Uint8Array> {
  const press = bundledPress()
  const uri = 'file:///公文.gw.md'
  press.update(uri, 1, NOTICE, EMPTY_PROFILE)
  const pdf = await press.pdf(uri, { epoch: 1_700_000_000, attachSource: false }, new AbortController().signal)
  await press.close()
  return (await signAtLevel(pdf, await authority.key('p256'), {}, {}, livePorts)).pdf
}

describe('signatures of other programs', function () {
  this.timeout(120_000)
  before(async function () {
    needJudge(this as never, 'openssl')
    authority = await pki()
    writeFileSync(at('in.pdf'), makePdf())
    writeFileSync(at('ours.pdf'), await signedNotice())
  })

  describe('iText', () => {
    before(async function () {
      needItext(this as never)
      compileItext(authority.folder)
      for (const holder of ['rsa2048', 'rsa3072']) packKey(authority.folder, holder)
      const tsa = `${authority.address}/tsa`
      await itext(
        authority.folder,
        'sign in.pdf bb.pdf rsa2048.p12 first CADES - visible',
        'sign in.pdf pkcs7.pdf rsa2048.p12 first CMS - invisible',
        'sign in.pdf prepared.pdf rsa2048.p12 seal-1 CADES - visible',
        `sign in.pdf bt.pdf rsa2048.p12 first CADES ${tsa} visible`,
        'preserve bt.pdf blt.pdf first middle.der root.der middle.crl root.crl',
        `stamp blt.pdf blta.pdf stamp ${tsa}`,
        'sign ours.pdf behind.pdf rsa2048.p12 first CADES - visible',
        `sign blta.pdf twice.pdf rsa3072.p12 second CADES ${tsa} invisible`,
      )
    })

    const cases: readonly (readonly [file: string, levels: readonly string[], what: string])[] = [
      ['bb.pdf', ['B-B'], 'a visible signature with the certificate bound to it'],
      ['pkcs7.pdf', ['other'], 'an invisible signature of the older kind'],
      ['prepared.pdf', ['B-B'], 'a signature in our prepared field'],
      ['bt.pdf', ['B-T'], 'one with a timestamp'],
      ['blt.pdf', ['B-LT'], 'its validation data in a later revision'],
      ['blta.pdf', ['B-LTA', 'timestamp'], 'a document timestamp over them'],
      ['behind.pdf', ['B-B', 'B-B'], 'a second signer after one of ours, the metadata written anew'],
      ['twice.pdf', ['B-LTA', 'timestamp', 'B-LT'], 'a second signer after all that'],
    ]
    for (const [file, levels, what] of cases)
      it(`${what}: valid, trusted, ${levels.join(', ')}`, async () => {
        const verdict = await verify(read(file))
        const beside = ['sign-signatory', 'sign-new-visible-field']
        const told = rulesOf(verdict).filter((rule) => !beside.includes(rule))
        assert.deepEqual(told, [])
        assert.equal(verdict.valid && verdict.trusted, true)
        assert.deepEqual(levelsOf(verdict), levels)
      })

    it('finds our long-term data: the lists in the DSS, and the document timestamp over them', async () => {
      const data = { certificates: [], crls: [authority.bytes('middle.crl'), authority.bytes('root.crl')], ocsps: [] }
      const key = await authority.key('rsa2048')
      const service = { tsa: `${authority.address}/root-tsa` }
      const { pdf } = await signAtLevel(makePdf(), key, {}, { ...service, data }, livePorts)
      const once = await timestampPdf(pdf, service, livePorts)
      const twice = await timestampPdf(once.pdf, service, livePorts)
      writeFileSync(at('kept.pdf'), twice.pdf)
      const lines = await itext(authority.folder, 'judge kept.pdf root.der')
      assert.deepEqual(levelsOf(await verify(twice.pdf)), ['B-LTA', 'timestamp', 'timestamp'])
      assert.deepEqual(lines.slice(0, 3), [
        'seal-1\tvalid\trevision\tstamped',
        '时间戳1\tvalid\trevision\ttimestamp',
        '时间戳2\tvalid\twhole\ttimestamp',
      ])
      // The intermediate authority is no anchor of iText's: it has nothing but our lists to go by.
      for (const name of ['某某市人民政府', '测试中级'])
        assert.match(lines.join('\n'), new RegExp(`long-term\tC=CN,O=${name},.*Valid CRLs found: 1`))
      assert.doesNotMatch(lines.join('\n'), /refused/)
    })

    it('misses the lists where there are none', async () => {
      const { pdf } = await signAtLevel(
        makePdf(),
        await authority.key('rsa2048'),
        {},
        { tsa: `${authority.address}/root-tsa` },
        livePorts,
      )
      writeFileSync(at('bare.pdf'), pdf)
      assert.match((await itext(authority.folder, 'judge bare.pdf root.der')).join('\n'), /refused/)
    })
  })

  describe('PDFBox with Bouncy Castle', () => {
    before(function () {
      needPdfbox(this as never)
      for (const holder of ['rsa2048', 'rsa3072']) packKey(authority.folder, holder)
      signWithPdfbox(
        authority.folder,
        'in.pdf box.pdf rsa2048.p12 invisible',
        'box.pdf box2.pdf rsa3072.p12 invisible',
        'box2.pdf box3.pdf rsa2048.p12 visible',
        'ours.pdf after.pdf rsa2048.p12 visible',
      )
    })

    it('one signature, two, and a third that is shown: valid and trusted, and that the CMS is no DER is told', async () => {
      for (const [file, count] of [
        ['box.pdf', 1],
        ['box2.pdf', 2],
        ['box3.pdf', 3],
      ] as const) {
        const verdict = await verify(read(file))
        assert.equal(verdict.valid && verdict.trusted, true)
        assert.deepEqual(levelsOf(verdict), Array(count).fill('other'))
        for (const { problems } of verdict.signatures)
          assert.deepEqual(
            problems.map(({ rule }) => rule),
            ['sign-not-der'],
          )
      }
    })

    it('a second signer after one of ours: valid and trusted', async () => {
      const verdict = await verify(read('after.pdf'))
      assert.equal(verdict.valid && verdict.trusted, true)
      assert.deepEqual(levelsOf(verdict), ['B-B', 'other'])
    })

    it('no bit of such a signature is free either, nor of the certificates above the signer’s', async function () {
      this.timeout(0)
      const pdf = read('box2.pdf')
      await fc.assert(
        fc.asyncProperty(fc.nat(pdf.length - 1), fc.nat(7), async (place, bit) => {
          const copy = Uint8Array.from(pdf)
          copy[place] = (copy[place] as number) ^ (1 << bit)
          const isTrusted = await verify(copy).then(
            ({ valid, trusted }) => valid && trusted,
            (error) => {
              if (error instanceof Failure) return false
              throw error
            },
          )
          assert.equal(isTrusted, false, `byte ${place}, bit ${bit}`)
        }),
        { numRuns: fuzzRuns(667) },
      )
    })
  })

  it('poppler: valid and trusted', async function () {
    needJudge(this, 'pdfsig')
    needJudge(this, 'pk12util')
    packKey(authority.folder, 'rsa2048')
    const store = `sql:${authority.folder}`
    judge('certutil', ['-N', '-d', store, '--empty-password'])
    judge('pk12util', ['-i', at('rsa2048.p12'), '-d', store, '-W', '123456', '-K', ''])
    const key = ['-add-signature', '-nick', 'rsa2048', '-nssdir', store, '-nss-pwd', '']
    // poppler forgets to list its field in a form that is no object of its own.
    const form = { 1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 20 0 R >>', 20: '<< /Fields [6 0 R 7 0 R] >>' }
    writeFileSync(at('form.pdf'), makePdf({ ...SAMPLE, ...form }))
    const run = judge('pdfsig', [at('form.pdf'), at('poppler.pdf'), ...key])
    assert.equal(run.code, 0, run.stderr)
    const verdict = await verify(read('poppler.pdf'))
    assert.equal(verdict.valid && verdict.trusted, true)
  })

  it('mutool: refused, because it signs with SHA-1', async function () {
    needJudge(this, 'mutool')
    packKey(authority.folder, 'rsa2048')
    judge('mutool', ['sign', '-s', at('rsa2048.p12'), '-P', '123456', '-o', at('mutool.pdf'), at('in.pdf')])
    assert.deepEqual(rulesOf(await verify(read('mutool.pdf'))), ['sign-weak-algorithm'])
  })
})
