import type { FaceSet } from '../fonts/faceSet.ts'
import { ptToMm } from '../standard/units.ts'
import type { Colour, DisplayItem, Image, Line, Page, Path, Run, SealPlace, Turned } from '../typeset/pages.ts'
import { escapeXml } from './xmp.ts'

const COLOURS: Readonly<Record<Colour, string>> = { 黑: '#000', 红: '#f00' }

/** Glyph outlines of a page: each is written once and used as often as it is printed. */
interface Glyphs {
  readonly faces: FaceSet
  /** Id of the glyph's path; undefined for blank glyphs. */
  id(face: string, character: string): string | undefined
}

/**
 * A page as SVG in millimetres. Text is drawn as outlines, so a viewer needs no font and shows what will be printed;
 * runs carry `data-section`, `data-start`, `data-end` (offsets in the section) and `data-element` for click-to-source.
 * @param images PNG or JPEG bytes by name; an image that is not among them is shown as an empty frame
 * @param seals those that will stand on the page once it is signed: shown pale in a broken frame, as a place to be filled
 */
export function paintSvg(
  page: Page,
  faces: FaceSet,
  images: ReadonlyMap<string, Uint8Array> = new Map(),
  seals: readonly SealPlace[] = [],
): string {
  const outlines = new Map<string, string>()
  const ids = new Map<string, string | undefined>()
  // Ids must differ between the pages that one viewer shows.
  const prefix = `g${page.key.replace(/[^\w]/g, '')}-`
  const glyphs: Glyphs = {
    faces,
    id(face, character) {
      const name = `${face}\u0000${character}`
      if (!ids.has(name)) {
        const outline = faces.outline(face, character)
        const id = outline === '' ? undefined : `${prefix}${outlines.size}`
        if (id !== undefined) outlines.set(id, outline)
        ids.set(name, id)
      }
      return ids.get(name)
    },
  }
  const body = [
    ...page.items.map((item) => draw(item, glyphs, images)),
    ...seals.map((seal) => drawSeal(seal, glyphs, images)),
  ].join('\n')
  const defs = [...outlines].map(([id, outline]) => `<path id="${id}" d="${outline}"/>`).join('\n')
  const size = `width="${number(page.width)}mm" height="${number(page.height)}mm"`
  const box = `viewBox="0 0 ${number(page.width)} ${number(page.height)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box}>\n<defs>\n${defs}\n</defs>\n${body}\n</svg>\n`
}

/** Ten-thousandths: of a millimetre outside runs, of 1/1000 em inside. */
function number(value: number): string {
  return String(Math.round(value * 1e4) / 1e4 || 0)
}

function draw(item: DisplayItem, glyphs: Glyphs, images: ReadonlyMap<string, Uint8Array>): string {
  switch (item.kind) {
    case 'run':
      return drawRun(item, glyphs)
    case 'line':
      return drawLine(item)
    case 'path':
      return drawPath(item)
    case 'image':
      return drawImage(item, images.get(item.image))
    case 'turned':
      return drawTurned(item, glyphs, images)
  }
}

function data({ source, element }: { readonly source?: Run['source']; readonly element?: string }): string {
  const place =
    source === undefined
      ? ''
      : ` data-section="${source.section}" data-start="${source.span.start}" data-end="${source.span.end}"`
  return place + (element === undefined ? '' : ` data-element="${escapeXml(element)}"`)
}

function drawRun(run: Run, glyphs: Glyphs): string {
  const scale = run.scale ?? 1
  const upright = ptToMm(run.size) / 1000
  let pen = 0
  let uses = ''
  for (const character of run.text) {
    const id = glyphs.id(run.face, character)
    if (id !== undefined) uses += `<use href="#${id}" x="${number(pen)}"/>`
    pen += glyphs.faces.advance(run.face, character) + (run.pitch / scale / run.size) * 1000
  }
  const place = `translate(${number(run.x)} ${number(run.baseline)}) scale(${upright * scale} ${upright})`
  return `<g transform="${place}" fill="${COLOURS[run.colour]}"${data(run)}>${uses}</g>`
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

function drawImage({ rect, alt, source }: Image, bytes: Uint8Array | undefined): string {
  const { x, y, width, height } = rect
  const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`
  const place = data(source === undefined ? {} : { source })
  const title = `<title>${escapeXml(alt)}</title>`
  if (bytes === undefined) {
    return `<rect ${box} fill="none" stroke="#888" stroke-width="0.2"${place}>${title}</rect>`
  }
  const type = bytes[0] === 0xff ? 'image/jpeg' : 'image/png'
  const href = `data:${type};base64,${toBase64(bytes)}`
  return `<image ${box} preserveAspectRatio="none" href="${href}"${place}>${title}</image>`
}

/** Pale: an unsigned document must not look sealed. */
function drawSeal(
  { rect, issuer, appearance }: SealPlace,
  glyphs: Glyphs,
  images: ReadonlyMap<string, Uint8Array>,
): string {
  const { x, y, width, height } = rect
  const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`
  const frame = `<rect ${box} fill="none" stroke="#f00" stroke-width="0.25" stroke-dasharray="1.5 1"/>`
  const drawing = appearance.map((item) => draw(item, glyphs, images)).join('\n')
  return `<g class="seal" data-issuer="${escapeXml(issuer)}">\n${frame}\n<g opacity="0.3">\n${drawing}\n</g>\n</g>`
}

function toBase64(bytes: Uint8Array): string {
  // Long argument lists overflow the stack.
  const step = 0x8000
  let binary = ''
  for (let at = 0; at < bytes.length; at += step) binary += String.fromCharCode(...bytes.subarray(at, at + step))
  return btoa(binary)
}

function drawTurned({ about, items }: Turned, glyphs: Glyphs, images: ReadonlyMap<string, Uint8Array>): string {
  const turned = items.map((item) => draw(item, glyphs, images)).join('\n')
  return `<g transform="rotate(-90 ${number(about.x)} ${number(about.y)})">\n${turned}\n</g>`
}
