import type { ChainEntry, Spelling } from '../chain.ts'
import type { Actor, DocumentDigest } from '../entry.ts'
import { fieldsOf, isActor, isBase, isDigest, isDigestList, isOptional, isText } from '../readEntry.ts'

/** A number of a series (代字〔年份〕). */
export interface SeriesPlace {
  readonly series: string
  readonly number: number
}

/** A 公文 as the register names it. */
export interface RegisteredDocument {
  /** Path from the folder of the register. */
  readonly file: string
  readonly title?: string
  readonly document: DocumentDigest
  /** How its process log ended then, as digests of its last entries; none of a 公文 without one. */
  readonly log?: readonly string[]
}

/** What is done with numbers: given to a 公文, left out up to another one, taken back for ever; or copies are merged. */
export type Deed =
  | ({ readonly action: '登记' } & SeriesPlace & RegisteredDocument)
  | ({ readonly action: '跳号'; readonly through: number; readonly reason: string } & SeriesPlace)
  | ({ readonly action: '作废'; readonly reason: string } & SeriesPlace)
  | { readonly action: '合并' }

/** A line of the 发文登记簿. */
export type RegisterEntry = ChainEntry & { readonly schema: 1; readonly actor: Actor } & Deed

/** Keys in one order, no blanks, as in a process log. */
export const REGISTER_SPELLING: Spelling<RegisterEntry> = {
  read(line) {
    const fields = fieldsOf(line)
    if (!fields || !isRegisterEntry(fields)) return undefined
    return registerLine(fields) === line ? fields : undefined
  },
  write: registerLine,
}

function registerLine(entry: RegisterEntry): string {
  const { schema, seq, time, actor, action, previous } = entry
  return JSON.stringify({
    schema,
    seq,
    time,
    actor: { name: actor.name, organ: actor.organ, post: actor.post },
    action,
    ...deedFields(entry),
    previous,
  })
}

function deedFields(deed: Deed): object {
  if (deed.action === '合并') return {}
  const { series, number } = deed
  if (deed.action === '跳号') return { series, number, through: deed.through, reason: deed.reason }
  if (deed.action === '作废') return { series, number, reason: deed.reason }
  const { file, title, document, log } = deed
  return { series, number, file, title, document: { sha256: document.sha256, sm3: document.sm3 }, log }
}

type Fields = Readonly<Record<string, unknown>>

function isRegisterEntry(fields: Fields): fields is Fields & RegisterEntry {
  return isBase(fields) && isActor(fields.actor) && isDeed(fields)
}

function isDeed(fields: Fields): boolean {
  const { action, series, number, through, reason, file, title, document, log } = fields
  if (action === '合并') return true
  if (!isText(series) || !isNumber(number)) return false
  if (action === '跳号') return isNumber(through) && through >= number && isText(reason)
  if (action === '作废') return isText(reason)
  if (action !== '登记' || !isText(file) || !isDigest(document)) return false
  return isOptional(title, isText) && isOptional(log, isDigestList)
}

/** As many digits as a 发文字号 is read with. */
const MOST = 99_999

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= MOST
}
