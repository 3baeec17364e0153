import type { Message } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import type { ChainLink } from '../chain.ts'
import type { Deed, RegisterEntry } from './registerEntry.ts'

type Linked = ChainLink<RegisterEntry>

/** A number that was given. It is never given again, not even when it was 作废. */
export interface Given {
  readonly number: number
  readonly by: RegisterEntry & { readonly action: '登记' }
  readonly voided?: RegisterEntry & { readonly action: '作废' }
}

/** Numbers from `number` to `through` that were left out, with the reason. */
export type Gap = RegisterEntry & { readonly action: '跳号' }

/** The numbers of one 代字 and year. */
export interface Series {
  readonly given: ReadonlyMap<number, Given>
  readonly gaps: readonly Gap[]
  /** The largest number that was given or left out. */
  readonly last: number
}

/** What numbers are given. Nothing else stores it: it follows from the entries. */
export interface Register {
  readonly series: ReadonlyMap<string, Series>
  /** Entries that contradict earlier ones, as after a merge: they stand in the register and count for nothing. */
  readonly refused: readonly { readonly linked: Linked; readonly reason: Message }[]
}

/** A {@link Series} while it is read: a copy for each of many thousand entries would take minutes. */
interface Gathered {
  readonly given: Map<number, Given>
  readonly gaps: Gap[]
  last: number
}

const NOTHING: Series = { given: new Map(), gaps: [], last: 0 }

/** The register that entries lead to. Branches count in the order of the chain, so every copy gives the same register. */
export function registerOf(entries: readonly Linked[]): Register {
  return openRegister(entries).register
}

/** A register to which entries are added one after the other; it changes with each of them. */
export interface OpenRegister {
  readonly register: Register
  add(linked: Linked): void
}

export function openRegister(entries: readonly Linked[]): OpenRegister {
  const series = new Map<string, Gathered>()
  const refused: Register['refused'][number][] = []
  const register: Register = { series, refused }
  const add = (linked: Linked): void => {
    const reason = refuseDeed(register, linked.entry)
    if (reason) refused.push({ linked, reason })
    else gather(series, linked.entry)
  }
  for (const linked of entries) add(linked)
  return { register, add }
}

function gather(series: Map<string, Gathered>, entry: RegisterEntry): void {
  if (entry.action === '合并') return
  const one: Gathered = series.get(entry.series) ?? { given: new Map(), gaps: [], last: 0 }
  series.set(entry.series, one)
  if (entry.action === '登记') one.given.set(entry.number, { number: entry.number, by: entry })
  if (entry.action === '跳号') one.gaps.push(entry)
  if (entry.action === '作废') one.given.set(entry.number, { ...(one.given.get(entry.number) as Given), voided: entry })
  one.last = Math.max(one.last, entry.action === '跳号' ? entry.through : entry.number)
}

export function seriesOf(register: Register, name: string): Series {
  return register.series.get(name) ?? NOTHING
}

/** The number that is given next: behind all that were given or left out. */
export function nextNumber(register: Register, series: string): number {
  return seriesOf(register, series).last + 1
}

/** As it is written: `某政发〔2026〕5号`. */
export function writtenNumber(series: string, number: number): string {
  return `${series}${number}号`
}

/** Numbers below the last one that were neither given nor left out with a reason; none in a register of one copy. */
export function unexplained({ given, gaps, last }: Series): readonly number[] {
  const explained = (number: number) =>
    given.has(number) || gaps.some((gap) => gap.number <= number && number <= gap.through)
  return Array.from({ length: last }, (_, index) => index + 1).filter((number) => !explained(number))
}

/** Why something cannot be done with a number now; undefined when it can. */
export function refuseDeed(register: Register, deed: Deed): Message | undefined {
  if (deed.action === '合并' || deed.action === '跳号') return undefined
  const { series, number } = deed
  const given = seriesOf(register, series).given.get(number)
  const written = writtenNumber(series, number)
  if (deed.action === '作废') {
    if (!given) return message('{0}没有登记过，不能作废。', written)
    return given.voided && message('{0}已经作废。', written)
  }
  if (!given) return undefined
  return given.voided
    ? message('{0}已经作废（{1}），不能再用。', written, given.voided.reason)
    : message('{0}已经登记给“{1}”（{2}），不能重号。', written, given.by.title ?? given.by.file, given.by.file)
}
