import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCertificate } from '../../server/src/sign/certificate.ts'
import { readKeyFile } from '../../server/src/sign/keyFile.ts'
import { openKeyPair, type RsaScheme } from '../../server/src/sign/keyPair.ts'
import { openP12 } from '../../server/src/sign/p12.ts'
import { signPdf } from '../../server/src/sign/sign.ts'
import { verifyPdf } from '../../server/src/sign/verify.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { judge, needJudge } from '../support/judges.ts'
import { detach, inFolder, trustStore } from './judging.ts'
import { type Holder, livePorts, pki } from './pki.ts'

const UNCHANGED = /The document is unchanged since signing/
/** mutool knows no PSS. */
const CANNOT = /Digest error: Unknown error/

const CASES: readonly {
  readonly holder: Holder
  readonly scheme?: RsaScheme
  readonly name: string
  readonly mutool?: RegExp
}[] = [
  { holder: 'rsa2048', name: 'RSA-2048' },
  { holder: 'rsa3072', name: 'RSA-3072' },
  { holder: 'rsa4096', name: 'RSA-4096' },
  { holder: 'rsa2048', scheme: 'PSS', name: 'RSA-2048 PSS', mutool: CANNOT },
  { holder: 'rsa4096', scheme: 'PSS', name: 'RSA-4096 PSS', mutool: CANNOT },
  { holder: 'p256', name: 'ECDSA P-256' },
  { holder: 'p384', name: 'ECDSA P-384' },
]

describe('signatures with all kinds of keys', function () {
  this.timeout(60_000)
  for (const { holder, scheme, name, mutool = UNCHANGED } of CASES)
    it(`${name}: OpenSSL, pdfsig and we agree that it is good; mutool ${mutool === CANNOT ? 'cannot tell' : 'too'}`, async function () {
      needJudge(this, 'pdfsig')
      needJudge(this, 'mutool')
      const authority = await pki()
      const pdf = await signPdf(makePdf(), await authority.key(holder, scheme), {}, livePorts)
      const verdict = await verifyPdf(pdf, { trusted: [authority.certificate('root')] }, livePorts)
      assert.equal(verdict.valid && verdict.trusted, true, JSON.stringify(verdict))
      const { cms, content } = detach(pdf)
      const files = { 'f.pdf': pdf, 's.der': cms, 's.bin': content, 'root.pem': authority.bytes('root.pem') }
      await inFolder(files, (folder) => {
        const at = (file: string): string => join(folder, file)
        const given = ['-in', at('s.der'), '-content', at('s.bin'), '-CAfile', at('root.pem'), '-out', at('out')]
        const how = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any']
        const run = judge('openssl', [...how, ...given])
        assert.match(run.stderr, /CAdES Verification successful/)
        const { stdout } = judge('pdfsig', ['-nssdir', trustStore(folder), at('f.pdf')])
        assert.match(stdout, /Signature is Valid/)
        assert.match(stdout, /Certificate is Trusted/)
        assert.match(judge('mutool', ['sign', '-v', at('f.pdf')]).stdout, mutool)
      })
    })

  it('a curve that signatures should not use is refused with a sentence', async () => {
    const authority = await pki()
    await assert.rejects(authority.key('p521'), { code: 'sign-key-unsupported' })
  })

  const packings = [
    { name: 'AES-256', options: [] },
    { name: '3DES', options: ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'] },
  ]
  for (const { name, options } of packings)
    it(`an EC key comes out of a P12 packed with ${name}, under a Chinese password`, async () => {
      const { folder } = await pki()
      const run = (...args: readonly string[]): Buffer => execFileSync('openssl', args, { cwd: folder })
      const parts = ['-inkey', 'p256.key', '-in', 'p256.pem', '-certfile', 'middle.pem', '-passout', 'pass:密码 p']
      run('pkcs12', '-export', ...parts, ...options, '-out', 'ec.p12')
      const bytes = new Uint8Array(readFileSync(join(folder, 'ec.p12')))
      const key = await openP12({ bytes, password: '密码 p' }, livePorts)
      assert.equal(key.algorithm, 'ECDSA')
      assert.equal(key.chain.length, 2)
      assert.equal(readCertificate(key.chain[0] as Uint8Array).commonName, '某某市公安局')
    })

  it('an encrypted PKCS#8 file opens with its password, and fits no other certificate', async () => {
    const { folder, certificate } = await pki()
    const options = ['-topk8', '-v2', 'aes-256-cbc', '-passout', 'pass:secret']
    execFileSync('openssl', ['pkcs8', '-in', 'rsa2048.key', ...options, '-out', 'locked.key'], { cwd: folder })
    const bytes = new Uint8Array(readFileSync(join(folder, 'locked.key')))
    const pkcs8 = await readKeyFile(bytes, async () => 'secret')
    const open = (holder: Holder) => openKeyPair(pkcs8, [readCertificate(certificate(holder))], livePorts)
    assert.equal((await open('rsa2048')).algorithm, 'RSA-PKCS1')
    await assert.rejects(open('rsa3072'), { code: 'sign-p12-no-key' })
    await assert.rejects(
      readKeyFile(bytes, async () => 'wrong'),
      { code: 'sign-key-password' },
    )
  })
})
