import { tooLarge } from '../pdf/damage.ts'
import type { PdfView } from '../pdf/file.ts'
import {
  isArray,
  isDictionary,
  isReference,
  isStream,
  isString,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
} from '../pdf/objects.ts'
import { readPages } from '../pdf/pages.ts'
import { sameBytes } from './der.ts'
import { type FormField, formOf, isEmpty, readFields } from './fields.ts'

/** One thing that a revision did to the document. */
export interface Change {
  /**
   * `archive`: validation data, nothing a reader shows; `field`: a new, empty, invisible signature field;
   * `signature`: a signature put into a field; `form`: a form field filled in; `other`: never allowed.
   */
  readonly kind: 'archive' | 'field' | 'signature' | 'form' | 'other'
  /** Where, in Chinese: a page, or a part of the document. */
  readonly where: string
  /** Name of the form field. */
  readonly field?: string
  /** A new field that shows something on the page. */
  readonly visible?: boolean
}

/** A value before and after, and the Chinese name of the place where it was met. */
interface Pair {
  readonly before: PdfObject
  readonly after: PdfObject
  readonly where: string
}

/** How many values may still be compared; shared by all revisions of a file, so that many of them cannot add up to a hang. */
export interface Budget {
  left: number
}

interface Comparison {
  readonly before: PdfView
  readonly after: PdfView
  readonly budget: Budget
  /** Objects of the old form by number: their fields and, for widgets, the field they belong to. */
  readonly fields: ReadonlyMap<number, FormField>
  /** Nodes of the old form that only group fields. */
  readonly groups: ReadonlySet<number>
  readonly added: ReadonlyMap<number, FormField>
  readonly pages: ReadonlyMap<number, string>
  readonly root: number
  /** Pairs of the catalog, pages and fields with themselves. */
  readonly elsewhere: ReadonlySet<string>
  readonly changes: Change[]
  /** Pairs that are judged elsewhere and not followed. */
  readonly settled: ReadonlySet<string>
  /** Pairs of objects that were met already; both trees may have cycles. */
  readonly seen: Set<string>
  /** Work still to do; no recursion, so that no file can exhaust the stack. */
  readonly todo: Pair[]
}

/** Changes beyond these are not listed one by one. */
const MAX_CHANGES = 100

/**
 * What differs between two states of a document, as a reader reaches it from the catalog. Everything is compared with
 * everything; the few differences that a signed document may have are named here, all others come out as `other`.
 */
export function compareViews(before: PdfView, after: PdfView, budget: Budget): readonly Change[] {
  const comparison = prepare(before, after, budget)
  const roots = [before, after].map(({ trailer }) => trailer.entries.get('Root') ?? null) as [PdfObject, PdfObject]
  if (numberOf(roots[0]) !== numberOf(roots[1])) report(comparison, '文件目录')
  compareInfo(comparison)
  push(comparison, roots[0], roots[1], '文件目录')
  work(comparison)
  return comparison.changes
}

function prepare(before: PdfView, after: PdfView, budget: Budget): Comparison {
  const old = readFields(before)
  const oldNumbers = new Set(old.map(({ target }) => target.number))
  const fields = new Map<number, FormField>()
  for (const field of old) for (const object of [field.target, ...field.widgets]) fields.set(object.number, field)
  const fresh = readFields(after).filter(({ target }) => !oldNumbers.has(target.number))
  const pages = new Map(readPages(before).map(({ number }, index) => [number, `第 ${index + 1} 页`]))
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
    changes: [],
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
    const kids = isDictionary(node) ? view.resolve(node.entries.get('Kids')) : null
    if (!isArray(kids)) continue
    groups.add(next.number)
    waiting.push(...kids.items)
  }
  return groups
}

function numberOf(object: PdfObject): number | undefined {
  return isReference(object) ? object.number : undefined
}

function report(comparison: Comparison, where: string): void {
  addChange(comparison, { kind: 'other', where })
}

function addChange({ changes }: Comparison, change: Change): void {
  const known = changes.some(
    ({ kind, where, field }) => kind === change.kind && where === change.where && field === change.field,
  )
  if (!known && changes.length < MAX_CHANGES) changes.push(change)
}

function push({ todo }: Comparison, before: PdfObject | undefined, after: PdfObject | undefined, where: string): void {
  todo.push({ before: before ?? null, after: after ?? null, where })
}

