import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import type { LogEntry } from '../../server/src/record/entry.ts'
import { RESERVED_ACTIONS } from '../../server/src/record/flow.ts'
import { type Linked, readLog, writeLog } from '../../server/src/record/log.ts'
import { unite } from '../../server/src/record/merge.ts'
import { parseFlow } from '../../server/src/record/parseFlow.ts'
import { type ProcessState, stateOf } from '../../server/src/record/state.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { entryOf, followedBy } from './support.ts'

const flowOf = (text: string) => {
  const { flow, problems } = parseFlow(text, 'file:///流程.yaml')
  assert.deepEqual(problems, [])
  return flow
}
const problemsOf = (text: string) =>
  parseFlow(text, 'file:///流程.yaml').problems.map(({ message }) => formatMessage(message))

const shipped = (name: string) => {
  const text = readFileSync(new URL(`../../templates/flows/${name}.yaml`, import.meta.url), 'utf8')
  return flowOf(text)
}

type Act = readonly [action: string, change?: Partial<LogEntry>]

async function logOf(...acts: readonly Act[]): Promise<readonly Linked[]> {
  let entries: readonly Linked[] = []
  for (const [minute, [action, change]] of acts.entries())
    entries = await followedBy(entries, entryOf(action, minute, change))
  return entries
}

/** Where it stands after some acts, in a line: the step that is due, or how it ended. */
function standing({ ended, steps, current }: ProcessState): string {
  return ended ?? (steps[current]?.step.name as string)
}

/** Reasons for which acts counted for nothing. */
function refusals({ refused }: ProcessState): readonly string[] {
  return refused.map(({ reason }) => formatMessage(reason))
}

const by = (organ: string, name = '王某', post?: string): Partial<LogEntry> => ({
  actor: { organ, name, ...(post === undefined ? {} : { post }) },
})

const CHANGED: Partial<LogEntry> = { document: { sha256: '1'.repeat(64), sm3: '1'.repeat(64) } }

describe('flow', () => {
  it('is read from its file', () => {
    const flow = flowOf(`名称: 联合发文
步骤:
  - 名称: 拟稿
    机关: 甲局
    时限: 3个工作日
  - 名称: 会签
    方式: 依次
    参加: [乙局, 丙局]
    可选: 是
  - 名称: 签发
    职务: [局长, 副局长]
    定稿: 是
`)
    const anybody = { organs: [], posts: [], names: [] }
    const plain = { manner: '一人', participants: [], optional: false, settles: false, numbers: false }
    assert.deepEqual(flow, {
      name: '联合发文',
      steps: [
        { ...plain, name: '拟稿', entitled: { ...anybody, organs: ['甲局'] }, limit: 3 },
        { ...plain, name: '会签', entitled: anybody, manner: '依次', participants: ['乙局', '丙局'], optional: true },
        { ...plain, name: '签发', entitled: { ...anybody, posts: ['局长', '副局长'] }, settles: true },
      ],
    })
  })

  it('says with its line what cannot be read', () => {
    assert.deepEqual(
      problemsOf(`步骤:
  - 名称: 退回
  - 职务: 局长
  - 名称: 会签
    方式: 轮流
  - 名称: 签发
    定稿: 对
    时限: 三天
    备注: 无
其他: 1
`),
      [
        '流程.yaml第2行：步骤不能叫“退回”，这个名称已经用了。',
        '流程.yaml第3行：这一步没有“名称”。',
        '流程.yaml第5行：“方式”只能是一人、依次、并行。',
        '流程.yaml第7行：“定稿”只能是“是”或“否”。',
        '流程.yaml第8行：“时限”要写成“3个工作日”的样子。',
        '流程.yaml第9行：步骤里没有“备注”这个项目。',
        '流程.yaml第10行：没有“其他”这个项目，只有“名称”、“步骤”、“退回”和“作废”。',
      ],
    )
  })
})

