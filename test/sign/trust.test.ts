import assert from 'node:assert/strict'
import forge from 'node-forge'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import type { SigningKey } from '../../server/src/sign/key.ts'
import { signPdf } from '../../server/src/sign/sign.ts'
import { verifyPdf } from '../../server/src/sign/verify.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { clockAt, ports, sign, testSigner } from './signing.ts'

interface Holder {
  readonly name: string
  readonly keys: forge.pki.rsa.KeyPair
  readonly certificate: forge.pki.Certificate
  readonly bytes: Uint8Array
}

interface Issue {
  readonly name: string
  readonly by?: Holder
  readonly extensions?: readonly object[]
  readonly from?: string
  readonly until?: string
}

const CA = [
  { name: 'basicConstraints', critical: true, cA: true },
  { name: 'keyUsage', critical: true, keyCertSign: true },
]
const LEAF = [
  { name: 'basicConstraints', critical: true, cA: false },
  { name: 'keyUsage', critical: true, digitalSignature: true },
]

let serial = 1

function issue({ name, by, extensions = LEAF, from = '2026-01-01', until = '2027-01-01' }: Issue): Holder {
  const keys = forge.pki.rsa.generateKeyPair(2048)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = keys.publicKey
  certificate.serialNumber = (0x1000 + serial++).toString(16)
  certificate.validity.notBefore = new Date(`${from}T00:00:00Z`)
  certificate.validity.notAfter = new Date(`${until}T00:00:00Z`)
  certificate.setSubject([{ name: 'commonName', value: name }])
  certificate.setIssuer([{ name: 'commonName', value: by?.name ?? name }])
  certificate.setExtensions([...extensions])
  certificate.sign(by?.keys.privateKey ?? keys.privateKey, forge.md.sha256.create())
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes()
  return { name, keys, certificate, bytes: forge.util.binary.raw.decode(der) }
}

function keyOf({ keys, bytes }: Holder, ...chain: readonly Holder[]): SigningKey {
  const wrapped = forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(keys.privateKey))
  const pkcs8 = forge.util.binary.raw.decode(forge.asn1.toDer(wrapped).getBytes())
  return {
    chain: [bytes, ...chain.map((holder) => holder.bytes)],
    algorithm: 'RSA-PKCS1',
    sign: (attributes, digest) => nodeCrypto.sign(pkcs8, 'RSA-PKCS1', digest, attributes),
  }
}

describe('trust in the signer', () => {
  const root = issue({ name: 'Root', extensions: CA })
  const middle = issue({ name: 'Middle', by: root, extensions: CA })
  const signer = issue({ name: 'Signer', by: middle })
  const shortRoot = issue({
    name: 'Short',
    extensions: [{ name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 }],
  })
  const underShort = issue({ name: 'UnderShort', by: shortRoot, extensions: CA })
  const noCa = issue({ name: 'NoCa', by: root })
  const oldMiddle = issue({ name: 'OldMiddle', by: root, extensions: CA, until: '2026-06-01' })
  const strange = issue({
    name: 'Strange',
    by: root,
    extensions: [{ id: '2.5.29.30', critical: true, value: '\x30\x00' }],
  })
  const forged = issue({ name: 'Forged', by: { ...issue({ name: 'Root', extensions: CA }), name: 'Root' } })

  const cases = [
    {
      name: 'a chain over an intermediate to the trusted root',
      key: keyOf(signer, middle),
      trusted: [root],
      trust: 'trusted',
    },
    { name: 'a trusted intermediate', key: keyOf(signer), trusted: [middle], trust: 'trusted' },
    { name: 'the signer trusted directly', key: keyOf(signer), trusted: [signer], trust: 'trusted' },
    { name: 'a missing intermediate', key: keyOf(signer), trusted: [root], trust: 'unknown' },
    {
      name: 'a root that the file brings along itself',
      key: keyOf(signer, middle, root),
      trusted: [],
      trust: 'untrusted',
    },
    {
      name: 'an issuer that is no CA',
      key: keyOf(issue({ name: 'X', by: noCa }), noCa),
      trusted: [root],
      trust: 'unknown',
    },
    {
      name: 'a chain longer than the root allows',
      key: keyOf(issue({ name: 'Y', by: underShort }), underShort),
      trusted: [shortRoot],
      trust: 'unknown',
    },
    {
      name: 'an intermediate that had expired at the time of signing',
      key: keyOf(issue({ name: 'Z', by: oldMiddle }), oldMiddle),
      trusted: [root],
      trust: 'expired',
    },
    { name: 'a critical extension that we do not know', key: keyOf(strange), trusted: [root], trust: 'untrusted' },
    { name: 'a root of the same name with another key', key: keyOf(forged), trusted: [root], trust: 'unknown' },
  ] as const

  for (const { name, key, trusted, trust } of cases)
    it(`${name}: ${trust}`, async () => {
      const pdf = await signPdf(makePdf(), key, {}, ports)
      const verdict = await verifyPdf(pdf, { trusted: trusted.map(({ bytes }) => bytes) }, ports)
      assert.equal(verdict.valid, true, 'trust and integrity are different questions')
      assert.equal(verdict.signatures[0]?.trust, trust)
      assert.equal(verdict.trusted, trust === 'trusted')
    })

  it('judges by the time of signing, and tells that the certificate has expired since', async () => {
    const { certificate } = await testSigner()
    const late = { ...ports, clock: clockAt('2035-01-01T00:00:00Z') }
    const verdict = await verifyPdf(await sign(makePdf()), { trusted: [certificate] }, late)
    assert.equal(verdict.trusted, true)
    assert.ok(verdict.signatures[0]?.problems.some(({ rule }) => rule === 'sign-certificate-expired'))
  })

  it('marks a test identity', async () => {
    const { certificate } = await testSigner()
    const verdict = await verifyPdf(await sign(makePdf()), { trusted: [certificate] }, ports)
    assert.ok(verdict.signatures[0]?.problems.some(({ rule }) => rule === 'sign-test-identity'))
  })

  it('refuses a trusted certificate that is none', async () => {
    const verifying = verifyPdf(makePdf(), { trusted: [new Uint8Array(5)] }, ports)
    await assert.rejects(verifying, { code: 'verify-trusted' })
  })
})

describe('a file without signatures', () => {
  it('is not valid, and its empty fields are named', async () => {
    const verdict = await verifyPdf(makePdf(), { trusted: [] }, ports)
    assert.deepEqual([verdict.valid, verdict.trusted, verdict.signatures], [false, false, []])
    assert.deepEqual(
      verdict.problems.map(({ rule, severity, message }) => [rule, severity, ...message.args]),
      [
        ['sign-unsigned', 'error'],
        ['sign-field-empty', 'info', 'seal-1'],
        ['sign-field-empty', 'info', 'seal-2'],
      ],
    )
  })
})
