import type { Crypto } from '../ports/crypto.ts'
import type { Message } from '../text/finding.ts'
import { hex } from '../text/hex.ts'
import { message } from '../text/message.ts'
import { fieldsOf, isDigestList } from './readEntry.ts'

/** What every entry of a chain has, whatever else it says. */
export interface ChainEntry {
  /** One more than the largest of its parents: branches count side by side. */
  readonly seq: number
  /** ISO 8601 with the zone of the actor. */
  readonly time: string
  /** SHA-256 of the lines of its parents, in hex and sorted; two or more after a merge, none of the first. */
  readonly previous: readonly string[]
}

/** The one way in which entries are written: a line in any other spelling was not written by this program. */
export interface Spelling<E extends ChainEntry> {
  /** Undefined for anything but what `write` gives. */
  read(line: string): E | undefined
  write(entry: E): string
}

/** An entry with the digest by which later ones name it. */
export interface ChainLink<E extends ChainEntry> {
  readonly entry: E
  /** SHA-256 of its line, in hex. */
  readonly digest: string
}

export interface ChainProblem {
  readonly code:
    | 'log-line'
    | 'log-twice'
    | 'log-parent'
    | 'log-seq'
    | 'log-order'
    | 'log-time'
    | 'log-beginnings'
    | 'log-end'
    | 'log-torn'
  /** 1-based; of the file when 0. */
  readonly line: number
  readonly message: Message
}

/** Entries from the first to the last, and everything in the file that is not as it was written. */
export interface Chain<E extends ChainEntry> {
  readonly entries: readonly ChainLink<E>[]
  /** Digests of the entries that no other entry follows; more than one while branches are not merged. */
  readonly heads: readonly string[]
  readonly problems: readonly ChainProblem[]
}

/**
 * Reads a chain and checks it against itself. Every byte counts: a line has one spelling only, names its parents by their
 * digests, stands in the one order there is, and the last line tells how many there are and how they end. So any edit,
 * deletion, repetition, reordering or truncation shows. That nobody wrote the whole chain anew is told by signatures.
 */
export async function readChain<E extends ChainEntry>(
  text: string,
  spelling: Spelling<E>,
  crypto: Crypto,
): Promise<Chain<E>> {
  const problems: ChainProblem[] = []
  const lines = withoutCr(text).split('\n')
  const rest = lines.pop() as string
  if (text !== '' && rest !== '') problems.push(torn(lines.length + 1))
  const end = lines.length > 0 ? readEnd(lines.at(-1) as string) : undefined
  const entries: ChainLink<E>[] = []
  for (const [index, line] of (end ? lines.slice(0, -1) : lines).entries()) {
    const entry = spelling.read(line)
    if (entry) entries.push({ entry, digest: await digestOfLine(line, crypto) })
    else problems.push(at('log-line', index + 1, '这一行不是本程序写的记录，被改动过或者损坏了。'))
  }
  for (const problem of linkProblems(entries)) problems.push(problem)
  const heads = headsOf(entries)
  if (text !== '' && !(end && end.entries === entries.length && end.heads.join() === heads.join()))
    problems.push(at('log-end', 0, '末行与前面的记录对不上：末尾的记录被删去、改动过，或者文件被截断了。'))
  return { entries, heads, problems }
}

/** git and some editors end every line with CRLF, which changes no entry; where only some lines do, somebody changed them. */
function withoutCr(text: string): string {
  return /(?<!\r)\n/.test(text) ? text : text.replaceAll('\r\n', '\n')
}

function at(code: ChainProblem['code'], line: number, template: string): ChainProblem {
  return { code, line, message: message(template) }
}

function torn(line: number): ChainProblem {
  return at('log-torn', line, '最后一行没有写完，程序可能在写的时候被中断了。')
}

