import type { PdfView } from '../file.ts'
import type { FontCache } from '../font/font.ts'
import {
  integerOf,
  isArray,
  isDictionary,
  isStream,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
} from '../objects.ts'
import type { Budget } from './budget.ts'
import { numbersOf } from './colour.ts'
import { decodeData } from './filters.ts'
import { interpret } from './interpret.ts'
import type { Field, PageMarks } from './marks.ts'
import { type Box, boxFrom, intersection, type Matrix, transformBox } from './matrix.ts'
import type { Marks } from './run.ts'

/** Ancestors from which a page may inherit (ISO 32000-1 7.7.3.4). */
const MAX_DEPTH = 32

/** Pieces that the content of a page may be cut into, and fields on it. */
const MAX_PIECES = 10_000

const MM_PER_POINT = 25.4 / 72

/** What stands on a page, as a viewer shows it: trimmed, turned and scaled, content and fields. */
export function readPage(
  view: PdfView,
  page: PdfReference,
  shared: { readonly fonts: FontCache; readonly budget: Budget },
): PageMarks {
  const chain = ancestry(view, page)
  const inherited = (key: string): PdfObject => {
    for (const node of chain) {
      const value = view.resolve(node.entries.get(key))
      if (value !== null) return value
    }
    return null
  }
  const { matrix, width, height } = geometry(view, inherited)
  const marks: Marks = { glyphs: [], bars: [], shapes: [], pictures: [], hidden: 0, budget: shared.budget }
  const resources = inherited('Resources')
  const clip = { left: 0, top: 0, right: width, bottom: height }
  const content = contentOf(view, view.resolve(chain[0]?.entries.get('Contents')), shared.budget)
  interpret(
    content,
    isDictionary(resources) ? resources : undefined,
    { view, fonts: shared.fonts, marks },
    { matrix, clip },
  )
  const { glyphs, bars, shapes, pictures, hidden } = marks
  const fields = fieldsOf(view, view.resolve(chain[0]?.entries.get('Annots')), matrix)
  return { width, height, glyphs, bars, shapes, pictures, fields, hidden }
}

function ancestry(view: PdfView, page: PdfReference): readonly PdfDictionary[] {
  const chain: PdfDictionary[] = []
  let node = view.resolve(page)
  while (isDictionary(node) && chain.length < MAX_DEPTH) {
    chain.push(node)
    node = view.resolve(node.entries.get('Parent'))
  }
  return chain
}

const A4: Box = { left: 0, top: 0, right: 595.276, bottom: 841.89 }

/** From user space to millimetres of the trimmed page, turned as /Rotate says (14.11.2, table 30). */
function geometry(
  view: PdfView,
  inherited: (key: string) => PdfObject,
): { readonly matrix: Matrix; readonly width: number; readonly height: number } {
  const box = (key: string): Box | undefined => {
    const [x1 = 0, y1 = 0, x2 = 0, y2] = numbersOf(view, inherited(key))
    const found = y2 === undefined ? undefined : boxFrom(x1, y1, x2, y2)
    return found && found.right > found.left && found.bottom > found.top ? found : undefined
  }
  const media = box('MediaBox') ?? A4
  const shown = box('TrimBox') ?? box('CropBox') ?? media
  const { left, top: bottom, right, bottom: top } = intersection(shown, media) ?? media
  const unit = inherited('UserUnit')
  const scale = MM_PER_POINT * (typeof unit === 'number' && unit > 0 ? unit : 1)
  const [width, height] = [(right - left) * scale, (top - bottom) * scale]
  const turn = (((integerOf(inherited('Rotate')) ?? 0) % 360) + 360) % 360
  const s = scale
  if (turn === 90) return { matrix: [0, s, s, 0, -bottom * s, -left * s], width: height, height: width }
  if (turn === 180) return { matrix: [-s, 0, 0, s, right * s, -bottom * s], width, height }
  if (turn === 270) return { matrix: [0, -s, -s, 0, top * s, right * s], width: height, height: width }
  return { matrix: [s, 0, 0, -s, -left * s, top * s], width, height }
}

/** The pieces of a page's content, which count as one with white space between (7.8.2). */
function contentOf(view: PdfView, object: PdfObject, budget: Budget): Uint8Array {
  const streams = (
    isArray(object) ? object.items.slice(0, MAX_PIECES).map((item) => view.resolve(item)) : [object]
  ).filter(isStream)
  const pieces = streams.map((stream) => {
    const piece = decodeData(view, stream) ?? new Uint8Array()
    budget.spend('bytes', piece.length)
    return piece
  })
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length + 1, 0)).fill(32)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length + 1
  }
  return whole
}

const HIDDEN_FLAGS = 2 | 32

/** Signature fields and stamps: where seals stand or are to stand (12.5). */
function fieldsOf(view: PdfView, annotations: PdfObject, matrix: Matrix): readonly Field[] {
  const list = isArray(annotations) ? annotations.items.slice(0, MAX_PIECES) : []
  return list.flatMap((item) => {
    const annotation = view.resolve(item)
    if (!isDictionary(annotation)) return []
    const get = (key: string): PdfObject => view.resolve(annotation.entries.get(key))
    const kind = nameOf(get('Subtype')) === 'Stamp' ? 'Stamp' : nameOf(get('FT'))
    const [x1 = 0, y1 = 0, x2 = 0, y2] = numbersOf(view, annotation.entries.get('Rect'))
    if ((kind !== 'Stamp' && kind !== 'Sig') || y2 === undefined || x1 === x2 || y1 === y2) return []
    if (((integerOf(get('F')) ?? 0) & HIDDEN_FLAGS) !== 0) return []
    return [{ box: transformBox(matrix, boxFrom(x1, y1, x2, y2)), kind }]
  })
}
