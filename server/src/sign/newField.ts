import type { PdfView } from '../pdf/file.ts'
import { isArray, isDictionary, isReference, isStream, type PdfDictionary, type PdfObject } from '../pdf/objects.ts'
import { smallestPageArea } from '../pdf/pages.ts'
import { NEW_FIELD } from './allowedShapes.ts'
import { addChange, type Comparison, report } from './comparison.ts'
import { type FormField, isEmpty } from './fields.ts'
import { fits } from './shape.ts'

/** A seal is 42 mm across (国发〔1999〕25号), some 3 % of a page of A4; a quarter of a page is no seal. */
const LARGEST_SHARE = 1 / 4

/** Judges a field that was not in the form when the file was signed: a signature, or an empty place that shows nothing. */
export function judgeNewField(comparison: Comparison, field: FormField, where: string): void {
  const { after, fields } = comparison
  const taken = [...fields.values()].some(({ name }) => name === field.name)
  const appearance = appearanceOf(field.dictionary, after)
  if (taken || !fits(field.target, NEW_FIELD, after) || !isAtHome(comparison, field) || appearance === 'odd') {
    report(comparison, where)
    return
  }
  const visible = appearance !== 'none'
  if (!isEmpty(field, after)) {
    addChange(comparison, { kind: 'signature', where, field: field.name, visible })
    judgeSize(comparison, field.name, field.dictionary, where)
  } else if (visible || field.dictionary.entries.has('AP')) report(comparison, where)
  else addChange(comparison, { kind: 'field', where, field: field.name })
}

/** Tells of a seal that could hide what stands on a page. */
export function judgeSize(comparison: Comparison, field: string, widget: PdfDictionary, where: string): void {
  const { width, height } = sizeOf(widget, comparison.after) ?? { width: 0, height: 0 }
  if (width * height > smallestPageArea(comparison.before) * LARGEST_SHARE)
    addChange(comparison, { kind: 'cover', where, field })
}

/** Its page and its parent, if it names them, are of the signed document. */
function isAtHome({ pages, groups }: Comparison, { dictionary: { entries } }: FormField): boolean {
  const known = (key: string, places: { has(number: number): boolean }): boolean => {
    const place = entries.get(key)
    return place === undefined || (isReference(place) && places.has(place.number))
  }
  return known('P', pages) && known('Parent', groups)
}

/**
 * `none`: no area, and nothing or an empty drawing to show there; `seal`: an area. Readers do not agree on what a
 * drawing without an area looks like: some spread it over the page.
 */
export function appearanceOf(widget: PdfDictionary, view: PdfView): 'none' | 'seal' | 'odd' {
  const size = sizeOf(widget, view)
  if (!size) return 'odd'
  if (size.width > 0 && size.height > 0) return 'seal'
  return size.width === 0 && size.height === 0 && isBlankDrawing(widget.entries.get('AP'), view) ? 'none' : 'odd'
}

function isBlankDrawing(appearance: PdfObject | undefined, view: PdfView): boolean {
  const states = view.resolve(appearance)
  if (!isDictionary(states)) return states === null
  const drawing = view.resolve(states.entries.get('N'))
  return isStream(drawing) && drawing.data.length === 0
}

/** Of /Rect; undefined for anything but four numbers. */
function sizeOf(widget: PdfDictionary, view: PdfView): { readonly width: number; readonly height: number } | undefined {
  const rect = view.resolve(widget.entries.get('Rect'))
  const numbers = isArray(rect) ? rect.items.map((item) => view.resolve(item)) : []
  if (numbers.length !== 4 || !numbers.every((value) => typeof value === 'number')) return undefined
  const [x1, y1, x2, y2] = numbers as [number, number, number, number]
  return { width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
}
