import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { onePixelPng } from '../press/pictures.ts'
import { judge, needJudge } from '../support/judges.ts'
import { type Sandbox, SOUND, sandbox } from './runCli.ts'

const PASSWORD = { environment: { P: 'secret' } }
const WITH_PASSWORD = ['--password-env', 'P']

describe('the commands', () => {
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
  })
  afterEach(() => box.remove())

  async function run(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await box.run(args, PASSWORD)
    assert.equal(code, 0, err + out)
    return out + err
  }

  describe('help', () => {
    const COMMANDS = [
      'new',
      'lint',
      'format',
      'render',
      'sign',
      'verify',
      'build',
      'register',
      'lsp',
      'rules',
      'explain',
      'seal',
      'cert',
    ]

    it('is in Chinese, for the program and for every command', async () => {
      const { code, out } = await box.run(['--help'])
      assert.equal(code, 0)
      for (const command of COMMANDS) assert.match(out, new RegExp(`^  ${command} `, 'm'))
      for (const command of [...COMMANDS, 'cert new', 'seal new', 'seal show', 'seal sign', 'seal verify']) {
        const help = (await box.run([...command.split(' '), '--help'])).out
        assert.match(help, /^用法：/)
        assert.match(help, /显示帮助/)
        assert.doesNotMatch(help, /Usage|Options|Arguments|display|default:/, command)
      }
    })

    it('has examples for every command', async () => {
      for (const command of COMMANDS.filter((name) => !['cert', 'seal', 'register'].includes(name))) {
        assert.match((await box.run([command, '--help'])).out, /示例：\n {2}hongtou /, command)
      }
    })

    it('is shown, as wrong use, when no command is named', async () => {
      const { code, err, out } = await box.run([])
      assert.equal(code, 2)
      assert.equal(out, '')
      assert.match(err, /^用法： hongtou/)
    })

    it('tells the version', async () => {
      assert.equal((await box.run(['--version'])).out, '0.0.0\n')
    })
  })

  describe('new', () => {
    it('makes a document of every 文种, and lint finds no error in any', async () => {
      const { err } = await box.run(['new', '没有这种'])
      const genres = /可选的文种：(.*)。/.exec(err)?.[1]?.split('、') ?? []
      assert.equal(genres.length, 15)
      for (const genre of genres) await run('new', genre)
      assert.equal(readdirSync(box.path).length, 15)
      const { code, out } = await box.run(['lint', '.'])
      assert.equal(code, 0, out)
    })

    it('prints to standard output with -o -', async () => {
      const { out } = await box.run(['new', '通知', '-o', '-'])
      assert.match(out, /^---\n/)
      assert.deepEqual(readdirSync(box.path), [])
    })
  })

  describe('format', () => {
    const CROWDED = SOUND.replaceAll('\n\n', '\n')

    it('puts a document into canonical form, once', async () => {
      box.put('通知.gw.md', CROWDED)
      await run('format', '通知.gw.md')
      assert.notEqual(box.text('通知.gw.md'), CROWDED)
      const first = box.text('通知.gw.md')
      assert.equal(await run('format', '通知.gw.md'), '')
      assert.equal(box.text('通知.gw.md'), first)
    })

    it('only looks with --check', async () => {
      box.put('通知.gw.md', CROWDED)
      assert.equal((await box.run(['format', '--check', '通知.gw.md'])).code, 1)
      assert.equal(box.text('通知.gw.md'), CROWDED)
      box.put('通知.gw.md', SOUND)
      assert.equal((await box.run(['format', '--check', '通知.gw.md'])).code, 0)
    })

    it('works as a filter', async () => {
      box.put('通知.gw.md', CROWDED)
      const { out } = await box.run(['format', '-'], { input: CROWDED })
      await run('format', '通知.gw.md')
      assert.equal(out, box.text('通知.gw.md'))
    })
  })

  describe('rules and explain', () => {
    it('list every rule with its clause', async () => {
      const { out } = await box.run(['rules', '--format', 'json'])
      const rules = JSON.parse(out)
      assert.ok(Array.isArray(rules) && rules.length >= 30)
      for (const rule of rules) assert.ok(rule.schema === 1 && rule.id && rule.name && rule.clause && rule.strength)
      const table = (await box.run(['rules'])).out
      assert.equal(table.split('\n').length - 1, rules.length)
    })

    it('explain a rule by its id and by its name', async () => {
      const [rule] = JSON.parse((await box.run(['rules', '--format', 'json'])).out)
      const byId = (await box.run(['explain', rule.id])).out
      assert.match(byId, new RegExp(rule.name))
      assert.equal((await box.run(['explain', rule.name])).out, byId)
    })
  })

  describe('sign and verify', () => {
    beforeEach(async () => {
      box.put('通知.gw.md', SOUND)
      await run('render', '通知.gw.md')
      await run('cert', 'new', '--name', '某某市人民政府', '-o', '章.p12', ...WITH_PASSWORD)
    })

    it('sign into a new file; the PDF itself stays as it was', async () => {
      const before = box.bytes('通知.pdf')
      assert.match(await run('sign', '通知.pdf', '--p12', '章.p12', ...WITH_PASSWORD), /已签章 通知-签章\.pdf/)
      assert.deepEqual(box.bytes('通知.pdf'), before)
      assert.deepEqual(box.bytes('通知-签章.pdf').subarray(0, before.length), before, 'signing only appends')
    })

    it('say 0, 3, 1: valid and trusted, valid, not valid', async () => {
      await run('sign', '通知.pdf', '--p12', '章.p12', '-o', '成品.pdf', ...WITH_PASSWORD)
      const trusted = await box.run(['verify', '成品.pdf', '--trust', '章.pem'])
      assert.deepEqual([trusted.code, /受信任/.test(trusted.out)], [0, true])
      assert.match(trusted.out, /签章 1　“某某市人民政府（测试）”（第 \d 版，HongtouSeal1）\n {2}身份　　证书可信\n/)
      assert.match(trusted.out, /时间　　\d{4}年\d+月\d+日\d\d时\d\d分（北京时间）（签章人自述）\n/)
      const unknown = await box.run(['verify', '成品.pdf'])
      assert.deepEqual([unknown.code, /有效，但签章人未受信任/.test(unknown.out)], [3, true])
      const changed = box.bytes('成品.pdf')
      const at = new TextDecoder('latin1').decode(changed).indexOf('/MediaBox')
      changed[at + 12] = (changed[at + 12] as number) ^ 1
      box.put('改过.pdf', changed)
      assert.equal((await box.run(['verify', '改过.pdf', '--trust', '章.pem'])).code, 1)
      assert.equal((await box.run(['verify', '通知.pdf'])).code, 1, 'unsigned')
    })

    it('lead from the unsigned file to the signed one beside it', async () => {
      assert.match((await box.run(['verify', '通知.pdf'])).out, /^通知\.pdf：没有可以验证的签章。\n/)
      await run('sign', '通知.pdf', '--p12', '章.p12', ...WITH_PASSWORD)
      const { out } = await box.run(['verify', '通知.pdf'])
      assert.match(out, /^通知\.pdf：没有可以验证的签章。签了章的可能是 通知-签章\.pdf。\n/)
      assert.doesNotMatch((await box.run(['verify', '通知-签章.pdf'])).out, /可能是/)
    })

    it('print the verdict as one JSON document', async () => {
      await run('sign', '通知.pdf', '--p12', '章.p12', '-o', '成品.pdf', ...WITH_PASSWORD)
      const { code, out, err } = await box.run(['verify', '成品.pdf', '--format', 'json'])
      assert.deepEqual([code, err], [3, ''])
      const verdict = JSON.parse(out)
      assert.deepEqual([verdict.schema, verdict.valid, verdict.trusted], [1, true, false])
      const [signature] = verdict.signatures
      assert.deepEqual([signature.integrity, signature.coverage, signature.changesAfter], ['ok', 'whole', 'none'])
      const unsigned = JSON.parse((await box.run(['verify', '通知.pdf', '--format', 'json'])).out)
      assert.deepEqual([unsigned.valid, unsigned.signatures], [false, []])
      assert.match(unsigned.problems[0].rule, /unsigned$/)
    })

    it('trust the certificates of a folder', async () => {
      await run('sign', '通知.pdf', '--p12', '章.p12', '-o', '成品.pdf', ...WITH_PASSWORD)
      box.put('信任/机关/说明.txt', '')
      box.put('信任/章.pem', box.text('章.pem'))
      await run('verify', '成品.pdf', '--trust', '信任')
      const { code, err } = await box.run(['verify', '成品.pdf', '--trust', '信任/机关'])
      assert.deepEqual([code, err], [2, '错误：文件夹 信任/机关 里没有证书文件（.pem、.crt、.cer、.der）。\n'])
    })

    it('trust what the system trusts, when asked to', async () => {
      await run('sign', '通知.pdf', '--p12', '章.p12', '-o', '成品.pdf', ...WITH_PASSWORD)
      const known = Buffer.from(box.text('章.pem').replace(/-----.*-----|\s/g, ''), 'base64')
      const asked = ['verify', '成品.pdf', '--trust', 'system']
      assert.equal((await box.run(asked, { systemCertificates: [new Uint8Array(known)] })).code, 0)
      const { code, err } = await box.run(asked)
      assert.deepEqual([code, err], [2, '错误：没有找到操作系统信任的证书。请用 --trust 指定证书文件。\n'])
    })

    it('take out the file as one of its signatures saw it', async () => {
      await run('sign', '通知.pdf', '--p12', '章.p12', '-o', '一.pdf', ...WITH_PASSWORD)
      await run('sign', '一.pdf', '--p12', '章.p12', '-o', '二.pdf', ...WITH_PASSWORD)
      const out = await run('verify', '二.pdf', '--trust', '章.pem', '--revision', '1', '-o', '当时.pdf')
      assert.match(out, /此后　　第 3 版加了“某某市人民政府（测试）”的签章（[^）]*）\n/)
      assert.deepEqual(box.bytes('当时.pdf'), box.bytes('一.pdf'))
      for (const [args, reason] of [
        [['--revision', '9', '-o', '无.pdf'], /没有签章“9”，只有“/],
        [['--revision', '1'], /要一起写/],
        [['--revision', '1', '-o', '二.pdf'], /不能写到 二\.pdf 自己/],
      ] as const) {
        const refused = await box.run(['verify', '二.pdf', ...args])
        assert.equal(refused.code, 2)
        assert.match(refused.err, reason)
      }
    })

    it('are believed by poppler', async function () {
      needJudge(this, 'pdfsig')
      await run('sign', '通知.pdf', '--p12', '章.p12', '-o', '成品.pdf', ...WITH_PASSWORD)
      assert.match(judge('pdfsig', ['-nocert', join(box.path, '成品.pdf')]).stdout, /Signature is Valid/)
    })

    it('sign with a national key as with any other', async () => {
      await run('cert', 'new', '--name', '某某市人民政府', '--algorithm', 'SM2', '-o', '国密.p12', ...WITH_PASSWORD)
      await run('sign', '通知.pdf', '--p12', '国密.p12', '-o', '国密.pdf', ...WITH_PASSWORD)
      const { code, out } = await box.run(['verify', '国密.pdf', '--trust', '国密.pem', '--format', 'json'])
      assert.equal(code, 0, out)
      assert.equal(JSON.parse(out).signatures[0].integrity, 'ok')
    })

    it('sign any file without touching it, and judge it by the signature beside it', async () => {
      box.put('附表.csv', '单位,数量\n')
      assert.match(
        await run('sign', '附表.csv', '--detached', '--p12', '章.p12', ...WITH_PASSWORD),
        /已签名 附表\.csv\.p7s/,
      )
      assert.match(
        await run('verify', '附表.csv.p7s', '--trust', '章.pem'),
        /签章有效，签章人受信任[\s\S]*级别　　CAdES B-B/,
      )
      assert.equal(box.text('附表.csv'), '单位,数量\n')
      assert.equal((await box.run(['verify', '附表.csv.p7s'])).code, 3, 'nobody is trusted')
      box.put('改.csv', '单位,数目\n')
      const { code, out } = await box.run(['verify', '附表.csv.p7s', '--content', '改.csv', '--format', 'json'])
      assert.deepEqual([code, JSON.parse(out).valid], [1, false])
      const again = ['sign', '附表.csv', '--detached', '--p12', '章.p12', ...WITH_PASSWORD]
      assert.match((await box.run(again, PASSWORD)).err, /附表\.csv\.p7s 已经存在/)
      assert.match((await box.run([...again, '--page', '1', '--at', '1,1'], PASSWORD)).err, /不能同时写 --page/)
      assert.match((await box.run(['verify', '通知.pdf', '--content', '附表.csv'])).err, /通知\.pdf：签名文件读不懂/)
    })

    it('sign a PDF that is not ours where the user says', async () => {
      await run('sign', '通知.pdf', '--p12', '章.p12', '-o', '一.pdf', ...WITH_PASSWORD)
      box.put('章.png', onePixelPng)
      const place = ['--page', '1', '--at', '20,20,30', '--seal', '章.png']
      await run('sign', '一.pdf', '--p12', '章.p12', '-o', '二.pdf', ...place, ...WITH_PASSWORD)
      const { out } = await box.run(['verify', '二.pdf', '--trust', '章.pem', '--format', 'json'])
      assert.equal(JSON.parse(out).signatures.length, 2)
    })

    it('ask at the terminal for the password when it is not given otherwise', async () => {
      const { code } = await box.run(['sign', '通知.pdf', '--p12', '章.p12'], { secret: 'secret' })
      assert.equal(code, 0)
    })
  })

  describe('build', () => {
    it('lints as at issue, renders and signs', async () => {
      box.put('通知.gw.md', SOUND)
      await run('cert', 'new', '--name', '某某市人民政府', '-o', '章.p12', ...WITH_PASSWORD)
      assert.match(
        await run('build', '通知.gw.md', '--p12', '章.p12', ...WITH_PASSWORD),
        /已生成 通知-签章\.pdf，.*已签章/,
      )
      assert.equal((await box.run(['verify', '通知-签章.pdf', '--trust', '章.pem'])).code, 0)
    })

    it('stops at an error and writes nothing', async () => {
      box.put('草稿.gw.md', SOUND.replace('〔2026〕', '[2026]'))
      const { code, err } = await box.run(['build', '草稿.gw.md'])
      assert.equal(code, 1)
      assert.match(err, /有错误，没有生成 PDF/)
      assert.deepEqual(readdirSync(box.path), ['草稿.gw.md'])
    })

    it('tells what only the pages show', async () => {
      const torn = SOUND.replace(/^# .*$/m, '# 某某市人民政府关于推进工\n# 业互联网建设的通知')
      assert.notEqual(torn, SOUND)
      box.put('通知.gw.md', torn)
      for (const command of ['render', 'build']) {
        const { code, out, err } = await box.run([command, '通知.gw.md'])
        assert.equal(code, 0)
        assert.match(out + err, /把“工业”拆开了/)
      }
    })

    it('says when the result is not signed', async () => {
      box.put('通知.gw.md', SOUND)
      assert.match(await run('build', '通知.gw.md'), /已生成 通知\.pdf，.*没有签章（用 --p12 指定证书）/)
    })
  })
})
