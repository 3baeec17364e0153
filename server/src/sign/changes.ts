import { tooLarge } from '../pdf/damage.ts'
import type { PdfView } from '../pdf/file.ts'
import {
  isArray,
  isDictionary,
  isReference,
  isSameValue,
  isStream,
  isString,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
} from '../pdf/objects.ts'
import type { Message } from '../text/finding.ts'
import {
  EXTENSIONS,
  FILLED_IN,
  FORM_FLAGS,
  MODIFICATION_DATE,
  SIGNED,
  TEXT_DEFAULTS,
  VALIDATION_DATA,
  VERSION,
} from './allowedShapes.ts'
import {
  addChange,
  type Budget,
  type Change,
  type Comparison,
  numberOf,
  type Pair,
  prepare,
  push,
  report,
} from './comparison.ts'
import { sameBytes } from './der.ts'
import { type FormField, formOf, isEmpty, strayAnnotations } from './fields.ts'
import { isRestamped, MAX_PRODUCER } from './metadata.ts'
import { appearanceOf, hasOwnDrawing, isSelfContained, judgeNewField, judgeSize } from './newField.ts'
import { annotationsOf, CATALOG, CATALOG_PARTS, FORM, INFORMATION, insideField, VALIDATION } from './placeNames.ts'
import { fits, own, type Shape } from './shape.ts'
import { readTextString } from './textString.ts'

/**
 * What differs between two states of a document, as a reader reaches it from the catalog. Everything is compared with
 * everything; the few differences that a signed document may have are named here, all others come out as `other`.
 */
export function compareViews(before: PdfView, after: PdfView, budget: Budget): readonly Change[] {
  const comparison = prepare(before, after, budget)
  const roots = [before, after].map(({ trailer }) => trailer.entries.get('Root') ?? null) as [PdfObject, PdfObject]
  if (numberOf(roots[0]) !== numberOf(roots[1])) report(comparison, CATALOG)
  compareInfo(comparison)
  push(comparison, roots[0], roots[1], CATALOG)
  work(comparison)
  return [...comparison.changes.values()]
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
  where: Message,
): void {
  if (b.repeated && !a.repeated) report(comparison, where)
  const field = number === undefined ? undefined : comparison.fields.get(number)
  if (number === comparison.root) compareCatalog(comparison, a, b)
  else if (field) compareField(comparison, field, a, b, where)
  else if (number !== undefined && comparison.groups.has(number)) {
    compareLists(comparison, 'fields', a.entries.get('Kids'), b.entries.get('Kids'), FORM)
    compareEntries(comparison, a, b, where, ['Kids'])
  } else if (nameOf(a.entries.get('Type')) === 'Page') {
    compareLists(comparison, 'annotations', a.entries.get('Annots'), b.entries.get('Annots'), annotationsOf(where))
    compareEntries(comparison, a, b, where, ['Annots'])
  } else compareEntries(comparison, a, b, where)
}

/** All entries but those that the caller has judged. */
function compareEntries(
  comparison: Comparison,
  a: PdfDictionary,
  b: PdfDictionary,
  where: Message,
  except: readonly string[] = [],
): void {
  for (const key of new Set([...a.entries.keys(), ...b.entries.keys()]))
    if (!except.includes(key)) push(comparison, a.entries.get(key), b.entries.get(key), where)
}