function work(comparison: Comparison): void {
  for (let pair = comparison.todo.pop(); pair; pair = comparison.todo.pop()) {
    if (--comparison.budget.left < 0) throw tooLarge('签章之后的修改过多，无法逐一比较')
    compare(comparison, pair)
  }
}

function compare(comparison: Comparison, { before, after, where }: Pair): void {
  if (isReference(before) && isReference(after)) {
    const key = `${before.number} ${before.generation} ${after.number} ${after.generation}`
    if (comparison.seen.has(key) || comparison.settled.has(key)) return
    comparison.seen.add(key)
  }
  const a = comparison.before.resolve(before)
  const b = comparison.after.resolve(after)
  const number = numberOf(before)
  const place = (number !== undefined && comparison.pages.get(number)) || where
  if (isDictionary(a) && isDictionary(b)) compareDictionaries(comparison, number, a, b, place)
  else compareValues(comparison, a, b, place)
}

function compareDictionaries(
  comparison: Comparison,
  number: number | undefined,
  a: PdfDictionary,
  b: PdfDictionary,
  where: string,
): void {
  if (b.repeated && !a.repeated) report(comparison, where)
  const field = number === undefined ? undefined : comparison.fields.get(number)
  if (number === comparison.root) compareCatalog(comparison, a, b)
  else if (field) compareField(comparison, field, a, b, where)
  else if (number !== undefined && comparison.groups.has(number)) {
    compareLists(comparison, a.entries.get('Kids'), b.entries.get('Kids'), '表单')
    compareEntries(comparison, a, b, where, ['Kids'])
  } else if (nameOf(a.entries.get('Type')) === 'Page') {
    compareLists(comparison, a.entries.get('Annots'), b.entries.get('Annots'), `${where}的批注`)
    compareEntries(comparison, a, b, where, ['Annots'])
  } else compareEntries(comparison, a, b, where)
}

/** All entries but those that the caller has judged. */
function compareEntries(
  comparison: Comparison,
  a: PdfDictionary,
  b: PdfDictionary,
  where: string,
  except: readonly string[] = [],
): void {
  for (const key of new Set([...a.entries.keys(), ...b.entries.keys()]))
    if (!except.includes(key)) push(comparison, a.entries.get(key), b.entries.get(key), where)
}

function compareValues(comparison: Comparison, a: PdfObject, b: PdfObject, where: string): void {
  if (isArray(a) && isArray(b) && a.items.length === b.items.length)
    a.items.forEach((item, index) => {
      push(comparison, item, b.items[index], where)
    })
  else if (isStream(a) && isStream(b)) {
    if (!sameBytes(a.data, b.data)) report(comparison, where)
    compareEntries(comparison, a.dictionary, b.dictionary, where)
  } else if (isString(a) && isString(b)) {
    if (!sameBytes(a.bytes, b.bytes)) report(comparison, where)
  } else if (nameOf(a) === undefined ? a !== b : nameOf(a) !== nameOf(b)) report(comparison, where)
}

/** Catalog keys that say nothing of what is shown. */
const ARCHIVE_KEYS = ['DSS', 'Extensions', 'Version']
const CATALOG_PARTS: Readonly<Record<string, string>> = {
  Pages: '页面',
  Outlines: '书签',
  Names: '名称表（附件、脚本等）',
  OpenAction: '打开时的动作',
  AA: '自动动作',
  OCProperties: '图层',
  Metadata: '元数据',
  Perms: '权限',
}

function compareCatalog(comparison: Comparison, a: PdfDictionary, b: PdfDictionary): void {
  for (const key of new Set([...a.entries.keys(), ...b.entries.keys()])) {
    const before = a.entries.get(key)
    const after = b.entries.get(key)
    if (key === 'AcroForm') compareForms(comparison)
    else if (!ARCHIVE_KEYS.includes(key)) push(comparison, before, after, CATALOG_PARTS[key] ?? '文件目录')
    else if (differs(comparison, before, after)) addChange(comparison, { kind: 'archive', where: '验证资料' })
  }
}

