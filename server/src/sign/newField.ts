import type { PdfView } from '../pdf/file.ts'
import { inflate } from '../pdf/flate.ts'
import {
  isArray,
  isDictionary,
  isReference,
  isStream,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
} from '../pdf/objects.ts'
import { smallestPageArea } from '../pdf/pages.ts'
import { Failure } from '../text/failure.ts'
import type { Message } from '../text/finding.ts'
import { NEW_FIELD } from './allowedShapes.ts'
import { addChange, type Comparison, report } from './comparison.ts'
import { type FormField, isEmpty } from './fields.ts'
import { FORM } from './placeNames.ts'
import { fits } from './shape.ts'

/** A seal is 42 mm across (国发〔1999〕25号), some 3 % of a page of A4; a quarter of a page is no seal. */
const LARGEST_SHARE = 1 / 4

/** Head, one empty block and checksum of zlib (RFC 1950, RFC 1951). */
const LONGEST_BLANK = 8

/** Judges a field that was not in the form when the file was signed: a signature, or an empty place that shows nothing. */
export function judgeNewField(comparison: Comparison, field: FormField, where: Message): void {
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
    judgeSize(comparison, field.name, field.dictionary)
  } else if (visible || field.dictionary.entries.has('AP')) report(comparison, where)
  else addChange(comparison, { kind: 'field', where, field: field.name })
}

/** Tells of a seal that could hide what stands on a page. */
export function judgeSize(comparison: Comparison, field: string, widget: PdfDictionary): void {
  const { width, height } = sizeOf(widget, comparison.after) ?? { width: 0, height: 0 }
  if (width * height > smallestPageArea(comparison.before) * LARGEST_SHARE)
    addChange(comparison, { kind: 'cover', where: FORM, field })
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
  if (size.width > 0 && size.height > 0) return isSpread(widget, view) ? 'seal' : 'odd'
  const drawing = drawingOf(widget, view)
  return size.width === 0 && size.height === 0 && (!drawing || isBlank(drawing, view)) ? 'none' : 'odd'
}

/** Nothing at all, or the few bytes that nothing takes when it is packed, as iText writes it: longer data could be read in two ways. */
function isBlank({ data, dictionary }: PdfStream, view: PdfView): boolean {
  if (data.length === 0) return true
  if (data.length > LONGEST_BLANK || dictionary.entries.has('DecodeParms')) return false
  if (nameOf(view.resolve(dictionary.entries.get('Filter'))) !== 'FlateDecode') return false
  try {
    return inflate(data).length === 0
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

function drawingOf(widget: PdfDictionary, view: PdfView): PdfStream | undefined {
  const appearance = view.resolve(widget.entries.get('AP'))
  const drawing = isDictionary(appearance) ? view.resolve(appearance.entries.get('N')) : null
  return isStream(drawing) ? drawing : undefined
}

/** A drawing, and one that brings all that it draws with. */
export function hasOwnDrawing(annotation: PdfDictionary, view: PdfView): boolean {
  return drawingOf(annotation, view) !== undefined && isSelfContained(annotation, view)
}

/** Whether the drawing of a widget, if there is one, brings all that it draws with: readers might look for the rest elsewhere. */
export function isSelfContained(widget: PdfDictionary, view: PdfView): boolean {
  const drawing = drawingOf(widget, view)
  return !drawing || drawing.data.length === 0 || drawing.dictionary.entries.has('Resources')
}

/** The drawing, if there is one, can be fitted into the place: its box has an area, and its matrix keeps it (12.5.5). */
function isSpread(widget: PdfDictionary, view: PdfView): boolean {
  const drawing = drawingOf(widget, view)
  if (!drawing) return true
  const { entries } = drawing.dictionary
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersOf(entries.get('BBox'), view)
  const [a = 1, b = 0, c = 0, d = 1] = numbersOf(entries.get('Matrix'), view)
  return x1 !== x2 && y1 !== y2 && a * d !== b * c
}

/** Of /Rect; undefined for anything but four numbers. */
function sizeOf(widget: PdfDictionary, view: PdfView): { readonly width: number; readonly height: number } | undefined {
  const numbers = numbersOf(widget.entries.get('Rect'), view)
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return undefined
  const [x1, y1, x2, y2] = numbers as [number, number, number, number]
  return { width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
}

/** Items of an array; NaN for what is no number. */
function numbersOf(list: PdfObject | undefined, view: PdfView): readonly number[] {
  const array = view.resolve(list)
  return (isArray(array) ? array.items : []).map((item) => {
    const value = view.resolve(item)
    return typeof value === 'number' ? value : Number.NaN
  })
}
