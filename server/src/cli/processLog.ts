import { FileError } from '../ports/files.ts'
import { digestDocument } from '../record/digests.ts'
import type { DocumentDigest, FlowDigest } from '../record/entry.ts'
import type { Flow } from '../record/flow.ts'
import { digestFlow, flowOfLog, refuseFlow } from '../record/flowOfLog.ts'
import { type ProcessLog, readLog, writeLog } from '../record/log.ts'
import { parseFlow } from '../record/parseFlow.ts'
import { type ProcessState, stateOf } from '../record/state.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { formatMessage, message } from '../text/message.ts'
import { beside, isDocument } from '../workspace/beside.ts'
import { isThere } from './existing.ts'
import type { Host } from './host.ts'
import { type Input, readBytes, singleInput } from './inputs.ts'
import { decodeSource, TEXT_LIMIT } from './sourceText.ts'

/** Some 100,000 entries with their signatures. */
export const LOG_LIMIT = 500_000_000
const FLOW_LIMIT = 1_000_000

/** A document with what stands beside it. */
export interface Recorded {
  readonly input: Input
  readonly text: string
  readonly document: DocumentDigest
  /** Of the process log, which need not be there yet. */
  readonly logFile: Uri
}

/** A document, its log, and where it stands by its flow. */
export interface Process extends Recorded {
  readonly log: ProcessLog
  readonly flow: Flow
  /** The flow as its file says it. */
  readonly flowText: string
  readonly flowDigest: FlowDigest
  readonly state: ProcessState
}

/** @throws Failure `not-source` for a file that is no `.gw.md`, and what reading it may say */
export async function readRecorded(host: Host, pattern: string): Promise<Recorded> {
  const input = await singleInput(host, pattern)
  if (input.standardInput || !isDocument(input.uri))
    throw new Failure('not-source', message('{0} 不是公文源文件。办理记录放在 .gw.md 文件旁边。', input.name))
  const { text } = decodeSource(await readBytes(host, input, TEXT_LIMIT), input.name)
  return { input, text, document: await digestDocument(text, host.crypto), logFile: beside(input.uri, '.gw.log') }
}

/** @param named the flow, as people name it; without a name it is the one that the log goes by, or 发文 */
export async function readProcess(host: Host, pattern: string, named: string | undefined): Promise<Process> {
  const recorded = await readRecorded(host, pattern)
  const log = await readLogFile(host, recorded.logFile)
  const read = await (named === undefined ? readOwnFlow(host, log) : readFlow(host, named))
  return { ...recorded, ...read, log, state: stateOf(read.flow, log.entries) }
}

/** The log of a file; an empty one where there is none. */
export async function readLogFile(host: Host, uri: Uri): Promise<ProcessLog> {
  const bytes = await unlessMissing(host.files.read(uri, LOG_LIMIT))
  return readLogText(host, bytes ?? new Uint8Array())
}

export function readLogText(host: Host, bytes: Uint8Array): Promise<ProcessLog> {
  return readLog(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), host.crypto)
}

async function unlessMissing(reading: Promise<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return undefined
    throw error
  }
}

export async function writeLogFile(host: Host, uri: Uri, entries: ProcessLog['entries']): Promise<void> {
  await host.files.write(uri, new TextEncoder().encode(writeLog(entries)))
}

/** How the log is checked at a command line. */
export const CHECK_RECORD = message('核对用 hongtou record verify。')

/** Nothing is made of a log that somebody has changed, and nothing added: it would only be harder to see. */
export function refuseDamaged(host: Host, uri: Uri, { problems }: ProcessLog): void {
  const [first] = problems
  if (!first) return
  throw new Failure(
    'log-damaged',
    message(
      '{0} 与写下时不一样，没有用它：{1} 请核对办理记录，查看全部问题。',
      host.toPath(uri),
      first.line > 0 ? message('第{0}行：{1}', first.line, first.message) : first.message,
    ),
    undefined,
    CHECK_RECORD,
  )
}

export function placed({ line, message: sentence }: ProcessLog['problems'][number]): string {
  return line > 0 ? `第${line}行：${formatMessage(sentence)}` : formatMessage(sentence)
}

/** @throws Failure `log-flow`, for a log that goes by another flow */
export function refuseOtherFlow({ log, flowDigest }: Pick<Process, 'log' | 'flowDigest'>): void {
  const reason = refuseFlow(log.entries, flowDigest)
  if (reason) throw new Failure('log-flow', reason)
}

const USUAL = '发文'

/**
 * The flow that a log goes by, where it is one of ours.
 * @throws Failure `no-flow` where it is the file of an office, which the log does not hold
 */
async function readOwnFlow(host: Host, { entries }: ProcessLog): Promise<ReadFlow> {
  const name = flowOfLog(entries)?.name ?? USUAL
  if (name === USUAL || (await isThere(host, flowUri(host, name)))) return readFlow(host, name)
  const sentence = message('这份公文按流程“{0}”办理，没有找到这个流程。请指定它的文件。', name)
  throw new Failure('no-flow', sentence, undefined, message('用 --flow 指定。'))
}

type ReadFlow = Pick<Process, 'flow' | 'flowText' | 'flowDigest'>

function flowUri(host: Host, named: string): Uri {
  return /\.ya?ml$/.test(named) ? host.toUri(named) : `${host.templates}/flows/${encodeURIComponent(named)}.yaml`
}

/**
 * A flow by its name (of `templates/flows`) or its file.
 * @throws Failure `no-flow`, `flow-broken`
 */
async function readFlow(host: Host, named: string): Promise<ReadFlow> {
  const uri = flowUri(host, named)
  const bytes = await unlessMissing(host.files.read(uri, FLOW_LIMIT))
  if (!bytes)
    throw new Failure('no-flow', message('没有“{0}”这个流程。可以写 发文、收文，或者流程文件（.yaml）。', named))
  const flowText = new TextDecoder().decode(bytes)
  const { flow, problems } = parseFlow(flowText, uri)
  const [first] = problems
  if (first) throw new Failure('flow-broken', first.message)
  if (flow.steps.length === 0) throw new Failure('flow-broken', message('流程“{0}”里一步也没有。', named))
  return { flow, flowText, flowDigest: await digestFlow(flow, flowText, host.crypto) }
}