/** Programs stamp the time of their saving here; the rest of the document information is shown to people. */
function compareInfo(comparison: Comparison): void {
  const [a, b] = [comparison.before, comparison.after].map((view) => view.resolve(view.trailer.entries.get('Info')))
  if (isDictionary(a) && isDictionary(b)) compareEntries(comparison, a, b, '文档信息', ['ModDate'])
  else push(comparison, a, b, '文档信息')
}

function compareForms(comparison: Comparison): void {
  const a = formOf(comparison.before)
  const b = formOf(comparison.after)
  if (!b) {
    report(comparison, '表单')
    return
  }
  compareLists(comparison, a?.entries.get('Fields'), b.entries.get('Fields'), '表单')
  const known: PdfDictionary = a ?? { kind: 'dictionary', entries: new Map(), repeated: false }
  compareEntries(comparison, known, b, '表单', a ? ['Fields', 'SigFlags'] : ['Fields', 'SigFlags', 'DA'])
}

/** Annotations of a page or fields of a form: what stood there stays in its order; new are signature fields only. */
function compareLists(
  comparison: Comparison,
  before: PdfObject | undefined,
  after: PdfObject | undefined,
  where: string,
): void {
  const [a, b] = [comparison.before.resolve(before), comparison.after.resolve(after)]
  const old = isArray(a) ? a.items : []
  const now = isArray(b) ? b.items : []
  if (old.length > now.length) report(comparison, where)
  old.forEach((item, index) => {
    push(comparison, item, now[index], where)
  })
  for (const item of now.slice(old.length)) {
    const field = isReference(item) ? comparison.added.get(item.number) : undefined
    if (field) judgeNewField(comparison, field, where)
    else report(comparison, where)
  }
}

function judgeNewField(comparison: Comparison, field: FormField, where: string): void {
  const { after } = comparison
  const empty = isEmpty(field, after)
  const widgets = [field.target, ...field.widgets].map((target) => after.resolve(target)).filter(isDictionary)
  const shows = widgets.some((widget) => isVisible(widget, after))
  const acts = widgets.some(({ entries }) => entries.has('A') || entries.has('AA'))
  const taken = [...comparison.fields.values()].some(({ name }) => name === field.name)
  if (field.type !== 'Sig' || acts || taken || (empty && shows)) report(comparison, where)
  else addChange(comparison, { kind: empty ? 'field' : 'signature', where, field: field.name, visible: shows })
}

/** Has an appearance and an area to show it in. */
function isVisible(widget: PdfDictionary, view: PdfView): boolean {
  const rect = view.resolve(widget.entries.get('Rect'))
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = isArray(rect) ? rect.items.map((item) => Number(view.resolve(item))) : []
  return widget.entries.has('AP') && x1 !== x2 && y1 !== y2
}

/** Entries of a signature field or its widget that signing sets. */
const SIGNING_KEYS = ['V', 'AP', 'F', 'M']
/** Entries of another field or its widget that filling in sets. */
const FILLING_KEYS = ['V', 'AP', 'AS', 'I', 'RV', 'M']
const FILLED_IN = ['Tx', 'Btn', 'Ch']

function compareField(
  comparison: Comparison,
  field: FormField,
  a: PdfDictionary,
  b: PdfDictionary,
  where: string,
): void {
  const signed = field.type === 'Sig' && isEmpty(field, comparison.before) && isSignedAfter(comparison, field)
  const filled = FILLED_IN.includes(field.type ?? '')
  const free = signed ? SIGNING_KEYS : filled ? FILLING_KEYS : []
  const changed = free.some((key) => differs(comparison, a.entries.get(key), b.entries.get(key)))
  if (changed) addChange(comparison, { kind: signed ? 'signature' : 'form', where: '表单', field: field.name })
  compareEntries(comparison, a, b, `${where}中的“${field.name}”`, free)
}

function isSignedAfter({ after }: Comparison, field: FormField): boolean {
  const now = after.resolve(field.target as PdfReference)
  return isDictionary(now) && isDictionary(after.resolve(now.entries.get('V')))
}

/** Whether two values differ anywhere; the catalog, pages and fields that they point back to are judged elsewhere. */
function differs(comparison: Comparison, before: PdfObject | undefined, after: PdfObject | undefined): boolean {
  const settled = comparison.elsewhere
  const inner: Comparison = { ...comparison, settled, changes: [], seen: new Set(), todo: [] }
  push(inner, before, after, '')
  work(inner)
  return inner.changes.length > 0
}
