import assert from 'node:assert/strict'
import { type ProcessFacts, processVerdict, processView } from '../../server/src/features/process.ts'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { digestDocument } from '../../server/src/record/digests.ts'
import type { LogEntry } from '../../server/src/record/entry.ts'
import { type Linked, readLog, writeLog } from '../../server/src/record/log.ts'
import { parseFlow } from '../../server/src/record/parseFlow.ts'
import { stateOf } from '../../server/src/record/state.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { entryOf, followedBy } from '../record/support.ts'

const { flow } = parseFlow(
  `名称: 联合发文
步骤:
  - 名称: 拟稿
  - 名称: 审核
    职务: [主任]
    时限: 3个工作日
  - 名称: 会签
    方式: 依次
    参加: [甲局, 乙局]
    可选: 是
  - 名称: 签发
    姓名: 李某
    定稿: 是
  - 名称: 登记
    编号: 是
  - 名称: 用印
`,
  'file:///流程.yaml',
)

const DRAFT = '---\n发文字号:\n---\n# 关于供暖的通知\n\n各区：\n\n11月15日起供暖。\n'
const director = { name: '赵某', organ: '办公室', post: '主任' }
const mayor = { name: '李某', organ: '某市' }

type Act = readonly [action: string, change?: Partial<LogEntry>]

/** What is known after some acts on the draft, when the text is `text`. */
async function viewAfter(acts: readonly Act[], more: Partial<ProcessFacts> & { readonly text?: string } = {}) {
  const draft = await digestDocument(DRAFT, nodeCrypto)
  let entries: readonly Linked[] = []
  for (const [minute, [action, change]] of acts.entries())
    entries = await followedBy(entries, entryOf(action, minute, { document: draft, ...change }))
  const text = more.text ?? DRAFT
  const state = stateOf(flow, entries)
  const document = await digestDocument(text, nodeCrypto)
  return processView({
    log: { entries, problems: [] },
    state,
    text,
    document,
    now: '2026-11-23T10:00:00+08:00',
    ...(state.settled ? { settledText: DRAFT } : {}),
    ...more,
  })
}

type View = Awaited<ReturnType<typeof viewAfter>>

const step = (view: View, name: string) => view.steps.find((each) => each.name === name) ?? assert.fail(name)
const said = (view: View) => formatMessage(view.standing)
const refusal = (view: View, name: string) => {
  const found = step(view, name).action?.refusal
  return found && formatMessage(found)
}

const TO_ISSUE: readonly Act[] = [
  ['拟稿'],
  ['审核', { actor: director, opinion: '同意。' }],
  ['签发', { actor: mayor }],
]

