import type { PdfView } from '../pdf/file.ts'
import { isArray, isDictionary, isReference, nameOf, type PdfObject } from '../pdf/objects.ts'
import { readPages } from '../pdf/pages.ts'
import type { Message } from '../text/finding.ts'
import { formatMessage, message } from '../text/message.ts'
import { type FormField, formOf, readFields } from './fields.ts'

/** One thing that a revision did to the document. */
export interface Change {
  /**
   * `archive`: validation data, nothing a reader shows; `field`: a new, empty, invisible signature field;
   * `signature`: a signature put into a field; `form`: a form field filled in; `cover`: a seal as large as a page,
   * `spelling`: numbers or keywords in odd writing, and `other`: never allowed.
   */
  readonly kind: 'archive' | 'field' | 'signature' | 'form' | 'cover' | 'spelling' | 'other'
  /** A page, or a part of the document. */
  readonly where: Message
  /** Name of the form field. */
  readonly field?: string
  /** A new field that shows something on the page. */
  readonly visible?: boolean
}

/** A value before and after, and the place where it was met. */
export interface Pair {
  readonly before: PdfObject
  readonly after: PdfObject
  readonly where: Message
}

/** How many values may still be compared; shared by all revisions of a file, so that many of them cannot add up to a hang. */
export interface Budget {
  left: number
}

export interface Comparison {
  readonly before: PdfView
  readonly after: PdfView
  readonly budget: Budget
  /** Objects of the old form by number: their fields and, for widgets, the field they belong to. */
  readonly fields: ReadonlyMap<number, FormField>
  /** Nodes of the old form that only group fields. */
  readonly groups: ReadonlySet<number>
  readonly added: ReadonlyMap<number, FormField>
  readonly pages: ReadonlyMap<number, Message>
  readonly root: number
  /** Pairs of the catalog, pages and fields with themselves. */
  readonly elsewhere: ReadonlySet<string>
  /** New fields that stand in a list of annotations or of fields; each may stand once in either. */
  readonly listed: Set<string>
  /** By kind, place and field, so that each is told once. */
  readonly changes: Map<string, Change>
  /** Pairs that are judged elsewhere and not followed. */
  readonly settled: ReadonlySet<string>
  /** Pairs of objects that were met already; both trees may have cycles. */
  readonly seen: Set<string>
  /** Work still to do; no recursion, so that no file can exhaust the stack. */
  readonly todo: Pair[]
}

export function prepare(before: PdfView, after: PdfView, budget: Budget): Comparison {
  const old = readFields(before)
  const oldNumbers = new Set(old.map(({ target }) => target.number))
  const fields = new Map<number, FormField>()
  for (const field of old) for (const object of [field.target, ...field.widgets]) fields.set(object.number, field)
  const fresh = readFields(after).filter(({ target }) => !oldNumbers.has(target.number))
  const pages = new Map(readPages(before).map(({ number }, index) => [number, message('第 {0} 页', index + 1)]))
  const root = numberOf(before.trailer.entries.get('Root') ?? null) ?? -1
  const elsewhere = [root, ...pages.keys(), ...fields.keys()].map((number) => `${number} 0 ${number} 0`)
  return {
    before,
    after,
    budget,
    fields,
    groups: readGroups(before, fields),
    added: new Map(fresh.flatMap((field) => [field.target, ...field.widgets].map(({ number }) => [number, field]))),
    pages,
    root,
    elsewhere: new Set(elsewhere),
    listed: new Set(),
    changes: new Map(),
    settled: new Set(),
    seen: new Set(),
    todo: [],
  }
}

/** Objects between the form and its fields. */
function readGroups(view: PdfView, fields: ReadonlyMap<number, FormField>): ReadonlySet<number> {
  const groups = new Set<number>()
  const roots = view.resolve(formOf(view)?.entries.get('Fields'))
  const waiting = isArray(roots) ? [...roots.items] : []
  while (waiting.length > 0) {
    const next = waiting.pop() as PdfObject
    if (!isReference(next) || fields.has(next.number) || groups.has(next.number)) continue
    const node = view.resolve(next)
    // The tree of pages is no part of the form, even where the form names it.
    const isField = isDictionary(node) && nameOf(view.resolve(node.entries.get('Type'))) !== 'Pages'
    const kids = isField ? view.resolve(node.entries.get('Kids')) : null
    if (!isArray(kids)) continue
    groups.add(next.number)
    waiting.push(...kids.items)
  }
  return groups
}

export function numberOf(object: PdfObject): number | undefined {
  return isReference(object) ? object.number : undefined
}

export function report(comparison: Comparison, where: Message): void {
  addChange(comparison, { kind: 'other', where })
}

/** All of them are kept: a limit would let many harmless changes crowd out the one that matters. */
export function addChange({ changes }: Comparison, change: Change): void {
  changes.set(`${change.kind}\n${formatMessage(change.where)}\n${change.field ?? ''}`, change)
}

export function push(
  { todo }: Comparison,
  before: PdfObject | undefined,
  after: PdfObject | undefined,
  where: Message,
): void {
  todo.push({ before: before ?? null, after: after ?? null, where })
}
