// The program as a process, from dist/: what tests in process cannot see.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { needJudge } from '../support/judges.ts'
import { SOUND } from './runCli.ts'

const program = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url))

describe('the program as a process', function () {
  this.timeout(30_000)
  let folder: string
  const at = (name: string): string => join(folder, name)
  const environment = { ...process.env, HONGTOU_FONTS: 'bundled', NO_COLOR: '1' }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hongtou-process-'))
    writeFileSync(at('通知.gw.md'), SOUND)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function run(...args: readonly string[]): {
    readonly code: number | null
    readonly out: string
    readonly err: string
  } {
    const done = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    return { code: done.status, out: done.stdout, err: done.stderr }
  }

  function ended(child: ChildProcess): Promise<number | null> {
    return new Promise((resolve) => child.on('close', resolve))
  }

  /** Kills it after so many milliseconds, if it has not ended by then. */
  async function killAfter(child: ChildProcess, wait: number): Promise<void> {
    const end = ended(child)
    await new Promise((resolve) => setTimeout(resolve, wait))
    child.kill('SIGKILL')
    await end
  }

  /** What all of them complain of, once all have ended. */
  async function complaints(children: readonly ChildProcess[]): Promise<readonly string[]> {
    return Promise.all(
      children.map(async (child) => {
        let said = ''
        child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
          said += piece
        })
        const code = await ended(child)
        return code === 0 ? '' : `${code} ${said}`
      }),
    )
  }

  it('finds templates, faces and colour profile where it is installed', () => {
    assert.equal(run('new', '请示').code, 0)
    const { code, err } = run('render', '通知.gw.md')
    assert.equal(code, 0, err)
    assert.equal(readFileSync(at('通知.pdf'), 'latin1').slice(0, 5), '%PDF-')
  })

  it('ends with the exit codes that are promised', () => {
    assert.equal(run('lint', '通知.gw.md').code, 0)
    writeFileSync(at('错.gw.md'), SOUND.replace('〔2026〕', '[2026]'))
    assert.equal(run('lint', '错.gw.md').code, 1)
    assert.equal(run('lint', '没有.gw.md').code, 2)
    assert.equal(run('--version').code, 0)
  })

  it('is silent about its progress where nobody watches', () => {
    assert.equal(
      run('render', '通知.gw.md')
        .err.split('\n')
        .filter((line) => line.includes('正在')).length,
      0,
    )
  })

  it('writes a long report whole into a pipe', () => {
    writeFileSync(at('长.gw.md'), SOUND + '完成率要达到60-80%,请落实.\n\n'.repeat(3000))
    const { out } = run('lint', '长.gw.md', '--format', 'json')
    assert.ok(JSON.parse(out).findings.length > 0)
  })

  it('ends quietly when its reader stops early, as head does', () => {
    writeFileSync(at('长.gw.md'), SOUND + '完成率要达到60-80%,请落实.\n\n'.repeat(3000))
    const command = `"${process.execPath}" "${program}" lint 长.gw.md --format json | head -c 10`
    const done = spawnSync('bash', ['-c', command], { cwd: folder, env: environment, encoding: 'utf8' })
    assert.deepEqual([done.stdout.length, done.stderr], [10, ''])
  })

  it('takes the password from a file descriptor', () => {
    const command = `"${process.execPath}" "${program}" cert new --name 某某局 -o 章.p12 --password-fd 3 3<<<"secret"`
    const done = spawnSync('bash', ['-c', command], { cwd: folder, env: environment, encoding: 'utf8' })
    assert.equal(done.status, 0, done.stderr)
    writeFileSync(at('密码'), 'secret')
    const opened = spawnSync('openssl', ['pkcs12', '-in', '章.p12', '-nokeys', '-passin', 'file:密码'], { cwd: folder })
    if (!opened.error) assert.equal(opened.status, 0, opened.stderr.toString())
  })

  it('says which descriptor has no password', () => {
    const { code, err } = run('cert', 'new', '--name', '某某局', '--password-fd', '77')
    assert.equal(code, 2)
    assert.match(err, /文件描述符 77 读不出密码/)
  })

  it('asks for the password on a terminal and shows nothing of it', async function () {
    if (process.platform !== 'linux') return this.skip()
    needJudge(this, 'script')
    // `script` gives the program a terminal; what it prints is what the user would see.
    const command = `"${process.execPath}" "${program}" cert new --name 某某局 -o 章.p12`
    const child = spawn('script', ['-qefc', command, '/dev/null'], { cwd: folder, env: environment })
    let seen = ''
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      if (seen.includes('请给证书设一个密码：') && !child.stdin.writableEnded) {
        setTimeout(() => child.stdin.end('geheim\u007Fm\r'), 200)
      }
    })
    assert.equal(await ended(child), 0, seen)
    assert.doesNotMatch(seen, /geh|eim/)
    assert.deepEqual(readdirSync(folder).sort(), ['章.p12', '章.pem', '通知.gw.md'].sort())
  })

  it('colours its report on a terminal, but not where NO_COLOR is set', function () {
    if (process.platform !== 'linux') return this.skip()
    needJudge(this, 'script')
    writeFileSync(at('错.gw.md'), SOUND.replace('〔2026〕', '[2026]'))
    const shown = (noColour: string): string => {
      const command = `"${process.execPath}" "${program}" lint 错.gw.md`
      const env = { ...environment, NO_COLOR: noColour, TERM: 'xterm' }
      return spawnSync('script', ['-qefc', command, '/dev/null'], { cwd: folder, env, encoding: 'utf8' }).stdout
    }
    assert.match(shown(''), /\u001B\[31m错误/)
    assert.match(shown('1'), / 错误 /)
    assert.ok(!shown('1').includes('\u001B'))
  })

  it('is the language server with lsp --stdio', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    })
    const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folder, env: environment })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    const answer = await new Promise<string>((resolve) => {
      let seen = ''
      server.stdout.on('data', (chunk: Buffer) => {
        seen += chunk.toString()
        if (seen.includes('"capabilities"')) resolve(seen)
      })
    })
    assert.match(answer, /^Content-Length: \d+\r\n/)
    assert.match(answer, /"textDocumentSync"/)
    server.kill()
    await ended(server)
  })

  it('stops when many documents are interrupted, and leaves nothing half-written', async () => {
    const text = SOUND + '各部门要各司其职，密切配合，确保群众温暖过冬。\n\n'.repeat(300)
    for (let number = 0; number < 200; number++) writeFileSync(at(`${number}.gw.md`), text)
    const child = spawn(process.execPath, [program, 'lint', '.', '--fix', '-j', '2'], { cwd: folder, env: environment })
    setTimeout(() => child.kill('SIGINT'), 600)
    const code = await ended(child)
    assert.ok(code === 130 || code === 0 || code === null, `exit code ${code}`)
    assert.deepEqual(
      readdirSync(folder).filter((name) => !name.endsWith('.gw.md')),
      [],
    )
  })

  it('leaves nothing half-written when it is interrupted', async () => {
    writeFileSync(at('长.gw.md'), SOUND + '各部门要各司其职，密切配合，确保群众温暖过冬。\n\n'.repeat(4000))
    writeFileSync(at('长.pdf'), '%PDF-old')
    const child = spawn(process.execPath, [program, 'render', '长.gw.md'], { cwd: folder, env: environment })
    setTimeout(() => child.kill('SIGINT'), 400)
    const code = await ended(child)
    const written = readFileSync(at('长.pdf'), 'latin1')
    // On a very fast machine it may be done before the signal arrives, on a very slow one not yet listen to it (null).
    if (code !== 0) {
      assert.ok(code === 130 || code === null, `exit code ${code}`)
      assert.equal(written, '%PDF-old')
    }
    assert.deepEqual(readdirSync(folder).sort(), ['长.gw.md', '长.pdf', '通知.gw.md'].sort())
  })

  it('loses no entry that eight processes record at the same time', async () => {
    const who = ['--name', '王某', '--organ', '某某市人民政府办公室']
    const children = Array.from({ length: 8 }, (_, nth) =>
      spawn(process.execPath, [program, 'record', 'add', '通知.gw.md', '批注', '--opinion', `第${nth}条`, ...who], {
        cwd: folder,
        env: environment,
      }),
    )
    assert.deepEqual(await complaints(children), Array(8).fill(''))
    const log = readFileSync(at('通知.gw.log'), 'utf8')
    for (let nth = 0; nth < 8; nth++) assert.ok(log.includes(`第${nth}条`), log)
    assert.equal(run('record', 'verify', '通知.gw.md').code, 0)
  })

  const CLERK = ['--name', '赵某', '--organ', '某某市人民政府办公室']
  const drafts = Array.from({ length: 8 }, (_, nth) => `${nth}.gw.md`)
  const putDrafts = (): void => {
    for (const [nth, name] of drafts.entries())
      writeFileSync(at(name), SOUND.replace(/^发文字号: .*$/m, '发文字号: 某政发〔2026〕号').replace('供暖', `${nth}`))
    rmSync(at('通知.gw.md'))
  }
  const take = (name: string) =>
    spawn(process.execPath, [program, 'register', 'take', name, ...CLERK], { cwd: folder, env: environment })
  const numberIn = (name: string) => /^发文字号: 某政发〔2026〕(\d*)号$/m.exec(readFileSync(at(name), 'utf8'))?.[1]

  it('gives eight processes that ask at the same time eight numbers', async () => {
    putDrafts()
    assert.deepEqual(await complaints(drafts.map(take)), Array(8).fill(''))
    assert.deepEqual(new Set(drafts.map(numberIn)), new Set(['1', '2', '3', '4', '5', '6', '7', '8']))
    const { code, out } = run('register', 'verify')
    assert.deepEqual([code, out], [0, '发文登记.jsonl：登记了8个号，没有发现问题。\n'])
  })

  it('loses no number and gives none twice when it is killed', async () => {
    putDrafts()
    const some = drafts.slice(0, 4)
    for (const [nth, name] of some.entries()) await killAfter(take(name), 160 + 70 * nth)
    for (const name of some) assert.equal(run('register', 'take', name, ...CLERK).code, 0)
    assert.deepEqual(some.map(numberIn).sort(), ['1', '2', '3', '4'])
    assert.equal(run('register', 'verify').code, 0)
  }).timeout(180_000)

  it('leaves a process log that verifies when it is killed', async () => {
    const who = ['--name', '王某', '--organ', '某某市人民政府办公室']
    assert.equal(run('record', 'add', '通知.gw.md', '拟稿', ...who).code, 0)
    for (const wait of [60, 120, 160, 200, 240]) {
      const child = spawn(process.execPath, [program, 'record', 'add', '通知.gw.md', '批注', ...who], {
        cwd: folder,
        env: environment,
      })
      await killAfter(child, wait)
      const { code, out } = run('record', 'verify', '通知.gw.md')
      assert.equal(code, 0, out)
    }
  })
})
