import assert from 'node:assert/strict'
import { FileError } from '../../server/src/ports/files.ts'
import { type Sandbox, SOUND, sandbox } from './runCli.ts'

const WHO = ['--name', '赵某', '--organ', '某某市人民政府办公室']
const REGISTER = '发文登记.jsonl'

/** A document of that title that waits for its number, or has one. */
const documentOf = (title: string, number = '某政发〔2026〕号') =>
  SOUND.replace(/^发文字号: .*$/m, `发文字号: ${number}`).replace('做好冬季供暖工作', title)

describe('hongtou register', () => {
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
    box.put('甲.gw.md', documentOf('甲事'))
    box.put('乙.gw.md', documentOf('乙事'))
  })
  afterEach(() => box.remove())

  const register = (...args: readonly string[]) => box.run(['register', ...args])
  const take = (file: string, ...args: readonly string[]) => register('take', file, ...args, ...WHO)
  const numberIn = (file: string) => /^发文字号: (.*)$/m.exec(box.text(file))?.[1]
  const list = async () => (await register('list')).out.split('\n').slice(0, -1)

  it('gives each document the next number, and changes nothing else in it', async () => {
    const before = box.text('甲.gw.md')
    assert.deepEqual(await take('甲.gw.md'), {
      code: 0,
      out: '',
      err: `甲.gw.md 登记为某政发〔2026〕1号，已写入前置信息（${REGISTER}）。\n`,
    })
    assert.equal(box.text('甲.gw.md'), before.replace('某政发〔2026〕号', '某政发〔2026〕1号'))
    assert.equal((await register('next', '乙.gw.md')).out, '某政发〔2026〕2号\n')
    await take('乙.gw.md')
    assert.deepEqual(await list(), [
      '某政发〔2026〕1号　某某市人民政府关于甲事的通知　甲.gw.md　2026年11月23日　赵某',
      '某政发〔2026〕2号　某某市人民政府关于乙事的通知　乙.gw.md　2026年11月23日　赵某',
    ])
    assert.equal((await register('verify')).out, `${REGISTER}：登记了2个号，没有发现问题。\n`)
  })

  it('gives no number of a 代字 that nobody has filled in', async () => {
    for (const left of ['【代字】〔2026〕号', '【代字】〔2026〕1号', '【代字】〔〕号']) {
      box.put('稿.gw.md', documentOf('丙事', left))
      const { code, err } = await take('稿.gw.md')
      assert.equal(code, 2, left)
      assert.match(err, /不知道用哪个发文机关代字/)
      assert.equal(numberIn('稿.gw.md'), left)
    }
  })

  it('only says what it would do with --dry-run', async () => {
    const { code, err } = await take('甲.gw.md', '--dry-run')
    assert.deepEqual([code, err], [0, '甲.gw.md 会登记为某政发〔2026〕1号。没有写入。\n'])
    assert.equal(numberIn('甲.gw.md'), '某政发〔2026〕号')
    assert.equal((await register('list')).err, `还没有登记过（${REGISTER}）。\n`)
  })

  it('counts each 代字 and each year by itself: asked for, in the draft, of the organ in the profile', async () => {
    box.put('红头.yaml', '机关:\n  - 名称: 某某市人民政府\n    代字: 某政办\n')
    box.put('内/丙.gw.md', documentOf('丙事', ''))
    box.put('内/丁.gw.md', documentOf('丁事', '某政发〔2025〕号'))
    await take('甲.gw.md')
    assert.match((await take('内/丙.gw.md')).err, /登记为某政办〔2026〕1号/)
    assert.match((await take('内/丁.gw.md')).err, /登记为某政发〔2025〕1号/)
    assert.match((await take('乙.gw.md', '--series', '某政函')).err, /登记为某政函〔2026〕1号/)
    assert.equal((await list()).length, 4)
    assert.equal((await register('verify', '内')).code, 0)
    box.put('红头.yaml', '')
    box.put('戊.gw.md', documentOf('戊事', ''))
    assert.match((await take('戊.gw.md')).err, /不知道用哪个发文机关代字/)
  })

  it('refuses a number that is given or 作废, and keeps the 作废 one in the register', async () => {
    await take('甲.gw.md')
    box.put('乙.gw.md', documentOf('乙事', '某政发〔2026〕1号'))
    assert.deepEqual(await take('乙.gw.md'), {
      code: 2,
      out: '',
      err: '错误：某政发〔2026〕1号已经登记给“某某市人民政府关于甲事的通知”（甲.gw.md），不能重号。\n',
    })
    const cancel = () => register('void', '某政发[2026] 1号', '--reason', '停止印发', ...WHO)
    assert.deepEqual((await cancel()).err, `已作废某政发〔2026〕1号（${REGISTER}）。\n`)
    assert.match((await cancel()).err, /某政发〔2026〕1号已经作废/)
    assert.match((await take('乙.gw.md')).err, /已经作废（停止印发），不能再用/)
    box.put('乙.gw.md', documentOf('乙事'))
    assert.match((await take('乙.gw.md')).err, /登记为某政发〔2026〕2号/)
    assert.match((await list())[0] ?? '', /^某政发〔2026〕1号.*已作废：停止印发$/)
    const { code, out } = await register('verify')
    assert.deepEqual([code, out.split('\n')[0]], [1, `${REGISTER} 甲.gw.md 的某政发〔2026〕1号已经作废。`])
    assert.match((await register('void', '某政发〔2026〕9号', '--reason', '错', ...WHO)).err, /没有登记过/)
  })

  it('leaves numbers out only with a reason, which it tells', async () => {
    await take('甲.gw.md')
    const skipped = await take('乙.gw.md', '--number', '4')
    assert.equal(skipped.code, 2)
    assert.match(skipped.err, /某政发〔2026〕下一个是2号，用4号就跳过了2号至3号。确实要跳号，请用 --reason 写明原因。/)
    assert.match(
      (await take('乙.gw.md', '--number', '4', '--reason', '纸质公文')).err,
      /^跳过某政发〔2026〕2号至3号：纸质公文。\n/,
    )
    assert.equal((await list())[1], '跳过某政发〔2026〕2号至3号：纸质公文')
    box.put('丙.gw.md', documentOf('丙事', '某政发〔2026〕3号'))
    assert.equal((await take('丙.gw.md')).code, 0)
    assert.equal((await register('next', '丁.gw.md')).code, 2)
    box.put('丁.gw.md', documentOf('丁事'))
    assert.equal((await register('next', '丁.gw.md')).out, '某政发〔2026〕5号\n')
    assert.equal((await register('verify')).code, 0)
  })

  it('gives a document one number, also when it was stopped before writing it down', async () => {
    const broken = await box.run(['register', 'take', '甲.gw.md', ...WHO], {
      files: (real) => ({
        ...real,
        write: async (uri, bytes) => {
          if (uri.endsWith('.gw.md')) throw new FileError('full', uri)
          await real.write(uri, bytes)
        },
      }),
    })
    assert.equal(broken.code, 2)
    assert.equal(numberIn('甲.gw.md'), '某政发〔2026〕号')
    assert.match((await take('乙.gw.md')).err, /登记为某政发〔2026〕2号/)
    assert.equal((await take('甲.gw.md')).err, '甲.gw.md 已经登记为某政发〔2026〕1号，已写入前置信息。\n')
    assert.equal((await take('甲.gw.md')).err, '甲.gw.md 已经登记为某政发〔2026〕1号。\n')
    box.put('甲.gw.md', documentOf('另一事'))
    assert.match((await take('甲.gw.md')).err, /甲\.gw\.md 已经登记为某政发〔2026〕1号（.*甲事的通知）/)
    assert.equal((await list()).length, 2)
  })

  it('begins with what the folder has already', async () => {
    box.put('甲.gw.md', documentOf('甲事', '某政发〔2026〕3号'))
    assert.match(
      (await take('乙.gw.md')).err,
      /文件夹里却有1份公文已经用了某政发〔2026〕的号，用到3号。请先把它们登记上。登记用 hongtou register import。/,
    )
    box.put('丙.gw.md', documentOf('丙事', '某政发〔2026〕3号'))
    const { code, err } = await register('import', ...WHO)
    assert.equal(code, 1)
    assert.equal(
      err,
      `跳过某政发〔2026〕1号至2号：启用登记簿时没有见到。\n没有登记：某政发〔2026〕3号已经登记给“某某市人民政府关于丙事的通知”（丙.gw.md），不能重号。\n登记了1份公文（${REGISTER}）。\n`,
    )
    assert.match((await take('乙.gw.md')).err, /登记为某政发〔2026〕4号/)
    assert.match((await register('verify')).out, /甲\.gw\.md 的某政发〔2026〕3号登记给了 丙\.gw\.md/)
  })

  it('tells of documents that are not in it, and of a changed register, which gives no number', async () => {
    await take('甲.gw.md')
    box.put('乙.gw.md', documentOf('乙事', '某政发〔2026〕7号'))
    assert.match((await register('verify')).out, /乙\.gw\.md 的某政发〔2026〕7号没有登记/)
    box.put(REGISTER, box.text(REGISTER).replace('赵某', '钱某'))
    const { code, out } = await register('verify')
    assert.equal(code, 1)
    assert.match(out, /末行与前面的记录对不上/)
    box.put('乙.gw.md', documentOf('乙事'))
    assert.match((await take('乙.gw.md')).err, /发文登记\.jsonl 与写下时不一样，没有用它/)
  })

  it('merges copies that gave the same number, and says who has to take another one', async () => {
    await take('甲.gw.md')
    const common = box.text(REGISTER)
    await take('乙.gw.md')
    box.put('副本.jsonl', box.text(REGISTER))
    box.put(REGISTER, common)
    box.put('丙.gw.md', documentOf('丙事'))
    await take('丙.gw.md')
    const { code, err } = await register('merge', '副本.jsonl', ...WHO)
    assert.equal(code, 1)
    assert.match(
      err,
      /警告：.*年\d+月\d+日.*给 .*\.gw\.md 登记的不算数。某政发〔2026〕2号已经登记给.*不能重号[\s\S]*另取一个号/,
    )
    const verified = await register('verify')
    assert.equal(verified.code, 1)
    assert.match(verified.out, /不算数。某政发〔2026〕2号已经登记给/)
    const loser = /^.*?(乙|丙)\.gw\.md 的某政发〔2026〕2号登记给了/m.exec(verified.out)?.[1]
    assert.ok(loser)
    box.put(`${loser}.gw.md`, documentOf(`${loser}事`))
    assert.match((await take(`${loser}.gw.md`)).err, /登记为某政发〔2026〕3号/)
  })

  it('writes into front matter of one line an entry only', async () => {
    box.put('甲.gw.md', documentOf('甲事').replace('发文字号:', '附注: "此件\n  公开"\n发文字号:'))
    assert.match((await take('甲.gw.md')).err, /甲\.gw\.md 的前置信息不是一行一项写的/)
    assert.equal((await list()).length, 0)
  })

  it('speaks JSON', async () => {
    const taken = JSON.parse((await take('甲.gw.md', '--number', '2', '--reason', '试', '--format', 'json')).out)
    assert.deepEqual([taken.number, taken.dryRun], ['某政发〔2026〕2号', false])
    const { series } = JSON.parse((await register('list', '--format', 'json')).out)
    assert.deepEqual(
      [series[0].series, series[0].next, series[0].numbers[0].file, series[0].gaps],
      ['某政发〔2026〕', 3, '甲.gw.md', [{ number: 1, through: 1, reason: '试' }]],
    )
  })

  describe('in a process', () => {
    const add = (action: string, ...args: readonly string[]) =>
      box.run(['record', 'add', '甲.gw.md', action, ...args, ...WHO])
    beforeEach(async () => {
      for (const action of ['拟稿', '审核', '签发', '复核']) await add(action)
    })

    it('gives the number when it is due, after 签发, and the 定稿 still holds', async () => {
      const { code, err } = await add('登记', '--number', 'next')
      assert.deepEqual(
        [code, err],
        [0, `甲.gw.md 登记为某政发〔2026〕1号，已写入前置信息（${REGISTER}）。\n已记入 甲.gw.log。\n下一步：用印。\n`],
      )
      assert.equal((await add('用印')).code, 0)
      assert.equal((await box.run(['record', 'verify', '甲.gw.md'])).code, 0)
    })

    it('gives none for a step that is not allowed or does not number', async () => {
      assert.match((await add('用印', '--number', 'next')).err, /“用印”不是编号的步骤.*编号的步骤：登记/)
      await add('退回', '--to', '审核')
      assert.match((await add('登记', '--number', 'next')).err, /“登记”之前还没有办完/)
      assert.equal((await list()).length, 0)
    })

    it('asks a register that is there about a number that was written by hand', async () => {
      await take('乙.gw.md')
      box.put('甲.gw.md', documentOf('甲事', '某政发〔2026〕1号'))
      assert.match((await add('登记')).err, /某政发〔2026〕1号已经登记给.*乙事.*不能重号/)
      box.put('甲.gw.md', documentOf('甲事', '某政发〔2026〕2号'))
      assert.equal((await add('登记')).code, 0)
      assert.equal((await list()).length, 2)
    })
  })
})
