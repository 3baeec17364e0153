import assert from 'node:assert/strict'
import { join } from 'node:path'
import { readCms } from '../../server/src/sign/cmsReader.ts'
import { signAtLevel, timestampPdf } from '../../server/src/sign/signAtLevel.ts'
import { addValidationData, type ValidationData } from '../../server/src/sign/validationData.ts'
import type { Verdict } from '../../server/src/sign/verdict.ts'
import { verifyPdf } from '../../server/src/sign/verify.ts'
import type { Message } from '../../server/src/text/finding.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { appendRevision, makePdf } from '../pdf/samplePdf.ts'
import { judge, needJudge } from '../support/judges.ts'
import { objectText } from './attacks/attack.ts'
import { detach, inFolder, trustStore } from './judging.ts'
import { type Holder, livePorts, type Pki, pki } from './pki.ts'
import { clockAt, patch, rulesOf } from './signing.ts'

let authority: Pki

const signed = async (holder: Holder, preservation: Parameters<typeof signAtLevel>[3]) =>
  signAtLevel(makePdf(), await authority.key(holder), {}, preservation, livePorts)
const judged = (pdf: Uint8Array, clock = livePorts.clock): Promise<Verdict> =>
  verifyPdf(pdf, { trusted: [authority.certificate('root')] }, { ...livePorts, clock })
const tsa = (): string => `${authority.address}/tsa`
/** Revocation lists of both authorities. */
const lists = (): ValidationData => ({
  certificates: [],
  crls: [authority.bytes('middle.crl'), authority.bytes('root.crl')],
  ocsps: [],
})
const said = (note: { readonly message: Message } | undefined) => note && formatMessage(note.message)
const later = (days: number) => clockAt(new Date(Date.now() + days * 86_400_000).toISOString())