function compareValues(comparison: Comparison, a: PdfObject, b: PdfObject, where: Message): void {
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

/** Catalog keys that say nothing of what is shown, and what they may be. */
const ARCHIVE: Readonly<Record<string, Shape>> = { DSS: VALIDATION_DATA, Extensions: EXTENSIONS, Version: VERSION }

function compareCatalog(comparison: Comparison, a: PdfDictionary, b: PdfDictionary): void {
  for (const key of new Set([...a.entries.keys(), ...b.entries.keys()])) {
    const before = a.entries.get(key)
    const after = b.entries.get(key)
    const shape = own(ARCHIVE, key)
    if (key === 'AcroForm') compareForms(comparison)
    else if (key === 'Metadata' && isRestamped([before, comparison.before], [after, comparison.after])) continue
    else if (!shape) push(comparison, before, after, own(CATALOG_PARTS, key) ?? CATALOG)
    else if (differs(comparison, before, after)) {
      const allowed = fits(after, shape, comparison.after) && !(key === 'Version' && falls(comparison, before, after))
      if (allowed) addChange(comparison, { kind: 'archive', where: VALIDATION })
      else report(comparison, own(CATALOG_PARTS, key) ?? CATALOG)
    }
  }
}

/** An older version would have readers pass over what they understand. */
function falls({ before: view }: Comparison, before: PdfObject | undefined, after: PdfObject | undefined): boolean {
  const old = nameOf(view.resolve(before)) ?? view.headerVersion
  return (nameOf(after) ?? '') < old
}

const NO_ENTRIES: PdfDictionary = { kind: 'dictionary', entries: new Map(), repeated: false }

/** Programs stamp the time of their saving and their name here; the rest of the document information is shown to people. */
function compareInfo(comparison: Comparison): void {
  const [old, b] = [comparison.before, comparison.after].map((view) => view.resolve(view.trailer.entries.get('Info')))
  const a = old === null ? NO_ENTRIES : old
  if (!isDictionary(a) || !isDictionary(b)) {
    push(comparison, old, b, INFORMATION)
    return
  }
  compareEntries(comparison, a, b, INFORMATION, ['ModDate', 'Producer'])
  if (!keepsProducer(comparison, a.entries.get('Producer'), b.entries.get('Producer'))) report(comparison, INFORMATION)
  const [before, after] = [a.entries.get('ModDate'), b.entries.get('ModDate')]
  if (differs(comparison, before, after) && !fits(after, MODIFICATION_DATE, comparison.after))
    report(comparison, INFORMATION)
}

/** The program that made the file, and behind its name that of another which has changed it. */
function keepsProducer({ before, after }: Comparison, old: PdfObject | undefined, now: PdfObject | undefined): boolean {
  const [a, b] = [before.resolve(old), after.resolve(now)].map((value) =>
    isString(value) ? readTextString(value.bytes) : '',
  ) as [string, string]
  return b.startsWith(a) && b.length <= MAX_PRODUCER
}

function compareForms(comparison: Comparison): void {
  const a = formOf(comparison.before)
  const b = formOf(comparison.after)
  if (!b) {
    report(comparison, FORM)
    return
  }
  compareLists(comparison, 'fields', a?.entries.get('Fields'), b.entries.get('Fields'), FORM)
  const known = a ?? NO_ENTRIES
  const set = Object.entries(TEXT_DEFAULTS).filter(
    ([key]) => b.entries.has(key) && !isSameValue(known.entries.get(key), b.entries.get(key)),
  )
  const defaults = set.length > 0 && drawsNothingByDefault(comparison) ? set : []
  compareEntries(comparison, known, b, FORM, ['Fields', 'SigFlags', ...defaults.map(([key]) => key)])
  for (const [key, shape] of [['SigFlags', FORM_FLAGS] as const, ...defaults])
    if (b.entries.has(key) && !fits(b.entries.get(key), shape, comparison.after)) report(comparison, FORM)
}

/** No text, in the form or beside it, that readers would set with defaults, and no drawing that lacks resources. */
function drawsNothingByDefault({ before, fields }: Comparison): boolean {
  const isForSignatures = [...fields.values()].every(
    ({ type, dictionary }) => type === 'Sig' && isSelfContained(dictionary, before),
  )
  return isForSignatures && strayAnnotations(before).every(({ dictionary }) => isDrawn(dictionary, before))
}

/** Free text, too, is set with the fonts of the form where it has no drawing. */
function isDrawn(annotation: PdfDictionary, view: PdfView): boolean {
  const { entries } = annotation
  const kind = nameOf(view.resolve(entries.get('Subtype')))
  if (kind === 'Widget' || entries.has('FT')) return false
  const isText = kind === 'FreeText' || entries.has('DA')
  return entries.has('AP') ? hasOwnDrawing(annotation, view) : !isText
}

/** Annotations of a page or fields of a form: what stood there stays in its order; new are signature fields only. */
function compareLists(
  comparison: Comparison,
  kind: 'annotations' | 'fields',
  before: PdfObject | undefined,
  after: PdfObject | undefined,
  where: Message,
): void {
  const [a, b] = [comparison.before.resolve(before), comparison.after.resolve(after)]
  const old = isArray(a) ? a.items : []
  const now = isArray(b) ? b.items : []
  if (old.length > now.length || (b !== null && !isArray(b))) report(comparison, where)
  old.forEach((item, index) => {
    if (numberOf(item) !== numberOf(now[index] ?? null)) report(comparison, where)
    push(comparison, item, now[index], where)
  })
  for (const item of now.slice(old.length)) {
    const field = isReference(item) ? comparison.added.get(item.number) : undefined
    const place = `${kind} ${numberOf(item)}`
    if (comparison.listed.has(place)) report(comparison, where)
    comparison.listed.add(place)
    if (field) judgeNewField(comparison, field, where)
    else report(comparison, where)
  }
}

const FILLABLE = ['Tx', 'Btn', 'Ch']

function compareField(
  comparison: Comparison,
  field: FormField,
  a: PdfDictionary,
  b: PdfDictionary,
  where: Message,
): void {
  const signed = field.type === 'Sig' && isEmpty(field, comparison.before) && isSignedAfter(comparison, field)
  const free = signed ? SIGNED : FILLABLE.includes(field.type ?? '') ? FILLED_IN : {}
  const changed = Object.keys(free).filter((key) => differs(comparison, a.entries.get(key), b.entries.get(key)))
  if (changed.length > 0) addChange(comparison, { kind: signed ? 'signature' : 'form', where: FORM, field: field.name })
  for (const key of changed)
    if (!fits(b.entries.get(key), free[key] as Shape, comparison.after)) report(comparison, where)
  if (signed && b.entries.has('AP')) {
    if (appearanceOf(b, comparison.after) === 'odd') report(comparison, where)
    judgeSize(comparison, field.name, b)
  } else if (changed.includes('AP')) judgeSize(comparison, field.name, b)
  compareEntries(comparison, a, b, insideField(where, field.name), Object.keys(free))
}

function isSignedAfter({ after }: Comparison, field: FormField): boolean {
  const now = after.resolve(field.target as PdfReference)
  return isDictionary(now) && isDictionary(after.resolve(now.entries.get('V')))
}

/** Whether two values differ anywhere; the catalog, pages and fields that they point back to are judged elsewhere. */
function differs(comparison: Comparison, before: PdfObject | undefined, after: PdfObject | undefined): boolean {
  const settled = comparison.elsewhere
  const inner: Comparison = { ...comparison, settled, changes: new Map(), seen: new Set(), todo: [] }
  // Whether, not where.
  push(inner, before, after, CATALOG)
  work(inner)
  return inner.changes.size > 0
}
