import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeClock } from '../../server/src/node/clock.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { type Pki, pki } from '../sign/pki.ts'
import { needJudge } from '../support/judges.ts'
import { type Sandbox, sandbox } from './runCli.ts'

describe('keys of hongtou sign', function () {
  this.timeout(60_000)
  let authority: Pki
  let box: Sandbox

  before(async function () {
    needJudge(this as never, 'openssl')
    authority = await pki()
    box = sandbox()
    box.put('f.pdf', makePdf())
    for (const file of [
      'root.pem',
      'middle.pem',
      'p256.pem',
      'p256.key',
      'rsa2048.pem',
      'rsa2048.key',
      'root.crl',
      'middle.crl',
    ])
      box.put(file, authority.bytes(file))
  })
  after(() => box?.remove())

  const run = (...args: readonly string[]) => box.run(args, { clock: nodeClock, environment: { PASSWORD: SECRET } })
  const SECRET = 'Geheimnis-7391'
  const sign = (...args: readonly string[]) => run('sign', 'f.pdf', '-o', 's.pdf', '--force', ...args)
  const verified = async () => (await run('verify', 's.pdf', '--trust', 'root.pem')).code

  it('a key file with its certificates', async () => {
    const { code, err } = await sign('--key', 'p256.key', '--cert', 'p256.pem', '--cert', 'middle.pem')
    assert.equal(code, 0, err)
    assert.equal(await verified(), 0)
  })

  it('an external program: the digest goes in, the signature comes out', async () => {
    const args = ['pkeyutl', '-sign', '-inkey', join(box.path, 'rsa2048.key'), '-pkeyopt', 'digest:sha256']
    const given = args.flatMap((arg) => [`--signer-arg=${arg}`])
    const { code, err } = await sign('--cert', 'rsa2048.pem', '--cert', 'middle.pem', '--signer', 'openssl', ...given)
    assert.equal(code, 0, err)
    assert.equal(await verified(), 0)
  })

  it('an external program that speaks JSON', async () => {
    box.put(
      'signer.mjs',
      `import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
const { schema, algorithm, digestAlgorithm, data } = JSON.parse(readFileSync(0, 'utf8'))
if (schema !== 1 || algorithm !== 'ECDSA' || digestAlgorithm !== 'SHA-256') process.exit(3)
const key = createPrivateKey(readFileSync(process.argv[2]))
console.log(JSON.stringify({ signature: sign('sha256', Buffer.from(data, 'base64'), key).toString('base64') }))`,
    )
    const program = ['--signer', process.execPath, '--signer-arg', join(box.path, 'signer.mjs')]
    const rest = ['--signer-arg', join(box.path, 'p256.key'), '--signer-protocol', 'json']
    const { code, err } = await sign('--cert', 'p256.pem', '--cert', 'middle.pem', ...program, ...rest)
    assert.equal(code, 0, err)
    assert.equal(await verified(), 0)
  })

  const faults = [
    { name: 'that is not there', signer: ['--signer', 'no-such-program'], says: /找不到外部签名程序/ },
    { name: 'that fails', signer: ['--signer', 'false'], says: /报告失败/ },
    { name: 'that answers something else', signer: ['--signer', 'cat'], says: /与“某某市公安局”的证书不符/ },
  ]
  for (const { name, signer, says } of faults)
    it(`a program ${name} makes no signature`, async () => {
      const { code, err } = await sign('--cert', 'p256.pem', ...signer)
      assert.equal(code, 2)
      assert.match(err, says)
    })

  it('one key, and its certificate', async () => {
    assert.match((await sign()).err, /三者选一/)
    assert.match((await sign('--key', 'p256.key')).err, /--cert/)
  })

  it('a timestamp and lists on the way, and a document timestamp afterwards', async () => {
    const tsa = ['--tsa', `${authority.address}/tsa`]
    const lists = ['--crl', 'middle.crl', '--crl', 'root.crl']
    const signed = await sign('--key', 'p256.key', '--cert', 'p256.pem', '--cert', 'middle.pem', ...tsa, ...lists)
    assert.equal(signed.code, 0, signed.err)
    assert.equal((await run('timestamp', 's.pdf', ...tsa)).code, 0)
    const { out } = await run('verify', 's.pdf', '--trust', 'root.pem')
    assert.match(out, /级别　　PAdES B-LTA/)
    assert.match(out, /文档时间戳 2/)
  })

  it('no password in messages, command lines, files or what a failure leaves behind', async () => {
    const locked = ['-topk8', '-v2', 'aes-256-cbc', '-passout', `pass:${SECRET}`, '-out', join(box.path, 'locked.key')]
    execFileSync('openssl', ['pkcs8', '-in', join(box.path, 'p256.key'), ...locked])
    const key = ['--key', 'locked.key', '--cert', 'p256.pem', '--cert', 'middle.pem', '--password-env', 'PASSWORD']
    const seen: string[] = []
    const watch = setInterval(() => seen.push(...commandLines()), 5)
    const good = await sign(...key, '--verbose')
    const wrong = await box.run(['sign', 'f.pdf', '-o', 'w.pdf', ...key, '--verbose'], {
      clock: nodeClock,
      environment: { PASSWORD: `${SECRET}x` },
    })
    clearInterval(watch)
    assert.equal(good.code, 0, good.err)
    assert.equal(wrong.code, 2)
    const said = [good.out, good.err, wrong.out, wrong.err, ...seen, ...commandLines()].join('\n')
    assert.doesNotMatch(said, new RegExp(SECRET))
    for (const folder of [box.path, tmpdir()])
      for (const name of readdirSync(folder)) {
        const path = join(folder, name)
        const found = statSync(path, { throwIfNoEntry: false })
        if (!found?.isFile() || found.size > 1_000_000 || found.mtimeMs < started) continue
        assert.equal(readFileSync(path).includes(SECRET), false, path)
      }
  })

  const started = Date.now()

  it('a program that is killed while it writes leaves the old file', async () => {
    const old = box.bytes('f.pdf')
    box.put('target.pdf', old)
    const path = join(box.path, 'target.pdf')
    const module = new URL('../../server/src/node/files.ts', import.meta.url).href
    const program = `const { nodeFiles } = await import(${JSON.stringify(module)})
const files = nodeFiles(); const bytes = new Uint8Array(100_000_000).fill(1)
console.log('writing'); await files.write(${JSON.stringify(new URL(`file://${path}`).href)}, bytes)`
    box.put('writer.mts', program)
    const child = spawn(process.execPath, ['--import', 'tsx', join(box.path, 'writer.mts')], {
      cwd: new URL('../../', import.meta.url).pathname,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((resolve) => child.stdout.once('data', () => setTimeout(resolve, 30)))
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    assert.deepEqual(box.bytes('target.pdf'), old)
  })
})

/** Command lines of all processes, where the system shows them. */
function commandLines(): readonly string[] {
  try {
    return readdirSync('/proc').flatMap((name) => {
      if (!/^\d+$/.test(name) || Number(name) === process.pid) return []
      try {
        return [readFileSync(`/proc/${name}/cmdline`, 'latin1')]
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}
