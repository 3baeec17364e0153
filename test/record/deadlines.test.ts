import assert from 'node:assert/strict'
import { deadlines } from '../../server/src/record/deadlines.ts'
import type { LogEntry } from '../../server/src/record/entry.ts'
import type { Linked } from '../../server/src/record/log.ts'
import { parseFlow } from '../../server/src/record/parseFlow.ts'
import { stateOf } from '../../server/src/record/state.ts'
import { entryOf, followedBy } from './support.ts'

const { flow } = parseFlow(
  `步骤:
  - 名称: 签收
  - 名称: 初审
    时限: 1个工作日
  - 名称: 传签
    可选: 是
    时限: 2个工作日
  - 名称: 承办
    时限: 5个工作日
  - 名称: 办结
`,
  'file:///流程.yaml',
)

type Act = readonly [time: string, action: string, change?: Partial<LogEntry>]

/** What is told at a moment after some acts, each a line. */
async function told(now: string, ...acts: readonly Act[]): Promise<readonly string[]> {
  let entries: readonly Linked[] = []
  for (const [time, action, change] of acts)
    entries = await followedBy(entries, entryOf(action, 0, { ...change, time }))
  return deadlines(stateOf(flow, entries), entries, now).map(
    ({ step, due, left, surely, urged }) =>
      `${step} ${due} ${left}${surely ? '' : '?'}${urged > 0 ? ` 催${urged}` : ''}`,
  )
}

const MONDAY = '2026-11-23T09:00:00+08:00'
const SIGNED: Act = [MONDAY, '签收']

describe('time limits', () => {
  it('do not run before the process has begun, after it has ended, or where a step has none', async () => {
    assert.deepEqual(await told(MONDAY), [])
    assert.deepEqual(await told(MONDAY, SIGNED, [MONDAY, '作废']), [])
    const done: readonly Act[] = [SIGNED, [MONDAY, '初审'], [MONDAY, '承办']]
    assert.deepEqual(await told(MONDAY, ...done), [])
  })

  it('count working days from the day after the step became due', async () => {
    assert.deepEqual(await told(MONDAY, SIGNED), ['初审 2026-11-24 1'])
    assert.deepEqual(await told('2026-11-24T23:59:00+08:00', SIGNED), ['初审 2026-11-24 0'])
    const friday: Act = ['2026-11-20T17:00:00+08:00', '签收']
    assert.deepEqual(await told('2026-11-22T10:00:00+08:00', friday), ['初审 2026-11-23 1'])
  })

  it('tell by how many working days they are over', async () => {
    assert.deepEqual(await told('2026-11-30T09:00:00+08:00', SIGNED), ['初审 2026-11-24 -4'])
  })

  it('run by the days of China, wherever somebody sits', async () => {
    const late: Act = ['2026-11-23T20:00:00-08:00', '签收']
    assert.deepEqual(await told('2026-11-23T21:00:00-08:00', late), ['初审 2026-11-25 1'])
  })

  it('run for a step that may be left out and for the one behind it', async () => {
    assert.deepEqual(await told(MONDAY, SIGNED, [MONDAY, '初审']), ['传签 2026-11-25 2', '承办 2026-11-30 5'])
  })

  it('begin anew when a step is done again', async () => {
    const back: Act = ['2026-11-25T09:00:00+08:00', '退回', { step: '初审' }]
    assert.deepEqual(await told('2026-11-25T10:00:00+08:00', SIGNED, [MONDAY, '初审'], back), ['初审 2026-11-26 1'])
  })

  it('say how often a step was urged since it became due', async () => {
    const urge = (step?: string): Act => [MONDAY, '催办', step === undefined ? {} : { step }]
    const acts: readonly Act[] = [SIGNED, ['2026-11-23T09:30:00+08:00', '催办'], ['2026-11-23T10:00:00+08:00', '初审']]
    assert.deepEqual(await told(MONDAY, ...acts.slice(0, 2)), ['初审 2026-11-24 1 催1'])
    const later: readonly Act[] = [urge('承办'), urge()].map(([, ...rest]) => ['2026-11-24T09:00:00+08:00', ...rest])
    assert.deepEqual(await told(MONDAY, ...acts, ...later), ['传签 2026-11-25 2 催1', '承办 2026-11-30 5 催2'])
    assert.equal((await told(MONDAY, SIGNED, urge('无')))[0], '初审 2026-11-24 1')
  })

  it('say where the holidays are not known', async () => {
    assert.deepEqual(await told('2099-01-05T09:00:00+08:00', ['2099-01-05T09:00:00+08:00', '签收']), [
      '初审 2099-01-06 1?',
    ])
  })
})
