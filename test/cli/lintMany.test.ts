// Issue: many documents at a time. What comes out does not depend on how many threads worked on it.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { inOrder } from '../../server/src/cli/inOrder.ts'
import { REPORT_FORMATS } from '../../server/src/cli/report/print.ts'
import { unprivileged } from '../support/unprivileged.ts'
import { type Outcome, type Sandbox, SOUND, sandbox } from './runCli.ts'

const FAULTY = SOUND.replace('〔2026〕', '[2026]')
const NUMBERED = (number: number): string => SOUND.replace('12号', `${number}号`)
const ABOLISHED = SOUND.replace(/(?:发文字号|成文日期).*\n/g, '').replace(
  '为做好',
  '按照《中华人民共和国合同法》，为做好',
)
const GBK = Uint8Array.from([0xb9, 0xab, 0xce, 0xc4, 0x0a])

describe('many documents', function () {
  this.timeout(120_000)
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
  })
  afterEach(() => box.remove())

  it('take a file that one of them names as its attachment for no 公文 of its own, and still check its text', async () => {
    const table = '---\n---\n\n# 经费测算表\n\n|序号|学校|\n|---|---|\n|1|小学|\n\n学校类别,按办学层次分。\n'
    box.put('发文/附件/测算 表.gw.md', table)
    box.put('发文/通知.gw.md', `${SOUND}\n::附件[经费测算表]{文件="附件/测算 表.gw.md"}\n`)
    const rules = async (...names: readonly string[]) => {
      const { out } = await box.run(['lint', ...names, '--format', 'json'])
      const { findings } = JSON.parse(out) as { findings: readonly { file: string; rule: string }[] }
      return findings.filter(({ file }) => file.endsWith('表.gw.md')).map(({ rule }) => rule)
    }
    assert.deepEqual(await rules('.'), ['punc-fullwidth'])
    const alone = await rules('发文/附件/测算 表.gw.md')
    assert.ok(alone.includes('genre-missing') && alone.includes('punc-fullwidth'), alone.join())
  })

  /** Good ones and bad ones, two of one number, a plain text, what is no text, and an office with a fault in its settings. */
  function fillFolder(): void {
    box.put('发文/红头.yaml', '没有这个键: 1\n')
    for (let number = 1; number <= 6; number++) box.put(`发文/${number}.gw.md`, NUMBERED(number))
    box.put('发文/再发.gw.md', NUMBERED(3))
    box.put('发文/错.gw.md', FAULTY.replace('二、落实', '三、落实'))
    box.put('发文/引.gw.md', NUMBERED(7).replace('为做好', '根据《关于防汛工作的通知》（某政发〔2026〕3号），为做好'))
    box.put('旧/乱码.gw.md', GBK)
    box.put('旧/空.gw.md', '')
    box.put('旧/长.gw.md', FAULTY + '完成率要达到60-80%,请落实.\n\n'.repeat(400))
    box.put('旧/文.txt', FAULTY)
  }

  const WHERE = ['旧/文.txt', '没有.gw.md', '发文', '旧']

  for (const format of REPORT_FORMATS) {
    it(`--format ${format}: the same with any number of threads`, async () => {
      fillFolder()
      const run = (jobs: number): Promise<Outcome> =>
        box.run(['lint', ...WHERE, '--format', format, '--jobs', String(jobs)])
      const alone = await run(1)
      assert.equal(alone.code, 2)
      assert.match(alone.out, /已经用在/, 'documents know of one another')
      assert.deepEqual(await run(3), alone)
    })
  }

  it('--fix and --dry-run: the same with any number of threads, and each file whole', async () => {
    const outcomes: unknown[] = []
    for (const jobs of ['1', '2']) {
      fillFolder()
      const shown = await box.run(['lint', '发文', '旧', '--dry-run', '-j', jobs])
      const fixed = await box.run(['lint', '发文', '旧', '--fix', '-j', jobs])
      outcomes.push([shown, fixed, box.text('发文/错.gw.md'), box.text('旧/长.gw.md')])
      assert.match(fixed.err, /改正了 \d+ 处/)
      assert.doesNotMatch(box.text('旧/长.gw.md'), /\[2026\]/)
    }
    assert.deepEqual(outcomes[1], outcomes[0])
  })

  it('standard input among them is read once, in this thread', async () => {
    box.put('甲.gw.md', NUMBERED(12))
    const { code, out } = await box.run(['lint', '-', '甲.gw.md', '-j', '2', '--format', 'json'], { input: SOUND })
    const files = JSON.parse(out).findings.map(({ file }: { file: string }) => file)
    assert.deepEqual([code, files], [0, ['标准输入', '甲.gw.md']], 'both have one number, and both are told')
  })

  it('few do not pay for threads; many get as many as there are cores', async () => {
    const opened: number[] = []
    const count = async (files: number): Promise<void> => {
      for (let number = 0; number < files; number++) box.put(`${files}/${number}.gw.md`, SOUND)
      await box.run(['lint', String(files)], { cores: 2, opened: (size) => opened.push(size) })
    }
    await count(20)
    assert.deepEqual(opened, [])
    await count(90)
    assert.deepEqual(opened, [2])
  })

  it('--jobs takes a whole number of at least 1', async () => {
    for (const wrong of ['0', '-1', '1.5', '两', '']) {
      const { code, err } = await box.run(['lint', '甲.gw.md', `--jobs=${wrong}`])
      assert.equal(code, 2, wrong)
      assert.match(err, /--jobs.*不小于 1 的整数/)
    }
  })

  describe('when one of them fails', () => {
    /** The others are reported, the bad one is one sentence, the program ends with 2. */
    function assertOneLost({ code, out, err }: Outcome, name: string, sentence: RegExp): void {
      assert.equal(code, 2)
      assert.deepEqual(err.split('\n').filter((line) => line.startsWith('错误：')).length, 1, err)
      assert.match(err, sentence)
      assert.match(err, /检查了 3 个文件/)
      assert.doesNotMatch(err + out, /^\s+at /m)
      assert.ok(!out.includes(name))
    }
    beforeEach(() => {
      for (const name of ['一', '二', '三']) box.put(`${name}.gw.md`, FAULTY)
    })

    for (const jobs of ['1', '2']) {
      it(`-j ${jobs}: one that may not be read`, async () => {
        box.put('二甲.gw.md', FAULTY)
        const { chmodSync } = await import('node:fs')
        chmodSync(box.path, 0o755)
        for (const name of ['一', '二', '三']) chmodSync(`${box.path}/${name}.gw.md`, 0o644)
        chmodSync(`${box.path}/二甲.gw.md`, 0)
        await unprivileged(async () =>
          assertOneLost(await box.run(['lint', '.', '-j', jobs]), '二甲', /没有权限读写 二甲\.gw\.md/),
        )
      })
    }

    it('one on which the program stumbles', async () => {
      box.put('二甲.gw.md', FAULTY)
      const outcome = await box.run(['lint', '.'], {
        files: (real) => ({
          ...real,
          read: async (uri, limit) => {
            if (decodeURI(uri).endsWith('二甲.gw.md')) throw new TypeError('x is not y')
            return real.read(uri, limit)
          },
        }),
      })
      assertOneLost(outcome, '二甲', /程序内部出错：x is not y/)
    })

    it('one that is too much for the memory of a thread', async () => {
      box.put('二甲.gw.md', SOUND + '各部门要各司其职，密切配合，确保群众温暖过冬,请落实.\n\n'.repeat(40_000))
      const outcome = await box.run(['lint', '.', '-j', '2'], { threadMemory: 64 })
      assertOneLost(outcome, '二甲', /二甲\.gw\.md 太长或者太复杂，校对时内存不够，跳过了它。.*其余文件照常/)
    })
  })

  it('a rule that throws is named once in each document, and the others still run', async () => {
    // Whether what it cites still holds depends on the day, which the clock refuses to tell.
    for (const name of ['一', '二']) box.put(`${name}.gw.md`, ABOLISHED)
    const clock = {
      now: () => {
        throw new TypeError('no clock')
      },
      offset: () => 480,
    }
    const { code, out, err } = await box.run(['lint', '.', '--format', 'json', '--stage', 'issue'], { clock })
    const found: { file: string; severity: string; message: string }[] = JSON.parse(out).findings
    assert.equal(code, 1)
    assert.equal(err, '')
    for (const name of ['一.gw.md', '二.gw.md']) {
      const own = found.filter(({ file }) => file === name)
      const failures = own.filter(({ message }) => message.includes('no clock'))
      assert.ok(failures.length > 0)
      assert.equal(new Set(failures.map(({ message }) => message)).size, failures.length, 'each rule once')
      assert.ok(own.some(({ severity }) => severity === 'error'))
    }
  })

  describe('on a terminal', () => {
    it('show how far the work has come, and where it is', async () => {
      for (const name of ['甲', '乙']) box.put(`发文/${name}.gw.md`, FAULTY)
      const { out, err } = await box.run(['lint', '发文'], { watched: true })
      assert.match(err, /正在通读 发文（1\/2）…/)
      assert.match(err, /正在校对 发文（1\/2）…/)
      assert.doesNotMatch(out, /正在/)
      // Every line of progress is gone before something else is said, and at the end.
      assert.match(err, /…\r\u001B\[K检查了 2 个文件.*\n$/)
    })

    it('a folder too deep for the line is shown by its end', async () => {
      const deep = `${'很深的文件夹/'.repeat(12)}发文`
      for (const name of ['甲', '乙']) box.put(`${deep}/${name}.gw.md`, SOUND)
      const { err } = await box.run(['lint', '.'], { watched: true })
      for (const line of err.split(/\r\u001B\[K|\n/)) assert.ok(line.length < 50, line)
      assert.match(err, /…的?文件夹\/.*发文（2\/2）…|…[^\n]*发文（2\/2）…/)
    })

    it('elsewhere say nothing of it', async () => {
      for (const number of [1, 2]) box.put(`发文/${number}.gw.md`, NUMBERED(number))
      assert.equal((await box.run(['lint', '发文'])).err, '检查了 2 个文件，没有发现问题。\n')
    })
  })
})

describe('work in order', () => {
  it('gives every answer in the order of the items, with never more than so many begun', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3)),
        fc.integer({ min: 1, max: 5 }),
        fc.scheduler(),
        async (items, ahead, scheduler) => {
          let running = 0
          let most = 0
          const numbered = items.map((_, index) => index)
          const work = async (index: number): Promise<number> => {
            most = Math.max(most, ++running)
            await scheduler.schedule(Promise.resolve())
            running--
            return index * 2
          }
          const seen: (readonly [number, number])[] = []
          const reading = (async () => {
            for await (const pair of inOrder(numbered, ahead, work)) seen.push(pair)
          })()
          await scheduler.waitFor(reading)
          assert.deepEqual(
            seen,
            numbered.map((index) => [index, index * 2]),
          )
          assert.ok(most <= ahead)
        },
      ),
    )
  })
})
