import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { nodeClock } from '../../server/src/node/clock.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { judge, needJudge } from '../support/judges.ts'
import { type Sandbox, sandbox } from './runCli.ts'

const MODULES = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib64/pkcs11/libsofthsm2.so']
const PIN = '7391-pin'

/** With the commands of docs/signatures.md: SoftHSM is a PKCS#11 token in software, whose keys do not come out. */
describe('a key in a PKCS#11 token', function () {
  this.timeout(60_000)
  const module = MODULES.find((path) => existsSync(path)) ?? ''
  const { SOFTHSM2_CONF, PKCS11_MODULE_PATH, UKEY_PIN } = process.env
  let box: Sandbox

  const must = (program: string, ...args: readonly string[]): void => {
    const { code, stderr } = judge(program, args)
    assert.equal(code, 0, `${program}: ${stderr}`)
  }
  const uri = (label: string): string =>
    `pkcs11:token=hongtou;object=${label};type=private?pin-source=file:${join(box.path, 'pin')}`
  const token = ['--module', module, '--token-label', 'hongtou', '--login', '--pin', 'env:UKEY_PIN']
  const ENGINE = ['-engine', 'pkcs11', '-keyform', 'engine']

  before(function () {
    needJudge(this as never, 'softhsm2-util', () => module !== '')
    needJudge(this as never, 'pkcs11-tool')
    needJudge(this as never, 'openssl', () => judge('openssl', ['engine', '-t', 'pkcs11']).stdout.includes('available'))
    box = sandbox()
    mkdirSync(join(box.path, 'tokens'))
    const conf = box.put('softhsm2.conf', `directories.tokendir = ${join(box.path, 'tokens')}\n`)
    box.put('pin', PIN)
    box.put('f.pdf', makePdf())
    box.put(
      'req.cnf',
      '[req]\ndistinguished_name=dn\nx509_extensions=v\n[dn]\n[v]\nkeyUsage=critical,digitalSignature\n',
    )
    Object.assign(process.env, {
      SOFTHSM2_CONF: join(box.path, conf),
      PKCS11_MODULE_PATH: module,
      UKEY_PIN: PIN,
    })
    must('softhsm2-util', '--init-token', '--free', '--label', 'hongtou', '--pin', PIN, '--so-pin', PIN)
    for (const [id, label, kind] of [
      ['01', 'rsa', 'rsa:2048'],
      ['02', 'ec', 'EC:prime256v1'],
    ] as const) {
      must('pkcs11-tool', ...token, '--keypairgen', '--key-type', kind, '--id', id, '--label', label)
      const made = ['-days', '30', '-subj', `/CN=${label}`, '-config', join(box.path, 'req.cnf')]
      const out = ['-out', join(box.path, `${label}.pem`)]
      must('openssl', 'req', '-new', '-x509', ...ENGINE, '-key', uri(label), ...made, ...out)
    }
  })
  after(() => {
    for (const [name, value] of Object.entries({ SOFTHSM2_CONF, PKCS11_MODULE_PATH, UKEY_PIN }))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    box?.remove()
  })

  const cases = [
    {
      how: 'RSA, by the engine of OpenSSL',
      label: 'rsa',
      program: 'openssl',
      args: () => ['pkeyutl', '-sign', ...ENGINE, '-inkey', uri('rsa'), '-pkeyopt', 'digest:sha256'],
    },
    {
      how: 'ECDSA, by pkcs11-tool',
      label: 'ec',
      program: 'pkcs11-tool',
      args: () => [...token, '--sign', '--mechanism', 'ECDSA', '--signature-format', 'openssl', '--id', '02'],
    },
  ]
  for (const { how, label, program, args } of cases)
    it(`signs: ${how}`, async () => {
      const signer = ['--cert', `${label}.pem`, '--signer', program, ...args().map((arg) => `--signer-arg=${arg}`)]
      const run = (...given: readonly string[]) => box.run(given, { clock: nodeClock })
      const { code, err } = await run('sign', 'f.pdf', '-o', `${label}.pdf`, ...signer)
      assert.equal(code, 0, err)
      assert.ok(!err.includes(PIN))
      assert.equal((await run('verify', `${label}.pdf`, '--trust', `${label}.pem`)).code, 0)
    })
})
