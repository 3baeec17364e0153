import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyPdf } from '../../server/src/sign/verify.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { judge, needJudge } from '../support/judges.ts'
import { withScratch } from '../support/scratch.ts'
import { clockAt, ports, rulesOf, sign, withCms } from './signing.ts'

const RSA = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']
const EC = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']
const PSS = ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:digest']

const CASES = [
  { name: 'RSA with SHA-256', key: RSA, options: ['-md', 'sha256', '-cades'], rules: [] },
  { name: 'RSA with SHA-512', key: RSA, options: ['-md', 'sha512', '-cades'], rules: [] },
  { name: 'RSA-PSS', key: RSA, options: ['-md', 'sha256', '-cades', ...PSS], rules: [] },
  { name: 'ECDSA P-256', key: EC, options: ['-md', 'sha256', '-cades'], rules: [] },
  { name: 'ECDSA with SHA-384', key: EC, options: ['-md', 'sha384', '-cades'], rules: [] },
  { name: 'no signing certificate attribute', key: RSA, options: ['-md', 'sha256'], rules: [], level: 'other' },
  { name: 'a signer named by key identifier', key: RSA, options: ['-md', 'sha256', '-cades', '-keyid'], rules: [] },
  { name: 'named by key identifier alone', key: RSA, options: ['-md', 'sha256', '-keyid'], rules: [], level: 'other' },
  { name: 'SHA-1', key: RSA, options: ['-md', 'sha1'], rules: ['sign-weak-algorithm'], level: 'other' },
  {
    name: 'content carried along',
    key: RSA,
    options: ['-md', 'sha256', '-nodetach'],
    rules: ['sign-broken'],
    level: 'other',
  },
]

describe('signatures that OpenSSL has made', () => {
  for (const { name, key, options, rules, level = 'B-B' } of CASES)
    it(`${name}: ${rules.join() || 'good'}`, async function () {
      needJudge(this, 'openssl')
      await withScratch(async (folder) => {
        const at = (file: string): string => join(folder, file)
        judge('openssl', ['genpkey', ...key, '-out', at('k.pem')])
        const made = ['-x509', '-new', '-key', at('k.pem'), '-subj', '/CN=Other', '-days', '30', '-out', at('c.pem')]
        judge('openssl', ['req', ...made])
        judge('openssl', ['x509', '-in', at('c.pem'), '-outform', 'DER', '-out', at('c.der')])
        const certificate = new Uint8Array(readFileSync(at('c.der')))
        const pdf = await withCms(await sign(makePdf()), async (content) => {
          writeFileSync(at('content'), content)
          const files = ['-signer', at('c.pem'), '-inkey', at('k.pem'), '-in', at('content'), '-out', at('s.der')]
          const run = judge('openssl', ['cms', '-sign', '-binary', '-outform', 'DER', ...files, ...options])
          assert.equal(run.code, 0, run.stderr)
          return new Uint8Array(readFileSync(at('s.der')))
        })
        const now = clockAt(new Date(Date.now() + 60_000).toISOString())
        const verdict = await verifyPdf(pdf, { trusted: [certificate] }, { ...ports, clock: now })
        const [signature] = verdict.signatures
        assert.deepEqual(
          rulesOf(verdict).filter((rule) => rule !== 'sign-untrusted'),
          rules,
        )
        assert.equal(verdict.valid, rules.length === 0)
        assert.equal(signature?.level, level)
        if (rules.length === 0) assert.equal(signature?.signer, 'Other')
      })
    })
})
