import type { PdfView } from '../pdf/file.ts'
import {
  isArray,
  isDictionary,
  isReference,
  isString,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
} from '../pdf/objects.ts'
import { readPages } from '../pdf/pages.ts'
import { readTextString } from './textString.ts'

/** A terminal field of the AcroForm (ISO 32000-1 12.7.3). */
export interface FormField {
  /** Fully qualified name. */
  readonly name: string
  readonly target: PdfReference
  readonly dictionary: PdfDictionary
  /** /FT, inherited where the field itself has none. */
  readonly type: string | undefined
  /** /V of the field itself. */
  readonly value: PdfObject | undefined
  /** Widgets that are objects of their own; empty when the field is its own widget. */
  readonly widgets: readonly PdfReference[]
}

/** Fields of a form and their nesting beyond these are taken for an attack. */
const MAX_FIELDS = 50_000
const MAX_DEPTH = 32

export function formOf(view: PdfView): PdfDictionary | undefined {
  const catalog = view.resolve(view.trailer.entries.get('Root'))
  const form = isDictionary(catalog) ? view.resolve(catalog.entries.get('AcroForm')) : null
  return isDictionary(form) ? form : undefined
}

/** All terminal fields in the order of the form. A field that is reached twice is listed once. */
export function readFields(view: PdfView): readonly FormField[] {
  const fields: FormField[] = []
  const seen = new Set<number>()
  const visit = (object: PdfObject, prefix: string, type: string | undefined, depth: number): void => {
    if (!isReference(object) || seen.has(object.number) || depth > MAX_DEPTH || fields.length >= MAX_FIELDS) return
    seen.add(object.number)
    const dictionary = view.resolve(object)
    if (!isDictionary(dictionary)) return
    const partial = view.resolve(dictionary.entries.get('T'))
    const name = isString(partial) ? [prefix, readTextString(partial.bytes)].filter(Boolean).join('.') : prefix
    const ownType = nameOf(view.resolve(dictionary.entries.get('FT'))) ?? type
    const kids = view.resolve(dictionary.entries.get('Kids'))
    const items = isArray(kids) ? kids.items : []
    const isField = (kid: PdfObject): boolean => {
      const child = view.resolve(kid)
      return isDictionary(child) && child.entries.has('T')
    }
    if (items.some(isField)) for (const kid of items) visit(kid, name, ownType, depth + 1)
    else
      fields.push({
        name,
        target: object,
        dictionary,
        type: ownType,
        value: dictionary.entries.get('V'),
        widgets: items.filter(isReference),
      })
  }
  const form = formOf(view)
  const roots = view.resolve(form?.entries.get('Fields'))
  for (const root of isArray(roots) ? roots.items : []) visit(root, '', undefined, 0)
  return fields
}

/** Fields for signatures, filled or empty, in the order of the form. */
export function readSignatureFields(view: PdfView): readonly FormField[] {
  return readFields(view).filter(({ type }) => type === 'Sig')
}

/** An annotation on a page, numbered from 1, that belongs to no field of the form. */
interface StrayAnnotation {
  readonly page: number
  readonly dictionary: PdfDictionary
}

export function strayAnnotations(view: PdfView): readonly StrayAnnotation[] {
  const known = new Set(
    readFields(view).flatMap(({ target, widgets }) => [target, ...widgets].map(({ number }) => number)),
  )
  return readPages(view).flatMap((page, index) => {
    const dictionary = view.resolve(page)
    const annotations = isDictionary(dictionary) ? view.resolve(dictionary.entries.get('Annots')) : null
    const items = isArray(annotations) ? annotations.items : []
    return items.flatMap((item) => {
      const annotation = view.resolve(item)
      if (!isDictionary(annotation) || (isReference(item) && known.has(item.number))) return []
      return [{ page: index + 1, dictionary: annotation }]
    })
  })
}

/** Pages with stray widgets that look like signatures and have a value. */
export function strayPages(view: PdfView): readonly number[] {
  const signed = strayAnnotations(view).filter(
    ({ dictionary: { entries } }) =>
      nameOf(view.resolve(entries.get('FT'))) === 'Sig' && view.resolve(entries.get('V')) !== null,
  )
  return [...new Set(signed.map(({ page }) => page))]
}

/** Nothing has been signed into the field yet. */
export function isEmpty(field: FormField, view: PdfView): boolean {
  return view.resolve(field.value) === null
}
