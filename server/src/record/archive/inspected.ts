import type { Message } from '../../text/finding.ts'
import { message } from '../../text/message.ts'

/** The four properties that an archive checks (DA/T 70—2018). */
export const PROPERTIES = ['真实性', '完整性', '可用性', '安全性'] as const
export type Property = (typeof PROPERTIES)[number]

/** One item of the check: what a program found out, that a person has to look, or that it does not concern a package. */
export interface Inspected {
  readonly property: Property
  readonly item: Message
  /** What DA/T 70—2018 calls it at 归档; absent for an item of our own. */
  readonly standard?: string
  readonly by: '自动' | '人工' | '不适用'
  /** Of an automatic one. */
  readonly passed?: boolean
  /** Of a signature that holds: whether all who signed are trusted. */
  readonly trusted?: boolean
  /** What was seen, or what a person has to look at. */
  readonly evidence: Message
}

/** What a signature was found to be; judging it is another room's work. */
export interface Judged {
  readonly valid: boolean
  readonly trusted: boolean
  readonly summary: Message
}

/** An item with its name in DA/T 70; without one where the standard has no such item. */
export interface ItemName {
  readonly property: Property
  readonly item: string
  readonly standard?: string
}

export function automatic(name: ItemName, passed: boolean, evidence: Message): Inspected {
  return { ...named(name), by: '自动', passed, evidence }
}

/** An item that looks for something wrong: it passes when nothing is. */
export function fault(name: ItemName, wrong: Message | undefined, well: Message): Inspected {
  return automatic(name, wrong === undefined, wrong ?? well)
}

export function ofSignature(name: ItemName, { valid, trusted, summary }: Judged): Inspected {
  return { ...automatic(name, valid, summary), ...(valid && { trusted }) }
}

export function byPeople(name: ItemName, what: string, ...args: readonly (string | number)[]): Inspected {
  return { ...named(name), by: '人工', evidence: message(what, ...args) }
}

export function notApplicable(name: ItemName, why: string): Inspected {
  return { ...named(name), by: '不适用', evidence: message(why) }
}

function named({ property, item, standard }: ItemName): Pick<Inspected, 'property' | 'item' | 'standard'> {
  return { property, item: message(item), ...(standard !== undefined && { standard }) }
}
