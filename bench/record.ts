// A process log that nobody will ever have, and the register of an office over some ten years.
import { readFileSync } from 'node:fs'
import { nodeCrypto } from '../server/src/node/crypto.ts'
import { readChain, writeChain } from '../server/src/record/chain.ts'
import type { LogEntry } from '../server/src/record/entry.ts'
import { type Linked, link, readLog, writeLog } from '../server/src/record/log.ts'
import { parseFlow } from '../server/src/record/parseFlow.ts'
import { giveAll, withDeeds } from '../server/src/record/register/giveNumber.ts'
import { nextNumber, registerOf } from '../server/src/record/register/register.ts'
import { REGISTER_SPELLING } from '../server/src/record/register/registerEntry.ts'
import { stateOf } from '../server/src/record/state.ts'
import { type Timing, time } from './measure.ts'

const ENTRIES = 100_000
const NUMBERS = 10_000
const SERIES = '某政发〔2026〕'
const DIGEST = { sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) }
const ACTOR = { name: '王某', organ: '某某市人民政府办公室', post: '主任' }

/** Notes, reminders and steps that are done and sent back again; every tenth entry the flow does not allow. */
const ACTIONS = ['批注', '拟稿', '审核', '催办', '批注', '用印', '传阅', '签发', '批注', '退回']

async function logOf(count: number): Promise<readonly Linked[]> {
  const entries: Linked[] = []
  for (let index = 0; index < count; index++) {
    const action = ACTIONS[index % ACTIONS.length] as string
    const entry: LogEntry = {
      schema: 1,
      seq: index + 1,
      time: '2026-11-23T09:00:00+08:00',
      actor: ACTOR,
      action,
      ...(action === '退回' ? { step: '拟稿' } : {}),
      opinion: `第${index}条意见：请按照职责分工抓好落实。`,
      document: DIGEST,
      attachments: [],
      previous: entries.slice(-1).map(({ digest }) => digest),
    }
    entries.push(await link(entry, nodeCrypto))
  }
  return entries
}

export interface RecordFigures {
  readonly state: Timing
  readonly read: Timing
  /** Reading 100,000 entries ÷ 10,000 entries. */
  readonly growth: number
}

export async function processLog(budget: number): Promise<RecordFigures> {
  const text = readFileSync(new URL('../templates/flows/发文.yaml', import.meta.url), 'utf8')
  const { flow } = parseFlow(text, 'file:///发文.yaml')
  const entries = await logOf(ENTRIES)
  const [small, large] = [writeLog(entries.slice(0, ENTRIES / 10)), writeLog(entries)]
  const nothing = () => undefined
  const state = await time(budget, nothing, () => stateOf(flow, entries))
  const read = await time(budget, nothing, () => readLog(large, nodeCrypto))
  const tenth = await time(budget, nothing, () => readLog(small, nodeCrypto))
  return { state, read, growth: read.median / tenth.median }
}

export interface RegisterFigures {
  /** From the bytes of the file to the next number. */
  readonly next: Timing
  /** The same, the number given and the file's new text made. */
  readonly take: Timing
}

export async function register(budget: number): Promise<RegisterFigures> {
  const clerk = { time: '2026-11-23T09:00:00+08:00', actor: ACTOR }
  const claims = Array.from({ length: NUMBERS }, (_, index) => ({
    series: SERIES,
    file: `发文/${index}.gw.md`,
    title: `某某市人民政府关于第${index}件事的通知`,
    document: DIGEST,
  }))
  const { entries } = await giveAll([], claims, clerk, nodeCrypto)
  const text = writeChain(entries, REGISTER_SPELLING)
  const read = async () => (await readChain(text, REGISTER_SPELLING, nodeCrypto)).entries
  const nothing = () => undefined
  const next = await time(budget, nothing, async () => nextNumber(registerOf(await read()), SERIES))
  const take = await time(budget, nothing, async () => {
    const before = await read()
    const number = nextNumber(registerOf(before), SERIES)
    const deed = { action: '登记', series: SERIES, number, file: '新.gw.md', document: DIGEST } as const
    return writeChain(await withDeeds(before, [deed], clerk, nodeCrypto), REGISTER_SPELLING)
  })
  return { next, take }
}