describe('state of a 公文', () => {
  it('goes from step to step until the last one', async () => {
    const flow = shipped('发文')
    const acts = flow.steps.map(({ name }): Act => [name])
    const places = []
    for (let done = 0; done <= acts.length; done++)
      places.push(standing(stateOf(flow, await logOf(...acts.slice(0, done)))))
    assert.deepEqual(places, [...flow.steps.map(({ name }) => name), '办结'])
  })

  it('lets a step be done when all before it are, but for the optional ones, and nothing else', async () => {
    for (const flow of [shipped('发文'), shipped('收文')]) {
      for (let done = 0; done <= flow.steps.length; done++) {
        const acts = flow.steps.slice(0, done).map(({ name }): Act => [name])
        for (const [index, { name }] of flow.steps.entries()) {
          const state = stateOf(flow, await logOf(...acts, [name]))
          const allowed = index >= done && flow.steps.slice(done, index).every(({ optional }) => optional)
          assert.deepEqual(refusals(state).length, allowed ? 0 : 1, `${name} after ${done}`)
        }
      }
    }
  })

  it('says what is missing, as 用印 before 签发', async () => {
    const state = stateOf(shipped('发文'), await logOf(['拟稿'], ['审核'], ['用印'], ['传真']))
    assert.equal(standing(state), '会签')
    assert.deepEqual(refusals(state), [
      '“用印”之前还没有办完“签发”。',
      '流程“发文”里没有“传真”这一步。可办的有：拟稿、审核、会签、签发、复核、登记、用印、印制、核发、退回、批注、传阅、催办、作废。',
    ])
  })

  it('lets only those act who may', async () => {
    const flow = flowOf('步骤:\n  - 名称: 签发\n    机关: 甲局\n    职务: [局长]\n')
    const signed = async (change: Partial<LogEntry>) => refusals(stateOf(flow, await logOf(['签发', change])))
    assert.deepEqual(await signed(by('甲局', '李某', '局长')), [])
    assert.deepEqual(await signed(by('甲局', '李某', '科长')), ['甲局科长李某无权办理“签发”：流程规定由局长办理。'])
    assert.deepEqual(await signed(by('乙局', '李某', '局长')), ['乙局局长李某无权办理“签发”：流程规定由甲局办理。'])
  })

  it('waits for all of a 会签 in any order', async () => {
    const flow = flowOf('步骤:\n  - 名称: 会签\n    参加: [甲局, 乙局, 李某]\n  - 名称: 签发\n')
    const one = await logOf(['会签', by('乙局')], ['签发'], ['会签', by('乙局')], ['会签', by('丁局')])
    assert.equal(standing(stateOf(flow, one)), '会签')
    assert.deepEqual(refusals(stateOf(flow, one)), [
      '“签发”之前还没有办完“会签”。',
      '乙局已经办过“会签”了。',
      '“会签”由甲局、乙局、李某办理，丁局不在其中。',
    ])
    const all = await logOf(['会签', by('乙局')], ['会签', by('丙局', '李某')], ['会签', by('甲局')])
    assert.equal(standing(stateOf(flow, all)), '签发')
  })

  it('waits for each of a 会签 in turn where it is 依次', async () => {
    const flow = flowOf('步骤:\n  - 名称: 会签\n    方式: 依次\n    参加: [甲局, 乙局]\n  - 名称: 签发\n')
    const state = stateOf(flow, await logOf(['会签', by('乙局')], ['会签', by('甲局')], ['会签', by('乙局')]))
    assert.deepEqual(refusals(state), ['“会签”依次办理，现在轮到甲局。'])
    assert.equal(standing(state), '签发')
  })

  it('begins an optional 会签 only to end it', async () => {
    const flow = flowOf('步骤:\n  - 名称: 会签\n    参加: [甲局, 乙局]\n    可选: 是\n  - 名称: 签发\n')
    assert.equal(standing(stateOf(flow, await logOf(['签发']))), '办结')
    assert.equal(standing(stateOf(flow, await logOf(['会签', by('甲局')], ['签发']))), '会签')
  })

  it('goes back to any earlier step, and all behind it is to be done again (条例 21)', async () => {
    const flow = shipped('发文')
    const acts: readonly Act[] = [['拟稿'], ['审核'], ['签发'], ['复核']]
    for (const [target, name] of ['拟稿', '审核', '签发', '复核'].entries()) {
      const state = stateOf(flow, await logOf(...acts, ['退回', { step: name }]))
      assert.equal(standing(state), name)
      assert.equal(state.settled === undefined, target <= 2)
    }
    const wrong = stateOf(flow, await logOf(...acts, ['退回'], ['退回', { step: '核发' }], ['退回', { step: '无' }]))
    assert.deepEqual(refusals(wrong), [
      '“退回”要写明退回到哪一步（--to）。',
      '“核发”还没有办过，不能退回到它。',
      '流程“发文”里没有“无”这一步，不能退回到它。',
    ])
  })

  it('holds the text after 签发: a changed one has to be 签发 again (条例 25)', async () => {
    const flow = shipped('发文')
    const before: readonly Act[] = [['拟稿'], ['审核', CHANGED], ['签发', CHANGED]]
    assert.deepEqual(refusals(stateOf(flow, await logOf(...before, ['复核', CHANGED]))), [])
    assert.deepEqual(refusals(stateOf(flow, await logOf(...before, ['复核']))), [
      '“签发”以后正文改动过，原来的“签发”不再有效。请改回定稿，或者退回到“签发”重新办理。',
    ])
    const again = await logOf(...before, ['退回', { step: '签发' }], ['签发'], ['复核'])
    assert.deepEqual(refusals(stateOf(flow, again)), [])
  })

  it('holds the attachments after 签发: one that changed, came or went has to be 签发 again', async () => {
    const withFiles = (...files: readonly (readonly [string, string])[]): Partial<LogEntry> => ({
      attachments: files.map(([name, digit]) => ({ name, sha256: digit.repeat(64) })),
    })
    const settled = withFiles(['甲.gw.md', '1'])
    for (const changed of [withFiles(['甲.gw.md', '2']), withFiles(), withFiles(['甲.gw.md', '1'], ['乙.png', '1'])]) {
      const log = await logOf(['拟稿', settled], ['审核', settled], ['签发', settled], ['复核', changed])
      assert.match(refusals(stateOf(shipped('发文'), log)).join(), /^“签发”以后附件“[甲乙].*”改动过/)
    }
    const same = await logOf(['拟稿'], ['审核', settled], ['签发', settled], ['复核', settled])
    assert.deepEqual(refusals(stateOf(shipped('发文'), same)), [])
  })

  it('holds the number after 登记, and only what has been given', async () => {
    const flow = shipped('发文')
    const numbered = (number: string): Partial<LogEntry> => ({ document: { ...entryOf('', 0).document, number } })
    const before: readonly Act[] = [['拟稿'], ['审核', numbered('某政发〔2026〕1号')], ['签发']]
    const given = [...before, ['复核'], ['登记', numbered('某政发〔2026〕5号')]] as const
    const said = async (...acts: readonly Act[]) => refusals(stateOf(flow, await logOf(...given, ...acts)))
    assert.deepEqual(await said(['用印', numbered('某政发〔2026〕5号')]), [])
    assert.deepEqual(await said(['用印', numbered('某政发〔2026〕6号')], ['用印']), [
      '“登记”时的发文字号是某政发〔2026〕5号，现在是某政发〔2026〕6号。请改回去，或者退回到“登记”重新办理。',
      '“登记”时的发文字号是某政发〔2026〕5号，现在是空的。请改回去，或者退回到“登记”重新办理。',
    ])
    const again = ['登记', numbered('某政发〔2026〕6号')] as const
    assert.deepEqual(await said(['退回', { step: '登记' }], again, ['用印', numbered('某政发〔2026〕6号')]), [])
    assert.deepEqual(refusals(stateOf(flow, await logOf(...before, ['复核'], ['登记'], ['用印', numbered('1号')]))), [])
  })

  it('is urged only for a step whose turn it is', async () => {
    const flow = shipped('发文')
    const urge = (step?: string): Act => ['催办', step === undefined ? {} : { step }]
    const said = async (...acts: readonly Act[]) => refusals(stateOf(flow, await logOf(...acts)))
    assert.deepEqual(await said(['拟稿'], ['审核'], urge(), urge('会签'), urge('签发')), [])
    assert.deepEqual(await said(['拟稿'], ['审核'], urge('拟稿'), urge('复核'), urge('无')), [
      '“拟稿”已经办过了，不用催办。',
      '还没有轮到“复核”，不能催办它。现在要办的是：会签、签发。',
      '流程“发文”里没有“无”这一步，不能催办它。',
    ])
  })

  it('is sent back and given up by those only whom the flow names, where it names some', async () => {
    const steps = '步骤:\n  - 名称: 拟稿\n  - 名称: 签发\n'
    const flow = flowOf(`${steps}退回:\n  职务: [主任, 局长]\n作废:\n  机关: 甲局\n  职务: 局长\n`)
    const back = (change: Partial<LogEntry>): Act => ['退回', { step: '拟稿', ...change }]
    const said = async (...acts: readonly Act[]) => refusals(stateOf(flow, await logOf(['拟稿'], ...acts)))
    assert.deepEqual(await said(back(by('乙局', '李某', '主任')), ['作废', by('甲局', '张某', '局长')]), [])
    assert.deepEqual(await said(back(by('甲局', '王某', '科员')), ['作废', by('乙局', '张某', '局长')]), [
      '甲局科员王某无权办理“退回”：流程规定由主任、局长办理。',
      '乙局局长张某无权办理“作废”：流程规定由甲局办理。',
    ])
    assert.deepEqual(problemsOf(`${steps}退回: 主任\n作废:\n  岗位: 局长\n`), [
      '流程.yaml第4行：“退回”下面应当是“项目: 值”。',
      '流程.yaml第6行：“作废”下面没有“岗位”这个项目，只有“机关”、“职务”和“姓名”。',
    ])
  })

  it('ends with 作废, after which only notes are taken', async () => {
    const state = stateOf(shipped('发文'), await logOf(['拟稿'], ['作废'], ['审核'], ['批注']))
    assert.equal(standing(state), '作废')
    assert.deepEqual(refusals(state), ['这份公文已经作废，不能再办“审核”。'])
  })

  it('is the same for every copy of a log, however its branches were united', async () => {
    const flow = shipped('发文')
    const action = fc.constantFrom(...flow.steps.map(({ name }) => name), ...RESERVED_ACTIONS)
    const acts = fc.array(fc.tuple(action, fc.record({ step: fc.constantFrom('拟稿', '审核', '签发') })), {
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(acts, acts, acts, async (common, one, two) => {
        const [a, b] = await Promise.all(
          [one, two].map(async (rest) => readLog(writeLog(await logOf(['拟稿'], ...common, ...rest)), nodeCrypto)),
        )
        assert.ok(a && b)
        const united = unite([a, b])
        const state = stateOf(flow, united)
        assert.deepEqual(state, stateOf(flow, unite([b, a])))
        // Nothing is lost: an entry counts or is named with the reason why not.
        const refused = new Set(state.refused.map(({ linked }) => linked))
        const steps = united.filter(
          (linked) => !refused.has(linked) && flow.steps.some(({ name }) => name === linked.entry.action),
        )
        for (const { done } of state.steps) for (const each of done) assert.ok(steps.includes(each))
      }),
    )
  })
})