describe('timestamps and validation data', function () {
  this.timeout(60_000)
  before(async function () {
    needJudge(this as never, 'openssl')
    authority = await pki()
  })

  it('B-T: the token is over the signature value, and OpenSSL, pdfsig and we accept it', async function () {
    needJudge(this, 'pdfsig')
    const { pdf, notes } = await signed('rsa2048', { tsa: tsa() })
    assert.deepEqual(notes, [])
    const verdict = await judged(pdf)
    assert.deepEqual(rulesOf(verdict), [])
    const [signature] = verdict.signatures
    assert.equal(signature?.level, 'B-T')
    assert.equal(signature?.time?.from, 'timestamp')
    const cms = readCms(detach(pdf).cms)
    const root = authority.bytes('root.pem')
    const middle = authority.bytes('middle.pem')
    const files = { 'f.pdf': pdf, 't.der': cms.timestamp as Uint8Array, 's.bin': cms.signature }
    await inFolder({ ...files, 'root.pem': root, 'middle.pem': middle }, (folder) => {
      const at = (name: string): string => join(folder, name)
      const trust = ['-CAfile', at('root.pem'), '-untrusted', at('middle.pem')]
      const run = judge('openssl', ['ts', '-verify', '-in', at('t.der'), '-token_in', '-data', at('s.bin'), ...trust])
      assert.match(run.stdout + run.stderr, /Verification: OK/)
      const { stdout } = judge('pdfsig', ['-nssdir', trustStore(folder), at('f.pdf')])
      assert.match(stdout, /Signature is Valid[\s\S]*Certificate is Trusted/)
    })
  })

  const faults = [
    { path: '/nonsense', why: 'an answer that is no timestamp', sentence: /读不懂/ },
    { path: '/replay', why: 'a token for another question', sentence: /旧时间戳/ },
    { path: '/nowhere', why: 'a server without the service', sentence: /拒绝/ },
    { path: '/endless', why: 'an answer without end', sentence: /过大/ },
  ]
  for (const { path, why, sentence } of faults)
    it(`${why} costs the level and not the signature`, async () => {
      const { pdf, notes } = await signed('p256', { tsa: authority.address + path })
      assert.equal(notes[0]?.rule, 'sign-timestamp-missing')
      assert.match(said(notes[0]) ?? '', sentence)
      const verdict = await judged(pdf)
      assert.equal(verdict.valid && verdict.trusted, true)
      assert.equal(verdict.signatures[0]?.level, 'B-B')
    })

  it('a server that is not there costs the level only', async () => {
    const { pdf, notes } = await signed('p256', { tsa: 'http://127.0.0.1:9/tsa' })
    assert.match(said(notes[0]) ?? '', /连不上/)
    assert.equal((await judged(pdf)).valid, true)
  })

  it('other addresses than http and https are asked nothing', async () => {
    const { notes } = await signed('p256', { tsa: 'file:///etc/passwd' })
    assert.match(said(notes[0]) ?? '', /http/)
  })

  it('a timestamp whose authority nobody trusts counts for the level, not for the time', async () => {
    const { pdf } = await signed('p256', { tsa: tsa() })
    const verdict = await verifyPdf(pdf, { trusted: [] }, livePorts)
    const [signature] = verdict.signatures
    assert.deepEqual([signature?.level, signature?.time?.from], ['B-T', 'claimed'])
    assert.ok(rulesOf(verdict).includes('sign-timestamp'))
  })

  it('B-LT from files: DSS in a later revision, readers still call the signature good', async function () {
    needJudge(this, 'qpdf')
    const { pdf, notes } = await signed('p384', { tsa: tsa(), data: lists() })
    assert.deepEqual(notes, [])
    const verdict = await judged(pdf)
    assert.deepEqual(rulesOf(verdict), [])
    const [signature] = verdict.signatures
    assert.deepEqual([signature?.level, signature?.changesAfter], ['B-LT', 'allowed'])
    await inFolder({ 'f.pdf': pdf, 'root.pem': authority.bytes('root.pem') }, (folder) => {
      const { stdout } = judge('pdfsig', ['-nssdir', trustStore(folder), join(folder, 'f.pdf')])
      assert.match(stdout, /Signature is Valid/)
      assert.match(
        judge('qpdf', ['--check', join(folder, 'f.pdf')]).stdout,
        /No syntax or stream encoding errors found/,
      )
    })
  })

  it('B-LT by asking the services that the certificate names, and no others', async () => {
    authority.asked.length = 0
    const { pdf } = await signed('online', { tsa: tsa(), online: true, data: lists() })
    assert.deepEqual(authority.asked, ['/tsa', '/ocsp'])
    assert.equal((await judged(pdf)).signatures[0]?.level, 'B-LT')
  })

  it('data that do not suffice are told, and the level is not claimed', async () => {
    const data = { certificates: [], crls: [authority.bytes('middle.crl')], ocsps: [] }
    const { pdf, notes } = await signed('p256', { tsa: tsa(), data })
    assert.deepEqual(
      notes.map(({ rule }) => rule),
      ['sign-level-short'],
    )
    assert.equal((await judged(pdf)).signatures[0]?.level, 'B-T')
  })

  it('B-LTA: a document timestamp over it all, which may be renewed', async function () {
    needJudge(this, 'pdfsig')
    const { pdf } = await signed('rsa2048', { tsa: tsa(), data: lists() })
    const once = await timestampPdf(pdf, { tsa: tsa() }, livePorts)
    const twice = await timestampPdf(once.pdf, { tsa: tsa() }, livePorts)
    const verdict = await judged(twice.pdf)
    assert.deepEqual(rulesOf(verdict), [])
    assert.equal(verdict.valid && verdict.trusted, true)
    assert.deepEqual(
      verdict.signatures.map(({ level, documentTimestamp }) => documentTimestamp ?? level),
      ['B-LTA', true, true],
    )
    await inFolder({ 'f.pdf': twice.pdf, 'root.pem': authority.bytes('root.pem') }, (folder) => {
      const { stdout } = judge('pdfsig', ['-nssdir', trustStore(folder), join(folder, 'f.pdf')])
      assert.match(stdout, /Signature #1[\s\S]*?Signature is Valid/)
      const { cms, content } = detach(twice.pdf)
      assert.ok(cms.length > 0 && content.length > 0)
    })
  })

  it('OpenSSL accepts a document timestamp over the bytes around it', async () => {
    const { pdf } = await timestampPdf((await signed('p256', {})).pdf, { tsa: tsa() }, livePorts)
    const { cms, content } = detach(pdf)
    const files = { 't.der': cms, 'f.bin': content }
    const authorities = { 'root.pem': authority.bytes('root.pem'), 'middle.pem': authority.bytes('middle.pem') }
    await inFolder({ ...files, ...authorities }, (folder) => {
      const at = (name: string): string => join(folder, name)
      const trust = ['-CAfile', at('root.pem'), '-untrusted', at('middle.pem')]
      const run = judge('openssl', ['ts', '-verify', '-in', at('t.der'), '-token_in', '-data', at('f.bin'), ...trust])
      assert.match(run.stdout + run.stderr, /Verification: OK/)
    })
  })

  it('any byte of a file with a document timestamp may not be changed', async () => {
    const { pdf } = await timestampPdf((await signed('p256', {})).pdf, { tsa: tsa() }, livePorts)
    assert.equal((await judged(pdf)).valid, true)
    assert.equal((await judged(patch(pdf, '0 0 1 rg', '0 1 1 rg'))).valid, false)
    const nowhere = pdf.lastIndexOf(0x3e)
    for (const place of [100, Math.floor(pdf.length / 2), nowhere - 1]) {
      const flipped = Uint8Array.from(pdf)
      flipped[place] = (flipped[place] as number) ^ 1
      assert.equal((await judged(flipped)).valid, false, `byte ${place}`)
    }
  })

  it('a timestamp alone is no signature', async () => {
    const { pdf } = await timestampPdf(makePdf(), { tsa: tsa() }, livePorts)
    const verdict = await judged(pdf)
    assert.equal(verdict.valid, false)
    assert.ok(rulesOf(verdict).includes('sign-unsigned'))
  })

  it('an expired certificate is no matter when a trusted timestamp is older', async () => {
    const [stamped, plain] = [await signed('p256', { tsa: tsa() }), await signed('p256', {})]
    const [good, doubtful] = [await judged(stamped.pdf, later(400)), await judged(plain.pdf, later(400))]
    assert.deepEqual(rulesOf(good), [])
    assert.equal(good.trusted, true)
    assert.ok(rulesOf(doubtful).includes('sign-certificate-expired'))
  })

  it('a certificate that was revoked before is not trusted, whatever the timestamp says', async () => {
    const { pdf } = await signed('revoked', { tsa: tsa(), data: lists() })
    const verdict = await judged(pdf)
    assert.equal(verdict.signatures[0]?.trust, 'revoked')
    assert.equal(verdict.trusted, false)
    assert.ok(rulesOf(verdict).includes('sign-revoked'))
  })

  it('revocation after the signature is no matter with a timestamp, and is one without', async () => {
    const data = { ...lists(), crls: [authority.listRevoking('p256', 1 / 24), authority.bytes('root.crl')] }
    const stamped = await judged((await signed('p256', { tsa: tsa(), data })).pdf)
    const [signature] = stamped.signatures
    assert.deepEqual([signature?.trust, signature?.level], ['trusted', 'B-LT'])
    assert.ok(signature?.problems.some(({ rule }) => rule === 'sign-revoked-later'))
    const claimed = await judged((await signed('p256', { data })).pdf)
    assert.equal(claimed.signatures[0]?.trust, 'revoked')
  })

  it('a list that somebody else has signed proves nothing', async () => {
    const forged = Uint8Array.from(authority.bytes('middle.crl'))
    forged[forged.length - 1] = (forged[forged.length - 1] as number) ^ 1
    const crls = [forged, authority.bytes('root.crl')]
    const { pdf } = await signed('revoked', { tsa: tsa(), data: { certificates: [], crls, ocsps: [] } })
    const [signature] = (await judged(pdf)).signatures
    assert.deepEqual([signature?.trust, signature?.level], ['trusted', 'B-T'])
  })

  it('a signer who was revoked stays so when a later revision has an empty store', async () => {
    const { pdf } = await signed('revoked', { tsa: tsa(), data: lists() })
    const text = objectText(pdf, 1).replace(/\/DSS \d+ 0 R/, '/DSS << /Type /DSS >>')
    const emptied = appendRevision(pdf, { 1: text })
    assert.notEqual(text, objectText(pdf, 1))
    const verdict = await judged(emptied)
    assert.deepEqual([verdict.trusted, verdict.signatures[0]?.trust], [false, 'revoked'])
  })

  it('the earliest of several revocations counts, in whatever order they are told', async () => {
    const early = authority.listRevoking('p256', -5)
    const late = authority.listRevoking('p256', 1 / 24)
    for (const crls of [
      [late, early],
      [early, late],
    ]) {
      const data = { certificates: [], crls: [...crls, authority.bytes('root.crl')], ocsps: [] }
      const verdict = await judged((await signed('p256', { tsa: tsa(), data })).pdf)
      assert.equal(verdict.signatures[0]?.trust, 'revoked')
    }
  })

  it('data that came after the document timestamp are not kept by it', async () => {
    const junk = { certificates: [], crls: [new TextEncoder().encode('junk')], ocsps: [] }
    const { pdf } = await signed('rsa2048', { tsa: tsa(), data: junk })
    const stamped = (await timestampPdf(pdf, { tsa: tsa() }, livePorts)).pdf
    const verdict = await judged(await addValidationData(stamped, lists(), livePorts.crypto))
    assert.equal(verdict.signatures[0]?.level, 'B-LT')
  })
})
