// Issue: what people get wrong. Each time a Chinese sentence with the file, the place and what to do; the right exit
// code; nothing half-written; no stack unless --verbose.
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { FileError } from '../../server/src/ports/files.ts'
import { onePixelPng } from '../press/pictures.ts'
import { judge, needJudge } from '../support/judges.ts'
import { unprivileged } from '../support/unprivileged.ts'
import { type Circumstances, type Outcome, type Sandbox, SOUND, sandbox } from './runCli.ts'

const PASSWORD = { environment: { P: 'secret' } }
const WITH_PASSWORD = ['--password-env', 'P']

function assertNoStack({ out, err }: Outcome): void {
  assert.doesNotMatch(out + err, /^\s+at .*[:(]|\.ts:\d+|Error:/m)
}

describe('bad input', () => {
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
  })
  afterEach(() => box.remove())

  /** The program ends with 2 and a sentence, and no file is there that was not there before. */
  async function refuses(args: readonly string[], sentence: RegExp, given?: Circumstances): Promise<void> {
    const before = readdirSync(box.path).sort()
    const outcome = await box.run(args, given)
    assert.equal(outcome.code, 2, outcome.err + outcome.out)
    assert.match(outcome.err, sentence)
    assertNoStack(outcome)
    assert.deepEqual(readdirSync(box.path).sort(), before, 'nothing is written')
  }

  async function identity(name = '章.p12'): Promise<void> {
    const args = ['cert', 'new', '--name', '某某市人民政府', '-o', name, ...WITH_PASSWORD]
    const { code, err } = await box.run(args, PASSWORD)
    assert.equal(code, 0, err)
  }

  async function printed(): Promise<void> {
    box.put('通知.gw.md', SOUND)
    const { code, err } = await box.run(['render', '通知.gw.md'])
    assert.equal(code, 0, err)
  }

  describe('as source', () => {
    for (const command of ['lint', 'format', 'render', 'build']) {
      it(`${command}: a file that is not UTF-8`, async () => {
        const gbk = Uint8Array.from([...new TextEncoder().encode('---\n---\n'), 0xb9, 0xab, 0xce, 0xc4, 0x0a])
        box.put('旧.gw.md', gbk)
        await refuses([command, '旧.gw.md'], /旧\.gw\.md 第3行起不是 UTF-8.*GB 18030.*保存/)
      })

      it(`${command}: a file that is no text`, async () => {
        box.put('图.gw.md', Uint8Array.from([0x61, 0, 1, 2, 0x0a]))
        await refuses([command, '图.gw.md'], /图\.gw\.md 不是文本文件/)
      })

      it(`${command}: an empty file`, async () => {
        box.put('空.gw.md', '')
        await refuses([command, '空.gw.md'], /空\.gw\.md 是空文件.*hongtou new/)
      })

      it(`${command}: a file of 10 MB`, async () => {
        box.put('大.gw.md', '字'.repeat(3_333_334))
        await refuses([command, '大.gw.md'], /大\.gw\.md 太大.*拆成/)
      })

      it(`${command}: a file that is not there`, async () => {
        await refuses([command, '没有.gw.md'], /找不到 没有\.gw\.md.*检查/)
      })

      it(`${command}: a file that may not be read`, async () => {
        box.put('密.gw.md', SOUND)
        chmodSync(join(box.path, '密.gw.md'), process.getuid?.() === 0 ? 0o600 : 0)
        chmodSync(box.path, 0o755)
        await unprivileged(() => refuses([command, '密.gw.md'], /没有权限读写 密\.gw\.md.*权限/))
      })

      it(`${command}: a folder without documents`, async () => {
        mkdirSync(join(box.path, '发文'))
        await refuses([command, '发文'], /发文 (?:里没有公文源文件|是文件夹)/)
      })

      it(`${command}: a Word file`, async () => {
        box.put('稿.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))
        await refuses([command, '稿.docx'], /稿\.docx 是 Word.*复制/)
      })
    }

    it('one bad file among good ones: the others are checked all the same', async () => {
      box.put('好.gw.md', SOUND)
      box.put('坏.gw.md', '')
      const { code, err } = await box.run(['lint', '坏.gw.md', '好.gw.md'])
      assert.equal(code, 2)
      assert.match(err, /坏\.gw\.md 是空文件/)
      assert.match(err, /检查了 1 个文件/)
    })
  })

  describe('as signed files', () => {
    for (const args of [
      ['verify', '空.pdf'],
      ['verify', '空.zip'],
      ['verify', '空.p7s'],
      ['measure', '空.pdf'],
      ['seal', 'verify', '空.esl'],
      ['seal', 'show', '空.esl'],
      ['seal', 'verify', '空.ses'],
    ])
      it(`${args.join(' ')}: an empty file`, async () => {
        box.put(args.at(-1) as string, '')
        await refuses(args, /空\.\w+(?: |：这)是空文件.*重新取得/)
      })

    for (const name of ['公章.esl', '附表.xlsx.ses'])
      it(`verify ${name}: the command for seals`, async () => {
        box.put(name, 'x')
        await refuses(['verify', name], /请用 hongtou seal verify/)
      })
  })

  describe('in the text', () => {
    async function findings(
      text: string,
    ): Promise<{ rule: string; message: string; range: { start: { line: number } } }[]> {
      box.put('稿.gw.md', text)
      const outcome = await box.run(['lint', '稿.gw.md', '--format', 'json'])
      assertNoStack(outcome)
      assert.ok(outcome.code === 0 || outcome.code === 1, outcome.err)
      return JSON.parse(outcome.out).findings
    }

    it('front matter that is no map is reported where it stands', async () => {
      const found = await findings(`---\n- 某某市人民政府\n- 通知\n---\n\n# 某某市人民政府关于供暖的通知\n`)
      assert.ok(
        found.some(({ range }) => range.start.line >= 1 && range.start.line <= 2),
        JSON.stringify(found),
      )
    })

    it('an unknown key is reported with the nearest one', async () => {
      const found = await findings(SOUND.replace('发文字号:', '发文子号:'))
      const at = found.find(({ range }) => range.start.line === 2)
      assert.match(at?.message ?? '', /发文字号/)
    })

    it('an unclosed box is reported and loses no text', async () => {
      const text = `${SOUND}\n:::原样\n甲　　乙\n`
      const found = await findings(text)
      assert.ok(
        found.some(({ range }) => range.start.line >= text.split('\n').indexOf(':::原样')),
        JSON.stringify(found),
      )
      needsText(await printedText(text), '甲')
    })

    it('a paste from a chat or a web page is reported line by line and printed whole', async function () {
      needJudge(this, 'pdftotext')
      const pasted = ['- 第一项工作', '> 引用的话', '---', '\t制表符开头', '　　全角空格开头']
      const text = `${SOUND}\n${pasted.join('\n')}\n`
      const first = text.split('\n').indexOf('- 第一项工作')
      const lines = (await findings(text)).map(({ range }) => range.start.line)
      assert.ok(lines.includes(first), '- is reported')
      assert.ok(lines.includes(first + 2), '--- is reported')
      const words = await printedText(text)
      for (const part of ['第一项工作', '引用的话', '制表符开头', '全角空格开头']) needsText(words, part)
    })

    async function printedText(text: string): Promise<string> {
      box.put('稿.gw.md', text)
      const { code, err } = await box.run(['render', '稿.gw.md'])
      assert.equal(code, 0, err)
      return judge('pdftotext', ['-raw', join(box.path, '稿.pdf'), '-']).stdout.replace(/\s/g, '')
    }

    function needsText(words: string, part: string): void {
      assert.ok(words.includes(part), `printed: ${part}`)
    }

    it('an image that is missing: a frame in the proof, and nothing to be signed', async () => {
      box.put('稿.gw.md', `${SOUND}\n![图1　流程](流程.png)\n`)
      const sentence = /^稿\.gw\.md:\d+:1 错误 找不到图片“流程\.png”，没有印出。请检查文件名/m
      const built = await box.run(['build', '稿.gw.md'])
      assert.equal(built.code, 1)
      assert.match(built.out + built.err, sentence)
      assert.deepEqual(readdirSync(box.path), ['稿.gw.md'])
      const rendered = await box.run(['render', '稿.gw.md'])
      assert.equal(rendered.code, 1)
      assert.match(rendered.err, sentence)
      const { stdout } = judge('pdftotext', ['-raw', join(box.path, '稿.pdf'), '-'])
      needsText(stdout.replace(/\s/g, ''), '图片“流程.png”没有印出')
      box.put('流程.png', onePixelPng)
      assert.equal((await box.run(['render', '稿.gw.md'])).code, 0)
    })
  })

  describe('as target', () => {
    it('a folder', async () => {
      box.put('通知.gw.md', SOUND)
      mkdirSync(join(box.path, '成品.pdf'))
      await refuses(['render', '通知.gw.md', '-o', '成品.pdf'], /成品\.pdf 是文件夹/)
    })

    it('a folder that is not there', async () => {
      box.put('通知.gw.md', SOUND)
      await refuses(['render', '通知.gw.md', '-o', '没有/成品.pdf'], /没有文件夹 没有。.*换一个位置/)
    })

    it('a folder that may not be written', async () => {
      box.put('通知.gw.md', SOUND)
      mkdirSync(join(box.path, '发文'), { mode: 0o555 })
      chmodSync(box.path, 0o755)
      chmodSync(join(box.path, '通知.gw.md'), 0o644)
      await unprivileged(() => refuses(['render', '通知.gw.md', '-o', '发文/成品.pdf'], /没有权限读写 发文\/成品\.pdf/))
    })

    it('a full disk: the old file stays', async () => {
      await printed()
      const old = box.bytes('通知.pdf')
      await refuses(['render', '通知.gw.md'], /写不进 通知\.pdf：磁盘已满。原来的文件没有改动/, {
        files: (real) => ({
          ...real,
          // What the machine says of a full disk is tested in test/node/files.test.ts.
          write: async (uri) => {
            throw new FileError('full', uri)
          },
        }),
      })
      assert.deepEqual(box.bytes('通知.pdf'), old)
    })

    it('a template over an existing document', async () => {
      box.put('通知.gw.md', SOUND)
      await refuses(['new', '通知'], /通知\.gw\.md 已经存在，没有覆盖/)
      assert.equal(box.text('通知.gw.md'), SOUND)
    })
  })

  describe('as certificate', () => {
    it('a new one under the name of a document', async () => {
      box.put('通知.gw.md', SOUND)
      await refuses(['cert', 'new', '--name', '甲', '-o', '通知.gw.md', '--force'], /扩展名要写 \.p12/)
      assert.equal(box.text('通知.gw.md'), SOUND)
    })

    it('a wrong password', async () => {
      await printed()
      await identity()
      await refuses(['sign', '通知.pdf', '--p12', '章.p12', ...WITH_PASSWORD], /章\.p12：证书密码不对/, {
        environment: { P: 'wrong' },
      })
    })

    it('no password at all', async () => {
      await printed()
      await identity()
      await refuses(['sign', '通知.pdf', '--p12', '章.p12'], /--password-env/)
      await refuses(['sign', '通知.pdf', '--p12', '章.p12', ...WITH_PASSWORD], /环境变量 P 没有设置/)
    })

    it('one that has expired', async () => {
      await printed()
      await identity()
      const later = { now: () => new Date('2036-01-01T00:00:00Z'), offset: () => 480 }
      await refuses(['sign', '通知.pdf', '--p12', '章.p12', ...WITH_PASSWORD], /过期|有效期/, {
        ...PASSWORD,
        clock: later,
      })
    })

    it('a file that is no certificate', async () => {
      await printed()
      box.put('章.p12', '不是证书')
      await refuses(['sign', '通知.pdf', '--p12', '章.p12', ...WITH_PASSWORD], /章\.p12：证书文件读不懂/, PASSWORD)
      await refuses(['verify', '通知.pdf', '--trust', '章.p12'], /章\.p12 里没有证书/)
    })

    it('a P12 where a certificate to trust is asked for', async () => {
      await printed()
      await identity()
      await box.run(['sign', '通知.pdf', '--p12', '章.p12', ...WITH_PASSWORD], PASSWORD)
      await refuses(['verify', '通知-签章.pdf', '--trust', '章.p12'], /证书/)
    })
  })

  describe('as PDF', () => {
    it('a file that is no PDF', async () => {
      await identity()
      box.put('假.pdf', '不是 PDF')
      await refuses(['sign', '假.pdf', '--p12', '章.p12', ...WITH_PASSWORD], /假\.pdf：这不是 PDF/, PASSWORD)
      await refuses(['verify', '假.pdf'], /假\.pdf：这不是 PDF/)
    })

    it('an empty file and the first half of a PDF', async () => {
      await printed()
      box.put('空.pdf', '')
      box.put('半.pdf', box.bytes('通知.pdf').subarray(0, 2000))
      await refuses(['verify', '空.pdf'], /空\.pdf：.*PDF/)
      const half = await box.run(['verify', '半.pdf'])
      assert.equal(half.code, 1)
      assert.match(half.out, /半\.pdf：没有可以验证的签章。\n.*损坏/)
    })

    it('an encrypted PDF', async function () {
      needJudge(this, 'qpdf')
      await printed()
      await identity()
      const at = (name: string): string => join(box.path, name)
      // qpdf ends with 3 when it only warns.
      judge('qpdf', ['--encrypt', 'user', 'owner', '256', '--', at('通知.pdf'), at('密.pdf')])
      assert.ok(existsSync(at('密.pdf')))
      await refuses(['sign', '密.pdf', '--p12', '章.p12', ...WITH_PASSWORD], /加密|密码/, PASSWORD)
      await refuses(['verify', '密.pdf'], /密\.pdf：.*密码/)
    })

    it('a seal picture that is no PNG', async () => {
      await printed()
      await identity()
      box.put('章.jpg', Uint8Array.from([0xff, 0xd8, 0xff]))
      const args = ['sign', '通知.pdf', '--p12', '章.p12', '--seal', '章.jpg', ...WITH_PASSWORD]
      await refuses(args, /章\.jpg 不是 PNG/, PASSWORD)
    })

    it('a place on a page that is not there', async () => {
      await printed()
      await identity()
      // Signed once, it has no empty field of ours left: then the place counts.
      await box.run(['sign', '通知.pdf', '--p12', '章.p12', '-o', '通知.pdf', ...WITH_PASSWORD], PASSWORD)
      const args = ['sign', '通知.pdf', '--p12', '章.p12', '--page', '99', '--at', '10,10', ...WITH_PASSWORD]
      await refuses(args, /页/, PASSWORD)
    })
  })

  describe('as font', () => {
    it('a file that is not there', async () => {
      box.put('通知.gw.md', SOUND)
      await refuses(['render', '通知.gw.md', '--font', '仿宋=没有.ttf'], /仿宋.*没有\.ttf/)
    })

    it('a file that is no font', async () => {
      box.put('通知.gw.md', SOUND)
      box.put('假.ttf', '不是字体')
      await refuses(['render', '通知.gw.md', '--font', `仿宋=${join(box.path, '假.ttf')}`], /假\.ttf/)
    })

    it('the bundled faces gone', async () => {
      box.put('通知.gw.md', SOUND)
      await refuses(['render', '通知.gw.md'], /字体.*重新安装/, { bundledFonts: join(box.path, '没有') })
    })

    it('a role that is not there', async () => {
      box.put('通知.gw.md', SOUND)
      await refuses(['render', '通知.gw.md', '--font', '隶书=a.ttf'], /角色是 小标宋、仿宋/)
    })
  })

  describe('as arguments', () => {
    it('name what was probably meant', async () => {
      await refuses(['verfy', '甲.pdf'], /没有命令“verfy”，是不是“verify”？/)
      await refuses(['sgin', '甲.pdf'], /没有命令“sgin”，是不是“sign”？/)
      await refuses(['cert', 'nwe'], /没有命令“nwe”，是不是“new”？用 hongtou cert --help/)
      await refuses(['verify', '甲.pdf', '--trsut', '乙'], /没有选项 --trsut，是不是 --trust？/)
    })

    it('may have their values in capitals or not', async () => {
      const args = ['cert', 'new', '--name', '某某市人民政府', '-o', '章.p12', ...WITH_PASSWORD]
      const { code, err } = await box.run([...args, '--algorithm', 'sm2'], PASSWORD)
      assert.equal(code, 0, err)
      await refuses([...args, '--algorithm', 'md5'], /只能是 RSA、SM2/)
    })

    it('are answered in Chinese, with where to read on', async () => {
      await refuses([], /^$/).catch(() => undefined)
      await refuses(['打印'], /没有命令“打印”。/)
      await refuses(['lint'], /缺少参数 <文件>.*--help/)
      await refuses(['lint', '--fx', '甲'], /没有选项 --fx/)
      await refuses(['lint', '--format', 'xml', '甲'], /--format 的值“xml”不对，只能是 pretty、json/)
      await refuses(['render', '甲', '乙'], /多出参数“乙”/)
      await refuses(['sign', '甲.pdf', '--tsa', 'notaurl'], /--tsa 的值“notaurl”不是网址/)
      await refuses(['record', 'add', '甲.gw.md', '拟稿'], /hongtou record add --help/)
      await refuses(['sign', '甲.pdf'], /要写明用哪个证书：--p12/)
      await refuses(['explain', 'no-such-rule'], /没有规则“no-such-rule”/)
      await refuses(['new', '便条'], /没有“便条”的模板。可选的文种：.*通知/)
    })
  })

  it('is answered in JSON on standard output, whatever fails, when JSON was asked for', async () => {
    mkdirSync(join(box.path, '空夹'))
    box.put('通知.gw.md', SOUND)
    for (const [args, expected] of [
      [['verify', '没有.pdf'], 'missing'],
      [['verify', '通知.gw.md'], undefined],
      [['lint', '空夹'], 'no-input'],
      [['lint'], 'usage'],
    ] as const) {
      const { code, out, err } = await box.run([...args, '--format', 'json'])
      assert.equal(code, 2)
      const { schema, error } = JSON.parse(out)
      assert.equal(schema, 1)
      if (expected) assert.equal(error.code, expected)
      assert.equal(err, `错误：${error.message}\n`)
    }
  })

  it('shows a stack with --verbose, and only then', async () => {
    box.put('密.gw.md', SOUND)
    const broken: Circumstances = {
      files: (real) => ({
        ...real,
        read: async () => {
          throw new TypeError('x is not y')
        },
      }),
    }
    const quiet = await box.run(['lint', '密.gw.md'], broken)
    assert.equal(quiet.code, 2)
    assert.match(quiet.err, /程序内部出错：x is not y.*--verbose/)
    assert.doesNotMatch(quiet.err, /^\s+at /m)
    assert.match((await box.run(['lint', '密.gw.md', '--verbose'], broken)).err, /TypeError: x is not y\n\s+at /)
    rmSync(join(box.path, '密.gw.md'))
  })
})
