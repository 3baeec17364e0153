import type { Crypto } from '../ports/crypto.ts'
import type { Message } from '../text/finding.ts'
import { hex } from '../text/hex.ts'
import { message } from '../text/message.ts'
import type { FlowDigest } from './entry.ts'
import type { Flow } from './flow.ts'
import type { Linked } from './log.ts'

/** By which an entry names a flow. Line ends, blank lines and lines of comment alone do not count: they change no step. */
export async function digestFlow({ name }: Flow, text: string, crypto: Crypto): Promise<FlowDigest> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const kept = lines.filter((line) => !/^[ \t]*(?:#.*)?$/.test(line)).map((line) => `${line}\n`)
  return { name, sha256: hex(await crypto.digest('SHA-256', new TextEncoder().encode(kept.join('')))) }
}

/** The flow that a log goes by: that of the last entry which names one. */
export function flowOfLog(entries: readonly Linked[]): FlowDigest | undefined {
  return entries.findLast(({ entry }) => entry.flow !== undefined)?.entry.flow
}

/** Index of the first entry that was made by another flow; less than 0 where there is none. */
export function firstOfOtherFlow(entries: readonly Linked[], flow: FlowDigest): number {
  return entries.findIndex(({ entry }) => entry.flow !== undefined && !isSameFlow(entry.flow, flow))
}

function isSameFlow(a: FlowDigest, b: FlowDigest): boolean {
  return a.name === b.name && a.sha256 === b.sha256
}

/** Why a flow does not tell what a log may hold; undefined when it does. */
export function refuseFlow(entries: readonly Linked[], flow: FlowDigest): Message | undefined {
  const other = entries[firstOfOtherFlow(entries, flow)]?.entry.flow
  if (!other) return undefined
  if (other.name !== flow.name)
    return message('这份公文按流程“{0}”办理，现在用的是“{1}”。请用原来的流程。', other.name, flow.name)
  return message('流程“{0}”在这份公文办理以后改动过。请用原来的流程；改过的另存一份，给新的公文用。', flow.name)
}
