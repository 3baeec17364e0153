import type { FaceSet } from '../fonts/faceSet.ts'
import { toBase64 } from '../text/base64.ts'
import type { DisplayItem, Image, Line, Page, Path, Run, SealPlace, Turned } from '../typeset/pages.ts'
import { type Picture, UPRIGHT } from '../typeset/picture.ts'
import { drawingSvg } from './drawing.ts'
import { COLOURS, movableOutline, number, placeGlyphs, runTransform } from './glyphs.ts'
import { escapeXml } from './xmp.ts'

type Pictures = ReadonlyMap<string, Picture>

/** What a page is drawn with. */
export interface Ink {
  readonly faces: FaceSet
  readonly pictures: Pictures
  /** What ids of the page begin with: they must differ between the pages that one viewer shows. */
  readonly prefix: string
}

/**
 * A page as an SVG file in millimetres. Text is drawn as outlines, so a viewer needs no font and shows what will be
 * printed; runs carry `data-section`, `data-start`, `data-end` (offsets in the section) and `data-element`.
 * @param pictures by name; an image that is not among them is shown as an empty frame
 */
export function paintSvg(page: Page, faces: FaceSet, pictures: Pictures = new Map()): string {
  const size = `width="${number(page.width)}mm" height="${number(page.height)}mm"`
  const box = `viewBox="0 0 ${number(page.width)} ${number(page.height)}"`
  const body = page.items.map((item) => drawItem(item, inkOf(page, faces, pictures))).join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box}>\n${body}\n</svg>\n`
}

export function inkOf({ key }: Page, faces: FaceSet, pictures: Pictures): Ink {
  return { faces, pictures, prefix: `g${key.replace(/[^\w]/g, '')}-` }
}

/** One item as one SVG element. Equal items give equal elements, whatever page they stand on; only a drawing's ids are its page's own. */
export function drawItem(item: DisplayItem, ink: Ink): string {
  switch (item.kind) {
    case 'run':
      return drawRun(item, ink)
    case 'line':
      return drawLine(item)
    case 'path':
      return drawPath(item)
    case 'image':
      return drawImage(item, ink)
    case 'turned':
      return drawTurned(item, ink)
  }
}

function data({ source, element }: { readonly source?: Run['source']; readonly element?: string }): string {
  const place =
    source === undefined
      ? ''
      : ` data-section="${source.section}" data-start="${source.span.start}" data-end="${source.span.end}"`
  return place + (element === undefined ? '' : ` data-element="${escapeXml(element)}"`)
}

/** One path for the whole run: a page of text is then some thirty elements, not thousands. */
function drawRun(run: Run, { faces }: Ink): string {
  let path = ''
  for (const { character, pen } of placeGlyphs(run, faces)) {
    const outline = movableOutline(faces, run.face, character)
    if (outline !== '') path += `M${number(pen)} 0${outline}`
  }
  return `<path transform="${runTransform(run)}" fill="${COLOURS[run.colour]}"${data(run)} d="${path}"/>`
}

function drawLine({ x1, y1, x2, y2, weight, colour, element }: Line): string {
  const ends = `x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}"`
  return `<line ${ends} stroke="${COLOURS[colour]}" stroke-width="${number(weight)}"${data({ element })}/>`
}

function drawPath({ d, at, fill, stroke, element }: Path): string {
  const pen = stroke === undefined ? '' : ` stroke="${COLOURS[fill ?? '黑']}" stroke-width="${number(stroke)}"`
  const filled = fill === undefined ? 'none' : COLOURS[fill]
  const place = at === undefined ? '' : ` transform="translate(${number(at.x)} ${number(at.y)})"`
  return `<path d="${escapeXml(d)}"${place} fill="${filled}"${pen}${data({ element })}/>`
}

function drawImage({ rect, alt, source, image }: Image, { pictures, prefix }: Ink): string {
  const picture = pictures.get(image)
  const { x, y, width, height } = rect
  const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`
  const place = data(source === undefined ? {} : { source })
  const title = `<title>${escapeXml(alt)}</title>`
  if (picture === undefined) {
    return `<rect ${box} fill="none" stroke="#888" stroke-width="0.2"${place}>${title}</rect>`
  }
  if (picture.kind === 'drawing') {
    const id = `${prefix}${Math.round(x * 100)}-${Math.round(y * 100)}-`
    return `<g${place}>${title}${drawingSvg(picture, box, id)}</g>`
  }
  const href = `data:image/${picture.kind};base64,${toBase64(picture.bytes)}`
  const turn = `matrix(${UPRIGHT[picture.orientation].join(' ')})`
  const upright = `translate(${number(x)} ${number(y)}) scale(${number(width)} ${number(height)}) ${turn}`
  const unit = 'width="1" height="1" preserveAspectRatio="none"'
  return `<image ${unit} transform="${upright}" href="${href}"${place}>${title}</image>`
}

/** A seal that will stand on the page once it is signed, in a broken frame. Pale: an unsigned document must not look sealed. */
export function drawSeal({ rect, issuer, appearance }: SealPlace, ink: Ink): string {
  const { x, y, width, height } = rect
  const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`
  const frame = `<rect ${box} fill="none" stroke="#f00" stroke-width="0.25" stroke-dasharray="1.5 1"/>`
  const drawing = appearance.map((item) => drawItem(item, ink)).join('')
  return `<g class="seal" data-issuer="${escapeXml(issuer)}">${frame}<g opacity="0.3">${drawing}</g></g>`
}

function drawTurned({ about, items }: Turned, ink: Ink): string {
  const turned = items.map((item) => drawItem(item, ink)).join('')
  return `<g transform="rotate(-90 ${number(about.x)} ${number(about.y)})">${turned}</g>`
}
