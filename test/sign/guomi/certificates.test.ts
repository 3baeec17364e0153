import assert from 'node:assert/strict'
import { nodeCrypto } from '../../../server/src/node/crypto.ts'
import { nodeRandom } from '../../../server/src/node/random.ts'
import { readCertificate } from '../../../server/src/sign/certificate.ts'
import { readSm2PublicKey } from '../../../server/src/sign/guomi/keyInfo.ts'
import { verifySm2 } from '../../../server/src/sign/guomi/sm2.ts'
import { createIdentity } from '../../../server/src/sign/identity.ts'
import { openP12 } from '../../../server/src/sign/p12.ts'
import { judgeTrust } from '../../../server/src/sign/trust.ts'
import { needJudge } from '../../support/judges.ts'
import { clock, ports } from '../signing.ts'
import { withOpenssl } from './openssl.ts'
import { makePki } from './pki.ts'

const password = 'Seal Pass-1'
const request = { name: '某某市人民政府', organ: '某某市', password, days: 365, algorithm: 'SM2' } as const

describe('SM2 certificates', () => {
  it('of OpenSSL are read, and their chain is followed', async function () {
    needJudge(this, 'openssl')
    await withOpenssl(async (bench) => {
      const { root, sub, signer } = makePki(bench)
      assert.deepEqual([signer.keyKind, signer.commonName], ['SM2', '某某市人民政府'])
      const now = new Date(Date.now() + 60_000)
      const trustIn = async (given: typeof root, trusted: typeof root) =>
        (await judgeTrust(signer, [given], [trusted], now, nodeCrypto)).trust
      assert.equal(await trustIn(sub, root), 'trusted')
      assert.equal(await trustIn(root, root), 'unknown', 'the issuer is missing')
      const forged = { ...sub, publicKey: root.publicKey }
      assert.equal(await trustIn(forged, root), 'unknown', 'another key in the name of the issuer')
    })
  })
})

describe('an SM2 test identity', () => {
  it('says in name and unit that it is one, and is signed by itself', async () => {
    const { p12, pem } = await createIdentity(request, { clock, random: nodeRandom })
    const key = await openP12({ bytes: p12, password }, ports)
    const certificate = readCertificate(key.chain[0] as Uint8Array)
    assert.equal(certificate.commonName, '某某市人民政府（测试）')
    assert.deepEqual(certificate.organUnits, ['仅供测试，不具法律效力'])
    assert.deepEqual([key.algorithm, certificate.keyKind], ['SM2', 'SM2'])
    assert.deepEqual(certificate.usage, { sign: true, certify: true, revoke: false })
    assert.equal(verifySm2(certificate.publicKey, certificate.signature, certificate.signed), true)
    assert.match(pem, /^-----BEGIN CERTIFICATE-----\n/)
    const text = new TextEncoder().encode('通知')
    assert.equal(verifySm2(certificate.publicKey, await key.sign(text, 'SM3'), text), true)
  })

  it('has a key of its own each time', async () => {
    const keys = await Promise.all(
      [1, 2].map(async () => {
        const { p12 } = await createIdentity(request, { clock, random: nodeRandom })
        const { chain } = await openP12({ bytes: p12, password }, ports)
        return Buffer.from(readSm2PublicKey(readCertificate(chain[0] as Uint8Array).publicKey)).toString('hex')
      }),
    )
    assert.notEqual(keys[0], keys[1])
  })

  it('stays closed to a wrong password', async () => {
    const { p12 } = await createIdentity(request, { clock, random: nodeRandom })
    await assert.rejects(openP12({ bytes: p12, password: 'guess' }, ports), { code: 'sign-p12-password' })
  })

  it('is accepted by OpenSSL: certificate, chain, P12 and key', async function () {
    needJudge(this, 'openssl')
    const { p12, pem } = await createIdentity(request, { clock, random: nodeRandom })
    await withOpenssl((bench) => {
      bench.put('c.pem', pem)
      bench.put('k.p12', p12)
      const shown = bench.run('x509', '-in', '@c.pem', '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus_space')
      assert.equal(shown.code, 0, shown.stderr)
      assert.match(shown.stdout, /Signature Algorithm: SM2-with-SM3/)
      assert.match(shown.stdout, /ASN1 OID: SM2/)
      assert.match(shown.stdout, /某某市人民政府（测试）/)
      assert.match(shown.stdout, /CA:TRUE, pathlen:0/)
      assert.match(shown.stdout, /Digital Signature, Non Repudiation, Certificate Sign\n/)
      const verified = ['-vfyopt', 'distid:1234567812345678', '-attime', '1795417200', '-CAfile', '@c.pem', '@c.pem']
      bench.make('verify', ...verified)
      bench.make('pkcs12', '-in', '@k.p12', '-passin', `pass:${password}`, '-nodes', '-out', '@all.pem')
      bench.make('pkey', '-in', '@all.pem', '-pubout', '-out', '@from-key.pem')
      bench.make('x509', '-in', '@c.pem', '-pubkey', '-noout', '-out', '@from-certificate.pem')
      assert.deepEqual(bench.bytes('from-key.pem').length > 0, true)
      const [fromKey, fromCertificate] = ['from-key', 'from-certificate'].map((name) =>
        bench.run('pkey', '-pubin', '-in', `@${name}.pem`, '-noout', '-text'),
      )
      assert.deepEqual(fromKey, fromCertificate)
      bench.make('pkey', '-in', '@all.pem', '-check', '-noout')
    })
  })
})
