import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { nodeRandom } from '../../server/src/node/random.ts'
import { readCertificate } from '../../server/src/sign/certificate.ts'
import { createIdentity } from '../../server/src/sign/identity.ts'
import { openP12 } from '../../server/src/sign/p12.ts'
import { judge, needJudge } from '../support/judges.ts'
import { withScratch } from '../support/scratch.ts'
import { clock, clockAt, ports, testSigner } from './signing.ts'

const password = '密码 test'

/** Lets OpenSSL make a key, a self-signed certificate and a P12 of them. */
function makeP12(key: readonly string[], exportOptions: readonly string[]): Uint8Array {
  return withScratch((folder) => {
    const [keyFile, certificate, p12] = ['k.pem', 'c.pem', 'k.p12'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    judge('openssl', ['genpkey', ...key, '-out', keyFile])
    judge('openssl', ['req', '-x509', '-new', '-key', keyFile, '-subj', '/CN=Test', '-days', '30', '-out', certificate])
    const made = judge('openssl', [
      ...['pkcs12', '-export', '-in', certificate, '-passout', `pass:${password}`, '-out', p12],
      ...(exportOptions.includes('-nokeys') ? [] : ['-inkey', keyFile]),
      ...exportOptions,
    ])
    assert.equal(made.code, 0, made.stderr)
    return new Uint8Array(readFileSync(p12))
  })
}

const RSA = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']
/** OpenSSL dates its certificates by the machine's clock, so it is asked what day it is. */
/** A minute from now, asked for when it is needed: the certificates are made while the tests run. */
const soon = () => ({ crypto: nodeCrypto, clock: clockAt(new Date(Date.now() + 60_000).toISOString()) })

describe('opening a P12', () => {
  const packings = [
    { name: 'AES-256, as OpenSSL 3 packs it', options: [] },
    {
      name: '3DES, as Windows packed it for long',
      options: ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    },
    { name: 'RC2-40 for the certificate, as the oldest files have it', options: ['-legacy'] },
  ]
  for (const { name, options } of packings)
    it(`reads ${name}, with a Chinese password`, async function () {
      needJudge(this, 'openssl')
      const key = await openP12({ bytes: makeP12(RSA, options), password }, soon())
      const certificate = readCertificate(key.chain[0] as Uint8Array)
      assert.equal(certificate.commonName, 'Test')
      const bytes = new TextEncoder().encode('签名')
      const signature = await key.sign(bytes, 'SHA-256')
      assert.equal(await nodeCrypto.verify(certificate.publicKey, 'RSA-PKCS1', 'SHA-256', signature, bytes), true)
    })

  it('says that a certificate without its key cannot sign', async function () {
    needJudge(this, 'openssl')
    const opening = openP12({ bytes: makeP12(RSA, ['-nokeys']), password }, soon())
    await assert.rejects(opening, { code: 'sign-p12-no-key' })
  })

  it('says that the key is too short', async function () {
    needJudge(this, 'openssl')
    const p12 = makeP12(['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'], [])
    await assert.rejects(openP12({ bytes: p12, password }, soon()), { code: 'sign-certificate-weak' })
  })

  it('says that the password is wrong, and never what it was', async () => {
    const { p12 } = await testSigner()
    await assert.rejects(
      openP12({ bytes: p12, password: 'secret-guess' }, ports),
      (error: Error & { code: string }) => {
        assert.equal(error.code, 'sign-p12-password')
        assert.doesNotMatch(JSON.stringify(error) + String(error.cause), /secret-guess/)
        return true
      },
    )
  })

  it('says that a file is no P12, or only part of one', async () => {
    const { p12 } = await testSigner()
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('hello'), p12.subarray(0, 900)])
      await assert.rejects(openP12({ bytes, password }, ports), { code: 'sign-p12-broken' })
  })

  it('says that the certificate has expired, or is not valid yet', async () => {
    const { p12, password } = await testSigner()
    const open = (time: string) => openP12({ bytes: p12, password }, { ...ports, clock: clockAt(time) })
    await assert.rejects(open('2028-01-01T00:00:00Z'), { code: 'sign-certificate-expired' })
    await assert.rejects(open('2026-01-01T00:00:00Z'), { code: 'sign-certificate-early' })
  })
})

describe('a test identity', () => {
  it('says in name and unit that it is one', async () => {
    const { certificate } = await testSigner()
    const { commonName, organUnits, keyBits, usage } = readCertificate(certificate)
    assert.equal(commonName, '某某市人民政府（测试）')
    assert.deepEqual(organUnits, ['仅供测试，不具法律效力'])
    assert.equal(keyBits, 2048)
    assert.deepEqual(usage, { sign: true, certify: true, revoke: false })
  })

  it('is packed with AES and opens in OpenSSL', async function () {
    needJudge(this, 'openssl')
    const { p12, password } = await testSigner()
    const run = withScratch((folder) => {
      const path = join(folder, 'k.p12')
      writeFileSync(path, p12)
      return judge('openssl', ['pkcs12', '-in', path, '-info', '-nodes', '-passin', `pass:${password}`])
    })
    assert.equal(run.code, 0, run.stderr)
    assert.match(run.stderr, /PBES2, PBKDF2, AES-256-CBC/)
  })

  const refused = [
    { name: ' ', password: 'x', days: 1, code: 'identity-name' },
    { name: '甲', password: '', days: 1, code: 'identity-password' },
    { name: '甲', password: '密码', days: 1, code: 'identity-password' },
    { name: '甲', password: 'x', days: 0, code: 'identity-days' },
    { name: '甲', password: 'x', days: 9999, code: 'identity-days' },
  ]
  for (const { code, ...request } of refused)
    it(`is refused for ${JSON.stringify(request)}`, async () => {
      await assert.rejects(createIdentity(request, { clock, random: nodeRandom }), { code })
    })
})