/** The lines of a chain: entries in their order, then the line that closes them. */
export function writeChain<E extends ChainEntry>(entries: readonly ChainLink<E>[], spelling: Spelling<E>): string {
  if (entries.length === 0) return ''
  const ordered = inOrder(entries)
  const end = JSON.stringify({ schema: 1, entries: ordered.length, heads: headsOf(ordered) })
  return `${[...ordered.map(({ entry }) => spelling.write(entry)), end].join('\n')}\n`
}

/** An entry with its digest, after whatever it names as its parents. */
export async function linkIn<E extends ChainEntry>(
  entry: E,
  spelling: Spelling<E>,
  crypto: Crypto,
): Promise<ChainLink<E>> {
  return { entry, digest: await digestOfLine(spelling.write(entry), crypto) }
}

interface End {
  readonly entries: number
  readonly heads: readonly string[]
}

function readEnd(line: string): End | undefined {
  const { schema, entries, heads } = fieldsOf(line) ?? {}
  if (schema !== 1 || typeof entries !== 'number' || !isDigestList(heads)) return undefined
  return JSON.stringify({ schema, entries, heads }) === line ? { entries, heads } : undefined
}

async function digestOfLine(line: string, crypto: Crypto): Promise<string> {
  return hex(await crypto.digest('SHA-256', ENCODER.encode(line)))
}

const ENCODER = new TextEncoder()

/** Digests that nothing follows, sorted. */
export function headsOf(entries: readonly ChainLink<ChainEntry>[]): readonly string[] {
  const followed = new Set<string>()
  for (const { entry } of entries) for (const digest of entry.previous) followed.add(digest)
  return entries
    .filter(({ digest }) => !followed.has(digest))
    .map(({ digest }) => digest)
    .sort()
}

/** The one order of a chain: parents first, of branches side by side the earlier entry, then by digests. */
export function inOrder<E extends ChainEntry>(entries: readonly ChainLink<E>[]): readonly ChainLink<E>[] {
  return [...entries].sort(compare)
}

function compare(a: ChainLink<ChainEntry>, b: ChainLink<ChainEntry>): number {
  const earlier = Date.parse(a.entry.time) - Date.parse(b.entry.time)
  return a.entry.seq - b.entry.seq || earlier || (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0)
}

function linkProblems(entries: readonly ChainLink<ChainEntry>[]): readonly ChainProblem[] {
  const problems: ChainProblem[] = []
  const known = new Map<string, ChainEntry>()
  let first: string | undefined
  for (const [index, linked] of entries.entries()) {
    const { entry, digest } = linked
    const line = index + 1
    const before = entries[index - 1]
    if (known.has(digest)) problems.push(at('log-twice', line, '这一条记录出现了两次。'))
    else if (before && compare(before, linked) > 0) problems.push(at('log-order', line, '这一条记录的位置被调换过。'))
    if (entry.previous.every((parent) => known.has(parent))) addParentProblems(problems, entry, known, line)
    else problems.push(at('log-parent', line, '这一条与前面的记录接不上：前面的记录被改动、删去或者调换过。'))
    if (entry.previous.length === 0) {
      if (first !== undefined) problems.push(at('log-beginnings', line, '一份记录只能有一个开头，这里又开了一个头。'))
      first ??= digest
    }
    known.set(digest, entry)
  }
  return problems
}

function addParentProblems(
  problems: ChainProblem[],
  entry: ChainEntry,
  known: ReadonlyMap<string, ChainEntry>,
  line: number,
): void {
  const moment = Date.parse(entry.time)
  let [seq, isEarlier] = [0, false]
  for (const digest of entry.previous) {
    const parent = known.get(digest) as ChainEntry
    seq = Math.max(seq, parent.seq)
    isEarlier ||= Date.parse(parent.time) > moment
  }
  if (entry.seq !== seq + 1) problems.push(at('log-seq', line, '这一条的序号不对。'))
  if (isEarlier) problems.push(at('log-time', line, '这一条的时间早于它前面的记录，请核对电脑的时钟。'))
}
