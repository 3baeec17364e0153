import assert from 'node:assert/strict'
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { entryLine, type LogEntry } from '../../server/src/record/entry.ts'
import { type Linked, link, readLog, writeLog } from '../../server/src/record/log.ts'
import { nextPlace } from '../../server/src/record/merge.ts'
import { judge, needJudge } from '../support/judges.ts'
import { type Sandbox, SOUND, sandbox } from './runCli.ts'

const WHO = ['--name', '王某', '--organ', '某某市人民政府办公室']

/** The second and the third line in each other's place, as an editor of texts does it. */
function swap(log: string): string {
  const [first = '', second = '', third = '', ...rest] = log.split('\n')
  return [first, third, second, ...rest].join('\n')
}

describe('hongtou record', () => {
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
    box.put('通知.gw.md', SOUND)
  })
  afterEach(() => box.remove())

  const add = (...args: readonly string[]) => box.run(['record', 'add', '通知.gw.md', ...args, ...WHO])
  const verify = () => box.run(['record', 'verify', '通知.gw.md'])

  it('puts on record what was done and says who is next', async () => {
    const first = await add('拟稿')
    assert.deepEqual([first.code, first.err], [0, '已记入 通知.gw.log。\n下一步：审核。\n'])
    await add('审核', '--opinion', '同意。')
    const { out, err } = await box.run(['record', 'show', '通知.gw.md'])
    assert.equal(
      out,
      '2026年11月23日12时00分（北京时间）　拟稿　某某市人民政府办公室　王某　（未签名）\n2026年11月23日12时00分（北京时间）　审核　某某市人民政府办公室　王某　“同意。”　（未签名）\n',
    )
    assert.equal(err, '下一步：会签（可以不办）。\n')
  })

  it('refuses what the flow does not allow and leaves the log as it was', async () => {
    await add('拟稿')
    const before = box.text('通知.gw.log')
    const { code, err } = await add('用印')
    assert.deepEqual([code, err], [2, '错误：“用印”之前还没有办完“审核”。\n'])
    assert.equal(box.text('通知.gw.log'), before)
  })

  it('shows what was changed after 签发', async () => {
    for (const action of ['拟稿', '审核', '签发']) await add(action)
    assert.equal((await verify()).code, 0)
    box.put('通知.gw.md', SOUND.replace('各司其职', '各负其责'))
    const { code, out, err } = await verify()
    assert.equal(code, 1)
    assert.match(out, /^通知\.gw\.log 正文与“签发”时的定稿不同，原来的“签发”不再有效。\n/)
    assert.match(err, /^-.*各司其职.*\n\+.*各负其责/m)
    assert.match((await add('复核')).err, /改动过/)
  })

  it('tells that the text is another than the last step saw, as beside a log of another 公文', async () => {
    for (const action of ['拟稿', '审核']) await add(action)
    box.put('另.gw.md', SOUND.replace('供暖', '防汛'))
    box.put('另.gw.log', box.text('通知.gw.log'))
    const note = '“审核”以后正文改动过：签发以前可以改，请看看这份记录是不是这份公文的。\n'
    assert.ok((await box.run(['record', 'show', '另.gw.md'])).err.endsWith(note))
    const { code, out } = await box.run(['record', 'verify', '另.gw.md'])
    assert.deepEqual([code, out.endsWith(note)], [0, true])
    assert.ok(!(await verify()).out.includes('改动过'))
  })

  it('holds the attachments after 签发, as it holds the text', async () => {
    box.put('附表.gw.md', '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n')
    box.put('通知.gw.md', `${SOUND}\n::附件[附表]{文件=附表.gw.md}\n`)
    for (const action of ['拟稿', '审核', '签发']) await add(action)
    assert.equal((await verify()).code, 0)
    box.put('附表.gw.md', '| 甲 | 乙 |\n|---|---|\n| 1 | 3 |\n')
    const { code, out } = await verify()
    assert.equal(code, 1)
    assert.match(out, /^通知\.gw\.log 附件“附表\.gw\.md”与“签发”时的不同，原来的“签发”不再有效。\n/)
    assert.match((await add('复核')).err, /“签发”以后附件“附表\.gw\.md”改动过.*退回到“签发”重新办理/)
    const packed = await box.run(['archive', '通知.gw.md', '--force'])
    assert.match(packed.err, /附件“附表\.gw\.md”与“签发”时的不同，不能归档/)
  })

  it('lets the number be given after 签发, and holds it from 登记 on', async () => {
    const number = (written: string) => box.put('通知.gw.md', SOUND.replace(/^发文字号: .*$/m, `发文字号: ${written}`))
    number('某政发〔2026〕号')
    for (const action of ['拟稿', '审核', '签发', '复核']) await add(action)
    number('某政发〔2026〕5号')
    assert.equal((await add('登记')).code, 0)
    assert.equal((await verify()).code, 0)
    number('某政发〔2026〕6号')
    const { code, out } = await verify()
    assert.equal(code, 1)
    assert.match(out, /“登记”时的发文字号是某政发〔2026〕5号，现在是某政发〔2026〕6号。/)
    assert.match((await add('用印')).err, /退回到“登记”重新办理/)
  })

  it('does not take 登记 without the number that the document waits for', async () => {
    box.put('通知.gw.md', SOUND.replace(/^发文字号: .*$/m, '发文字号: 某政发〔2026〕号'))
    for (const action of ['拟稿', '审核', '签发', '复核']) await add(action)
    const { code, err } = await add('登记')
    assert.equal(code, 2)
    assert.match(
      err,
      /“登记”要有发文字号，通知\.gw\.md 的还没有填全。请从登记簿取号，或者先把号写进公文。从登记簿取号加 --number next。/,
    )
    assert.equal((await add('登记', '--number', 'next')).code, 0)
    box.put('纪要.gw.md', SOUND.replace(/^发文字号: .*\n/m, ''))
    for (const action of ['拟稿', '审核', '签发', '复核'])
      await box.run(['record', 'add', '纪要.gw.md', action, ...WHO])
    assert.equal((await box.run(['record', 'add', '纪要.gw.md', '登记', ...WHO])).code, 0)
  })

  it('does not see a change of line ends', async () => {
    for (const action of ['拟稿', '审核', '签发']) await add(action)
    box.put('通知.gw.md', SOUND.replaceAll('\n', '\r\n'))
    assert.equal((await verify()).code, 0)
  })

  it('finds a changed log, says where, and adds nothing to it', async () => {
    for (const action of ['拟稿', '审核', '签发']) await add(action)
    box.put('通知.gw.log', `\ufeff${box.text('通知.gw.log')}`)
    assert.match((await verify()).out, /第1行：这一行不是本程序写的记录/)
    const changed = box.text('通知.gw.log').replace('\ufeff', '').replace('审核', '会签')
    box.put('通知.gw.log', changed)
    const { code, out } = await verify()
    assert.equal(code, 1)
    assert.match(out, /第3行：这一条与前面的记录接不上/)
    assert.equal((await add('复核')).code, 2)
    assert.equal(box.text('通知.gw.log'), changed)
  })

  describe('whose end was cut off and whose last line was written anew', () => {
    const cut = async (count: number) =>
      box.put('通知.gw.log', writeLog((await readLog(box.text('通知.gw.log'), nodeCrypto)).entries.slice(0, count)))
    const check = (...args: readonly string[]) => box.run(['record', 'verify', '通知.gw.md', ...args])

    it('is a log as it once was: by itself it shows nothing', async () => {
      for (const action of ['拟稿', '审核', '批注']) await add(action)
      await cut(2)
      assert.equal((await verify()).code, 0)
    })

    it('lacks the entry whose digest was noted', async () => {
      for (const action of ['拟稿', '审核', '批注']) await add(action)
      const [, head = ''] = /^末条摘要：([0-9a-f]{64})。/m.exec((await verify()).out) ?? []
      for (const digest of [head, head.slice(0, 16).toUpperCase()])
        assert.equal((await check('--head', digest)).code, 0, digest)
      await cut(2)
      const { code, out } = await check('--head', head.slice(0, 16))
      assert.equal(code, 1)
      assert.match(out, new RegExp(`^通知\\.gw\\.log 没有摘要是 ${head.slice(0, 16)} 的一条：记录的末尾被截去过`))
      assert.match((await check('--head', 'abc')).err, /--head 要写一条记录的摘要，至少写前16位/)
    })

    it('lacks entries that an earlier copy has', async () => {
      for (const action of ['拟稿', '审核']) await add(action)
      box.put('留存.gw.log', box.text('通知.gw.log'))
      await add('批注')
      assert.equal((await check('--copy', '留存.gw.log')).code, 0)
      await cut(1)
      const { code, out } = await check('--copy', '留存.gw.log')
      assert.equal(code, 1)
      assert.match(out, /留存\.gw\.log 第2行的一条，这份记录里没有/)
      box.put('留存.gw.log', box.text('留存.gw.log').replace('王某', '李某'))
      assert.match((await check('--copy', '留存.gw.log')).err, /留存\.gw\.log 与写下时不一样，没有用它/)
    })

    it('lacks the 签发 whose 定稿 stands beside it', async () => {
      for (const action of ['拟稿', '审核', '签发']) await add(action)
      await cut(2)
      assert.match((await verify()).out, /旁边有正文的定稿 通知\.定稿\.md，记录里却没有办过“签发”/)
      await add('退回', '--to', '拟稿')
      box.put('通知.gw.md', SOUND.replace('各司其职', '各负其责'))
      assert.equal((await verify()).code, 0)
    })

    it('lacks what the register saw when it gave the number, and is not archived', async () => {
      box.put('通知.gw.md', SOUND.replace(/^发文字号: .*$/m, '发文字号: 某政发〔2026〕号'))
      for (const action of ['拟稿', '审核', '签发', '复核']) await add(action)
      await add('登记', '--number', 'next')
      assert.equal((await verify()).code, 0)
      await cut(3)
      const { code, out } = await verify()
      assert.equal(code, 1)
      assert.match(out, /发文登记\.jsonl 在2026年11月23日登记某政发〔2026〕1号时的记录，这里没有/)
      const packed = await box.run(['archive', '通知.gw.md', '--force'])
      assert.match(packed.err, /通知\.gw\.log 不全，不能归档：发文登记\.jsonl 在/)
      // Another 公文 that takes over the name is held to nothing of the one before.
      box.put('通知.gw.md', SOUND.replace('供暖', '防汛'))
      assert.doesNotMatch((await verify()).out, /登记某政发/)
    })
  })

  it('finds two whole lines that were swapped', async () => {
    for (const action of ['拟稿', '审核', '签发']) await add(action)
    const swapped = swap(box.text('通知.gw.log'))
    box.put('通知.gw.log', swapped)
    const { code, out } = await verify()
    assert.equal(code, 1)
    assert.match(out, /第2行：这一条与前面的记录接不上：前面的记录被改动、删去或者调换过/)
    assert.match(out, /第3行：这一条记录的位置被调换过/)
  })

  it('merges copies that went their own ways, and loses no opinion', async () => {
    await add('拟稿')
    box.put('副本.gw.log', box.text('通知.gw.log'))
    await add('批注', '--opinion', '甲。')
    const mine = box.text('通知.gw.log')
    box.put('通知.gw.log', box.text('副本.gw.log'))
    await add('批注', '--opinion', '乙。')
    box.put('副本.gw.log', mine)
    const { code, err } = await box.run(['record', 'merge', '通知.gw.md', '副本.gw.log', ...WHO])
    assert.deepEqual([code, err], [0, '已合并到 通知.gw.log，共3条记录。\n'])
    assert.match(box.text('通知.gw.log'), /甲。[\s\S]*乙。|乙。[\s\S]*甲。/)
    assert.equal((await verify()).code, 0)
  })

  it('merges nothing with a copy that is not there, is empty or was changed, or into a changed log', async () => {
    await add('拟稿')
    const log = box.text('通知.gw.log')
    box.put('空.gw.log', '')
    box.put('改.gw.log', log.replace('王某', '李某'))
    box.put('好.gw.log', log)
    const merge = (copy: string) => box.run(['record', 'merge', '通知.gw.md', copy, ...WHO])
    const refusals = {
      '无.gw.log': /找不到.*无\.gw\.log/,
      '空.gw.log': /空\.gw\.log 里一条记录也没有/,
      '改.gw.log': /改\.gw\.log 与写下时不一样/,
    }
    for (const [copy, sentence] of Object.entries(refusals)) {
      const { code, err } = await merge(copy)
      assert.equal(code, 2, copy)
      assert.match(err, sentence)
      assert.equal(box.text('通知.gw.log'), log)
    }
    const changed = box.text('改.gw.log')
    box.put('通知.gw.log', changed)
    const { code, err } = await merge('好.gw.log')
    assert.equal(code, 2)
    assert.match(err, /^错误：通知\.gw\.log 与写下时不一样/)
    assert.equal(box.text('通知.gw.log'), changed)
  })

  it('does not mix up the logs of two documents', async () => {
    await add('拟稿')
    box.put('请示.gw.md', SOUND.replace('通知', '请示'))
    await box.run(['record', 'add', '请示.gw.md', '拟稿', ...WHO])
    const { code, err } = await box.run(['record', 'merge', '通知.gw.md', '请示.gw.log', ...WHO])
    assert.deepEqual([code, err], [2, '错误：这些不是同一份公文的办理记录，不能合并。\n'])
  })

  it('names attachments by their path from the document, and reads none outside of its folder', async () => {
    box.put('内/图/一.png', '甲')
    box.put('外.png', '乙')
    symlinkSync('../../外.png', join(box.path, '内/图/链接.png'))
    const recorded = async (path: string) => {
      box.put('内/通知.gw.md', `${SOUND}\n![图](${path})\n`)
      const { code, err } = await box.run(['record', 'add', '内/通知.gw.md', '批注', ...WHO])
      return code === 0 ? (JSON.parse(box.text('内/通知.gw.log').split('\n').at(-3) ?? '') as LogEntry) : err
    }
    const inside = await recorded('图/../图/一.png')
    assert.ok(typeof inside !== 'string', String(inside))
    assert.deepEqual(
      inside.attachments.map(({ name }) => name),
      ['图/一.png'],
    )
    for (const path of ['../外.png', '图/../../外.png', '图/链接.png'])
      assert.match(String(await recorded(path)), /^错误：内\/通知\.gw\.md 引用的“.*”在公文所在的文件夹外面/, path)
  })

  it('refuses attachments whose names mean another file elsewhere, before anything is on record', async () => {
    for (const name of ['图/甲:乙.png', '图/a.png', '图/A.png', '图/\u00e9.png', '图/e\u0301.png']) box.put(name, '甲')
    const said = async (...paths: readonly string[]) => {
      box.put('通知.gw.md', `${SOUND}${paths.map((path) => `\n![图](${path})\n`).join('')}`)
      return (await add('批注')).err
    }
    assert.match(await said('图/甲:乙.png'), /引用的“图\/甲:乙\.png”，文件名里有冒号/)
    assert.match(await said('图/a.png', '图/A.png'), /引用的“图\/a\.png”和“图\/A\.png”只差大小写/)
    assert.match(await said('图/\u00e9.png', '图/e\u0301.png'), /只差大小写或者字符编码/)
    assert.equal(existsSync(join(box.path, '通知.gw.log')), false)
    assert.match(await said('图/a.png', '图/a.png'), /^已记入/)
  })

  it('takes no entry that a merge made late for a fault, but one that nobody could have added', async () => {
    await add('拟稿')
    const common = box.text('通知.gw.log')
    await add('审核', '--opinion', '甲')
    box.put('副本.gw.log', box.text('通知.gw.log'))
    box.put('通知.gw.log', common)
    await add('审核', '--opinion', '乙')
    await box.run(['record', 'merge', '通知.gw.md', '副本.gw.log', ...WHO])
    const merged = await verify()
    assert.equal(merged.code, 0)
    assert.match(merged.out, /第3行：合并以后不算数，不是改动。“审核”已经办过了/)
    const { entries } = await readLog(box.text('通知.gw.log'), nodeCrypto)
    const [first] = entries
    assert.ok(first)
    const forged = { ...first.entry, ...nextPlace(entries, first.entry.time), action: '用印' }
    box.put('通知.gw.log', writeLog([...entries, await link(forged, nodeCrypto)]))
    const { code, out } = await verify()
    assert.equal(code, 1)
    assert.match(out, /第5行：流程不允许。“用印”之前还没有办完“签发”/)
  })

  it('says who is next: the organ with its posts, and of those who act in turn only the first', async () => {
    const steps = '  - 名称: 拟稿\n  - 名称: 审核\n    机关: 甲局\n    职务: [主任, 副主任]\n'
    box.put('流程.yaml', `步骤:\n${steps}  - 名称: 用印\n    方式: 依次\n    参加: [甲局, 乙局]\n`)
    const next = async (action: string, ...args: readonly string[]) =>
      (await box.run(['record', 'add', '通知.gw.md', action, '--flow', '流程.yaml', '--name', '王某', ...args])).err
    assert.match(await next('拟稿', '--organ', '甲局'), /下一步：审核，由甲局主任、副主任办理。/)
    assert.match(await next('审核', '--organ', '甲局', '--post', '主任'), /下一步：用印，由甲局办理。/)
    assert.match(await next('合并', '--organ', '甲局'), /“合并”由合并副本的命令来记：hongtou record merge/)
    assert.equal((await readLog(box.text('通知.gw.log'), nodeCrypto)).entries.length, 2)
  })

  it('takes the flow of an office', async () => {
    box.put('流程.yaml', '步骤:\n  - 名称: 签发\n    职务: [市长]\n')
    const { code, err } = await add('签发', '--flow', '流程.yaml', '--post', '科长')
    assert.equal(code, 2)
    assert.match(err, /无权办理“签发”：流程规定由市长办理/)
  })

  it('goes by the flow with which it was begun, and lets nobody leave that out or change it', async () => {
    const flow = '名称: 本局\n步骤:\n  - 名称: 拟稿\n  - 名称: 签发\n    职务: [局长]\n'
    box.put('本局.yaml', flow)
    assert.equal((await add('拟稿', '--flow', '本局.yaml')).code, 0)
    const forgotten = await add('签发')
    assert.deepEqual(
      [forgotten.code, forgotten.err],
      [2, '错误：这份公文按流程“本局”办理，没有找到这个流程。请指定它的文件。用 --flow 指定。\n'],
    )
    assert.match((await add('审核', '--flow', '发文')).err, /按流程“本局”办理，现在用的是“发文”/)
    box.put('本局.yaml', flow.replace('局长', '科员'))
    assert.match((await add('签发', '--post', '科员', '--flow', '本局.yaml')).err, /流程“本局”在这份公文办理以后改动过/)
    const checked = await box.run(['record', 'verify', '通知.gw.md', '--flow', '本局.yaml'])
    assert.equal(checked.code, 1)
    assert.match(checked.out, /^通知\.gw\.log 第1行：流程“本局”在这份公文办理以后改动过/)
  })

  it('holds what was received from its 登记 on', async () => {
    box.put('来文.pdf', '%PDF-1')
    box.put('通知.gw.md', `${SOUND}\n::附件[来文]{另附 文件=来文.pdf}\n`)
    await add('签收', '--flow', '收文')
    await add('登记')
    assert.equal((await verify()).code, 0)
    box.put('来文.pdf', '%PDF-2')
    assert.match((await verify()).out, /附件“来文\.pdf”与“登记”时的不同/)
    assert.match((await add('初审')).err, /“登记”以后附件“来文\.pdf”改动过/)
  })

  it('finds the flow by the log where it is one of ours', async () => {
    assert.equal((await add('签收', '--flow', '收文')).code, 0)
    assert.match((await add('登记')).err, /下一步：初审。/)
    assert.equal((await verify()).code, 0)
  })

  it('tells how long the next step may take, and whether it is late', async () => {
    box.put('流程.yaml', '步骤:\n  - 名称: 拟稿\n  - 名称: 审核\n    时限: 3个工作日\n')
    for (const action of ['拟稿', '催办']) await add(action, '--flow', '流程.yaml')
    const show = async (day: string, ...args: readonly string[]) => {
      const clock = { now: () => new Date(`${day}T04:00:00Z`), offset: () => 480 }
      return box.run(['record', 'show', '通知.gw.md', '--flow', '流程.yaml', ...args], { clock })
    }
    const last = async (day: string) => (await show(day)).err.split('\n').at(-2)
    const about = '“审核”限3个工作日，到2026年11月26日为止'
    assert.equal(await last('2026-11-23'), `${about}，还有3个工作日；已催办1次。`)
    assert.equal(await last('2026-11-26'), `${about}，今天到期；已催办1次。`)
    assert.equal(await last('2026-11-30'), `${about}，已超过2个工作日；已催办1次。`)
    const { state } = JSON.parse((await show('2026-11-30', '--format', 'json')).out)
    assert.deepEqual([state.deadlines[0].due, state.deadlines[0].left], ['2026-11-26', -2])
  })

  it('prints the 办文单 beside the document', async () => {
    for (const action of ['拟稿', '审核']) await add(action, '--opinion', '同意。')
    const { code, err } = await box.run(['record', 'sheet', '通知.gw.md'])
    assert.equal(code, 0, err)
    assert.match(err, /已生成 通知-办文单\.pdf。/)
    assert.equal(new TextDecoder().decode(box.bytes('通知-办文单.pdf').subarray(0, 5)), '%PDF-')
  })

  describe('with signatures', () => {
    const secret = { environment: { P: 'secret' } }
    const signed = (action: string, p12: string) =>
      box.run(['record', 'add', '通知.gw.md', action, ...WHO, '--p12', p12, '--password-env', 'P'], secret)
    beforeEach(async () => {
      for (const name of ['王某', '李某'])
        await box.run(['cert', 'new', '--name', name, '-o', `${name}.p12`, '--password-env', 'P'], secret)
    })

    it('proves who recorded what', async () => {
      assert.equal((await signed('拟稿', '王某.p12')).code, 0)
      await add('审核')
      const { code, out } = await box.run(['record', 'verify', '通知.gw.md', '--trust', '王某.pem'])
      assert.equal(code, 3)
      assert.match(out, /没有发现改动；1条签名有效，证书受信任；1条没有签名/)
      assert.doesNotMatch(out, /持有人/)
      assert.match((await verify()).out, /1条签名有效，证书未受信任/)
      box.put('另.gw.md', SOUND)
      const other = ['--name', '李某', '--organ', '某某市人民政府', '--p12', '王某.p12']
      await box.run(['record', 'add', '另.gw.md', '拟稿', ...other, '--password-env', 'P'], secret)
      const under = await box.run(['record', 'verify', '另.gw.md', '--trust', '王某.pem'])
      assert.equal(under.code, 1)
      assert.match(
        under.out,
        /^另\.gw\.log 第1行：办理人写的是“李某”，证书的持有人是“王某（测试）”：是别人以他的名义记的/,
      )
      const unknown = await box.run(['record', 'verify', '另.gw.md', '--trust', '李某.pem'])
      assert.equal(unknown.code, 3)
      assert.match(unknown.out, /第1行：办理人写的是“李某”，证书的持有人是“王某（测试）”，请核对。\n/)
    })

    it('is asked for by --trust alone: every entry must then be signed by somebody who is trusted', async () => {
      await signed('拟稿', '王某.p12')
      const code = async (...trust: readonly string[]) =>
        (await box.run(['record', 'verify', '通知.gw.md', ...trust])).code
      assert.deepEqual([await code(), await code('--trust', '王某.pem'), await code('--trust', '李某.pem')], [0, 0, 3])
    })

    it('can be complete after a merge: whoever merges signs, too', async () => {
      await signed('拟稿', '王某.p12')
      const common = box.text('通知.gw.log')
      await signed('批注', '王某.p12')
      box.put('副本.gw.log', box.text('通知.gw.log'))
      box.put('通知.gw.log', common)
      await signed('传阅', '王某.p12')
      const merge = ['record', 'merge', '通知.gw.md', '副本.gw.log', ...WHO, '--p12', '王某.p12', '--password-env', 'P']
      const { code, err } = await box.run(merge, secret)
      assert.equal(code, 0, err)
      const verified = await box.run(['record', 'verify', '通知.gw.md', '--trust', '王某.pem'])
      assert.equal(verified.code, 0, verified.out)
      assert.match(verified.out, /共4条记录，没有发现改动；4条签名有效，证书受信任/)
    })

    it('finds two whole lines that were swapped, with their signatures, and cannot be linked anew without the keys', async () => {
      for (const action of ['拟稿', '审核', '签发']) await signed(action, '王某.p12')
      const log = box.text('通知.gw.log')
      box.put('通知.gw.log', swap(log))
      const { code, out } = await box.run(['record', 'verify', '通知.gw.md', '--trust', '王某.pem'])
      assert.equal(code, 1)
      assert.match(out, /第3行：这一条记录的位置被调换过/)
      // Who mends the links changes what was signed.
      let entries: readonly Linked[] = []
      for (const { entry } of (await readLog(swap(log), nodeCrypto)).entries)
        entries = [...entries, await link({ ...entry, ...nextPlace(entries, entry.time) }, nodeCrypto)]
      box.put('通知.gw.log', writeLog(entries))
      const linked = await box.run(['record', 'verify', '通知.gw.md', '--trust', '王某.pem'])
      assert.equal(linked.code, 1)
      assert.match(linked.out, /第2行：这一条的签名与内容不符，是改过的或者伪造的/)
    })

    it('is judged the same by OpenSSL', async function () {
      needJudge(this, 'openssl')
      await signed('拟稿', '王某.p12')
      const [line = ''] = box.text('通知.gw.log').split('\n')
      const { signature, ...entry } = JSON.parse(line) as { signature: string }
      const file = (name: string, content: string | Uint8Array) => join(box.path, box.put(name, content))
      const judged = (content: string) =>
        judge('openssl', [
          ...['cms', '-verify', '-binary', '-inform', 'DER', '-noverify'],
          ...['-in', file('签名.der', Buffer.from(signature, 'base64')), '-content', file('内容', content)],
        ]).code
      assert.equal(judged(JSON.stringify(entry)), 0)
      assert.notEqual(judged(JSON.stringify({ ...entry, seq: 2 })), 0)
    })

    it('finds a signature that was taken away, belongs to another line, or is of another certificate', async () => {
      await signed('拟稿', '王某.p12')
      const first = box.text('通知.gw.log').split('\n')[0] as string
      const entry = JSON.parse(first) as LogEntry
      box.put('另.gw.md', SOUND)
      await box.run(
        ['record', 'add', '另.gw.md', '拟稿', ...WHO, '--p12', '李某.p12', '--password-env', 'P', '--opinion', '好。'],
        secret,
      )
      const other = JSON.parse(box.text('另.gw.log').split('\n')[0] as string) as LogEntry
      const forged = async (change: Partial<LogEntry>) => {
        const linked = await link({ ...entry, ...change }, nodeCrypto)
        box.put('通知.gw.log', writeLog([linked]))
        return (await verify()).out.split('\n')[0]
      }
      const { signature: _, ...bare } = entry
      box.put('通知.gw.log', writeLog([await link(bare, nodeCrypto)]))
      assert.equal((await verify()).out.split('\n')[0], '通知.gw.log 第1行：这一条的签名被去掉了。')
      const { signature = '', actor } = other
      assert.equal(
        await forged({ signature: 'AAAA' }),
        '通知.gw.log 第1行：这一条的签名与内容不符，是改过的或者伪造的。',
      )
      assert.equal(await forged({ signature }), '通知.gw.log 第1行：这一条的签名与内容不符，是改过的或者伪造的。')
      const stolen = { ...other, actor: { ...actor, certificate: '0'.repeat(64) } }
      const { signature: __, ...unsigned } = stolen
      box.put('内容', entryLine(unsigned))
      await box.run(['sign', '内容', '--detached', '--p12', '李某.p12', '--password-env', 'P'], secret)
      const own = Buffer.from(box.bytes('内容.p7s')).toString('base64')
      assert.equal(
        await forged({ ...stolen, signature: own }),
        '通知.gw.log 第1行：这一条是用另一张证书签的，不是办理人写明的那一张。',
      )
    })
  })

  it('says what to do about wrong input', async () => {
    const sentence = async (...args: readonly string[]) => (await box.run(['record', ...args, ...WHO])).err
    box.put('坏.yaml', '步骤:\n  - 职务: 市长\n')
    box.put('旧.txt', '文字')
    assert.match(await sentence('add', '通知.gw.md', '拟稿', '--flow', '坏.yaml'), /坏\.yaml第2行：这一步没有“名称”/)
    assert.match(await sentence('add', '通知.gw.md', '拟稿', '--flow', '无'), /没有“无”这个流程/)
    assert.match(await sentence('add', '旧.txt', '拟稿'), /不是公文源文件/)
    const none = await verify()
    assert.deepEqual([none.code, none.out], [1, '通知.gw.md 还没有办理记录（通知.gw.log）。\n'])
  })
})