describe('the view 办文', () => {
  it('begins with nothing done, and everybody may draft', async () => {
    const view = await viewAfter([])
    assert.deepEqual([view.begun, view.ended, said(view)], [false, false, '未开始'])
    assert.deepEqual(
      view.steps.map(({ standing }) => standing),
      ['due', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting'],
    )
    assert.deepEqual(step(view, '拟稿').next, [])
  })

  it('tells who did a step, when, with what opinion, and that it is not signed', async () => {
    const view = await viewAfter(TO_ISSUE.slice(0, 2))
    assert.deepEqual(step(view, '审核').done, [
      { ...director, action: '审核', opinion: '同意。', proof: 'unsigned', time: '2026年11月23日09时01分（北京时间）' },
    ])
    assert.equal(step(view, '审核').action, undefined)
  })

  it('names who is next, and the time limit', async () => {
    const view = await viewAfter([['拟稿']])
    assert.deepEqual([step(view, '审核').next, step(view, '审核').limit, said(view)], [['主任'], 3, '待审核'])
  })

  it('tells until when the step that is due may take, and marks one that is overdue', async () => {
    const inTime = await viewAfter([['拟稿']])
    assert.deepEqual(step(inTime, '审核').deadline, { due: '2026年11月26日', left: 3, surely: true, urged: 0 })
    const late = await viewAfter([['拟稿'], ['催办', { step: '审核' }]], { now: '2026-11-30T10:00:00+08:00' })
    assert.deepEqual([step(late, '审核').deadline?.left, step(late, '审核').deadline?.urged], [-2, 1])
    assert.equal(said(late), '待审核（逾期）')
    assert.equal(step(late, '签发').deadline, undefined)
  })

  it('offers an optional step and the one behind it, until the optional one was begun', async () => {
    const open = await viewAfter(TO_ISSUE.slice(0, 2))
    assert.equal(said(open), '待会签或签发')
    assert.deepEqual(step(open, '会签').next, ['甲局'])
    const begun = await viewAfter([...TO_ISSUE.slice(0, 2), ['会签', { actor: { name: '钱某', organ: '甲局' } }]])
    assert.equal(said(begun), '待会签')
    assert.deepEqual(step(begun, '会签').next, ['乙局'])
    assert.equal(step(await viewAfter(TO_ISSUE), '会签').standing, 'skipped')
  })

  it('says of every other step why it cannot be done now', async () => {
    const view = await viewAfter(TO_ISSUE.slice(0, 2))
    assert.equal(refusal(view, '签发'), undefined)
    assert.equal(refusal(view, '用印'), '“用印”之前还没有办完“签发”。')
  })

  it('refuses who is not entitled only once it is known who acts', async () => {
    assert.equal(refusal(await viewAfter([['拟稿']]), '审核'), undefined)
    const view = await viewAfter([['拟稿']], { actor: mayor })
    assert.match(refusal(view, '审核') ?? '', /无权办理“审核”/)
  })

  it('shows a step that was sent back as that, and the reason beside the steps', async () => {
    const view = await viewAfter([...TO_ISSUE.slice(0, 2), ['退回', { step: '审核', opinion: '缺依据。' }]])
    assert.equal(step(view, '审核').standing, 'returned')
    assert.deepEqual(view.backTargets, ['拟稿'])
    const other = view.others.find(({ action }) => action === '退回')
    assert.deepEqual([other?.to, other?.opinion], ['审核', '缺依据。'])
  })

  it('shows what counts for nothing with its reason', async () => {
    const view = await viewAfter([['拟稿'], ['用印']])
    assert.deepEqual(
      view.others.map(({ action, refusal: reason }) => [action, reason && formatMessage(reason)]),
      [['用印', '“用印”之前还没有办完“审核”。']],
    )
  })

  it('tells which lines were changed after the 定稿, and refuses what follows', async () => {
    const text = DRAFT.replace('15日', '10日')
    const view = await viewAfter(TO_ISSUE, { text })
    assert.deepEqual(view.change, { since: '签发', settled: true, lines: [7] })
    assert.equal(said(view), '签发后有改动')
    assert.match(refusal(view, '登记') ?? '', /“签发”以后正文改动过/)
    assert.equal((await viewAfter(TO_ISSUE)).change, undefined)
  })

  it('takes the number for no change of the text', async () => {
    const view = await viewAfter(TO_ISSUE, { text: DRAFT.replace('字号:', '字号: 某发〔2026〕1号') })
    assert.equal(view.change, undefined)
    const both = DRAFT.replace('字号:', '字号: 某发〔2026〕1号').replace('15日', '10日')
    assert.deepEqual((await viewAfter(TO_ISSUE, { text: both })).change?.lines, [7])
  })

  it('tells that a line was taken away at the line that stands there now', async () => {
    const view = await viewAfter(TO_ISSUE, { text: DRAFT.replace('\n11月15日起供暖。', '') })
    assert.equal(view.change?.lines?.length, 1)
  })

  it('before the 定稿 tells only since which step the text is another', async () => {
    const view = await viewAfter(TO_ISSUE.slice(0, 2), { text: `${DRAFT}补充。\n` })
    assert.deepEqual(view.change, { since: '审核', settled: false })
    assert.equal(said(view), '待会签或签发')
  })

  it('ends, and then offers nothing', async () => {
    const number = { document: { ...(await digestDocument(DRAFT, nodeCrypto)), number: '某发〔2026〕1号' } }
    const view = await viewAfter([...TO_ISSUE, ['登记', number], ['用印', number]])
    assert.deepEqual([view.ended, said(view)], [true, '已办结'])
    assert.deepEqual(view.backTargets, [])
    assert.deepEqual(
      view.problems.map(({ message }) => formatMessage(message)),
      ['“登记”时的发文字号是某发〔2026〕1号，现在是—。'],
    )
  })

  it('tells by its line what is wrong with the log', async () => {
    const entries = await followedBy([], entryOf('拟稿', 0, { opinion: '请审。' }))
    const log = await readLog(writeLog(entries).replace('请审', '请改'), nodeCrypto)
    const view = await viewAfter([], { log, state: stateOf(flow, log.entries) })
    assert.ok(view.problems.length > 0)
    assert.match(formatMessage(processVerdict(view, [])), /^办理记录有 \d 处问题/)
  })

  it('knows what was found out about signatures, and of whom the certificate is', async () => {
    const [first] = await followedBy([], entryOf('拟稿', 0))
    assert.ok(first)
    const checked = [{ linked: first, state: '未受信任', signer: '孙某' }] as const
    const view = await viewAfter([], {
      log: { entries: [first], problems: [] },
      state: stateOf(flow, [first]),
      checked,
    })
    const [deed] = step(view, '拟稿').done
    assert.deepEqual([deed?.proof, deed?.signer], ['untrusted', '孙某'])
    assert.match(formatMessage(processVerdict(view, checked)), /证书未受信任/)
  })
})
