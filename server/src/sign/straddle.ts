import type { PdfView } from '../pdf/file.ts'
import { fromLatin1 } from '../pdf/lexer.ts'
import { array, dictionary, isArray, isDictionary, isStream, name, type PdfReference, stream } from '../pdf/objects.ts'
import { type PageSight, pageSight, readPages } from '../pdf/pages.ts'
import type { Update } from '../pdf/update.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { addSeal, drawnSeal, type Size } from './appearance.ts'
import { readSignatureFields } from './fields.ts'
import { addToList } from './lists.ts'
import { textString } from './textString.ts'

/** Pages that one seal is spread over: of more, each would get a sliver in which nothing can be told. */
const MOST_PAGES = 8
/** 42 mm, the seal of a municipal government or county organ (国发〔1999〕25号), in points; for a picture of no other size. */
const USUAL_SIZE = (42 * 72) / 25.4
/** Annotation flags Print, ReadOnly and Locked (ISO 32000-1 table 165). */
const SHOWN = 4 | 64 | 128

/**
 * 骑缝章: lays the seal over the right edges of the pages as if they were fanned out, a strip on each, halfway up. The
 * strips are stamp annotations of the very revision that is signed, so that they are under the signature; widgets of its
 * field they are not, because readers do not agree on signature fields with several.
 * @param field the field that is being signed
 * @throws Failure `sign-straddle-late`, `sign-straddle-page`, `sign-straddle-seal`
 */
export function addStraddlingSeal(
  update: Update,
  view: PdfView,
  field: PdfReference,
  png: Uint8Array | undefined,
): void {
  refuseLate(view)
  const pages = readPages(view)
  if (pages.length < 2)
    throw new Failure('sign-straddle-page', message('文件只有一页，不能加盖骑缝章。请去掉“骑缝章”再签。'))
  const seal = sealOf(update, field, png)
  for (let start = 0; start < pages.length; start += MOST_PAGES) {
    const fan = fanFrom(pages, start)
    fan.forEach((page, index) => {
      addStrip(update, view, page, seal, { index, count: fan.length })
    })
  }
}

/** A last page alone has no edge to straddle: it goes with the fan before it. */
function fanFrom(pages: readonly PdfReference[], start: number): readonly PdfReference[] {
  if (pages.length - start === 1) return start === 0 ? pages : []
  const end = pages.length - start === MOST_PAGES + 1 ? start + MOST_PAGES + 1 : start + MOST_PAGES
  return pages.slice(start, end)
}

/** Annotations may not be added to what others have signed. */
function refuseLate(view: PdfView): void {
  const signed = readSignatureFields(view).find(({ value }) => isDictionary(view.resolve(value)))
  if (signed)
    throw new Failure(
      'sign-straddle-late',
      message('文件已有签章“{0}”，再加盖骑缝章会使它失效。骑缝章要和第一个签章一起盖。', visibleText(signed.name)),
    )
}

interface Seal {
  readonly drawing: PdfReference
  readonly size: Size
}

function sealOf(update: Update, field: PdfReference, png: Uint8Array | undefined): Seal {
  const widget = update.read(field)
  const drawing = isDictionary(widget) ? drawnSeal(widget) : undefined
  const size = (drawing && sizeOf(update, drawing)) ?? { width: USUAL_SIZE, height: USUAL_SIZE }
  if (png) return { drawing: addSeal(update, png, size), size }
  if (drawing) return { drawing, size }
  throw new Failure('sign-straddle-seal', message('这个签章位置没有印章图形，骑缝章要用 --seal 给出印章图片（PNG）。'))
}

function sizeOf(update: Update, drawing: PdfReference): Size | undefined {
  const form = update.read(drawing)
  const box = isStream(form) ? update.read(form.dictionary.entries.get('BBox')) : null
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = isArray(box) ? box.items.map((item) => Number(update.read(item))) : []
  return x2 > x1 && y2 > y1 ? { width: x2 - x1, height: y2 - y1 } : undefined
}

/** Turns a drawing back against the page; where it comes to lie is up to the annotation's /Rect (12.5.5). */
const UPRIGHT = {
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
} as const

/** The place halfway up the edge that is shown on the right, as the page itself counts. */
function rightEdge({ left, bottom, right, top, turn }: PageSight, strip: number, height: number): readonly number[] {
  const x = (left + right - height) / 2
  const y = (bottom + top - height) / 2
  switch (turn) {
    case 0:
      return [right - strip, y, right, y + height]
    case 90:
      return [x, top - strip, x + height, top]
    case 180:
      return [left, y, left + strip, y + height]
    case 270:
      return [x, bottom, x + height, bottom + strip]
  }
}

function addStrip(
  update: Update,
  view: PdfView,
  page: PdfReference,
  { drawing, size: { width, height } }: Seal,
  { index, count }: { readonly index: number; readonly count: number },
): void {
  const sight = pageSight(view, page)
  if (!sight) return
  const strip = width / count
  const appearance = update.add(
    stream(
      {
        Type: name('XObject'),
        Subtype: name('Form'),
        BBox: array([0, 0, strip, height]),
        Matrix: sight.turn === 0 ? undefined : array(UPRIGHT[sight.turn]),
        Resources: dictionary({ XObject: dictionary({ Seal: drawing }) }),
      },
      fromLatin1(`q 1 0 0 1 ${(-index * strip).toFixed(4)} 0 cm /Seal Do Q`),
    ),
  )
  const annotation = update.add(
    dictionary({
      Type: name('Annot'),
      Subtype: name('Stamp'),
      Rect: array(rightEdge(sight, strip, height)),
      F: SHOWN,
      P: page,
      Contents: textString('骑缝章'),
      AP: dictionary({ N: appearance }),
    }),
  )
  addToList(update, page, 'Annots', annotation)
}
