import type { PdfReference } from 'pdfmake/js/PDFDocument.js'
import type { Drawing, Outline, Paint, Shape, Stroke } from '../typeset/picture.ts'
import type { Paper } from './paper.ts'
import { readPath } from './pathData.ts'
import { escapeXml } from './xmp.ts'

/** A drawing as a form of the PDF, in the unit square as a picture is. */
export function drawingForm(paper: Paper, { width, height, shapes }: Drawing): PdfReference {
  const states = new Map<string, PdfReference>()
  const content = shapes.map((shape) => operatorsOf(shape, (paint) => stateOf(paper, states, paint))).join('\n')
  const names = Object.fromEntries([...states.values()].map((state, index) => [`G${index}`, state]))
  const form = paper.ref({
    ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] },
    Matrix: [1 / width, 0, 0, -1 / height, 0, 1],
    Resources: { ExtGState: names },
  })
  form.end(content)
  return form
}

/** Name of the graphics state in which filling and stroking cover so much. */
function stateOf(paper: Paper, states: Map<string, PdfReference>, { fill, stroke }: Pick<Shape, 'fill' | 'stroke'>) {
  const [ca, CA] = [fill?.opacity ?? 1, stroke?.opacity ?? 1]
  const key = `${ca} ${CA}`
  if (!states.has(key)) {
    const state = paper.ref({ Type: 'ExtGState', ca, CA })
    state.end()
    states.set(key, state)
  }
  return `G${[...states.keys()].indexOf(key)}`
}

function operatorsOf(shape: Shape, stateNamed: (shape: Shape) => string): string {
  const { fill, stroke, evenOdd, clips } = shape
  const parts = ['q']
  for (const clip of clips) parts.push(outline(clip), clip.evenOdd ? 'W* n' : 'W n')
  parts.push(`/${stateNamed(shape)} gs`)
  if (fill) parts.push(`${channels(fill)} rg`)
  if (stroke) parts.push(penOf(stroke))
  const rule = evenOdd ? '*' : ''
  parts.push(outline(shape), fill ? (stroke ? `B${rule}` : `f${rule}`) : 'S', 'Q')
  return parts.join(' ')
}

const CAPS = { butt: 0, round: 1, square: 2 } as const
const JOINS = { miter: 0, round: 1, bevel: 2 } as const

function penOf({ width, cap, join, miter, dashes, dashOffset, ...paint }: Stroke): string {
  const ends = `${CAPS[cap]} J ${JOINS[join]} j ${miter} M`
  return `${channels(paint)} RG ${width} w ${ends} [${dashes.join(' ')}] ${Math.max(0, dashOffset)} d`
}

function channels({ colour }: Paint): string {
  return [1, 3, 5]
    .map((at) => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1000) / 1000)
    .join(' ')
}

function outline({ d }: Outline): string {
  const letters = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const
  return readPath(d)
    .map(({ command, points }) => [...points, letters[command]].join(' '))
    .join(' ')
}

/** The drawing as SVG of our own making, for the preview: numbers and colours, nothing of the file that it was read from. */
export function drawingSvg({ width, height, shapes }: Drawing, box: string, prefix: string): string {
  const clips = new Map<string, string>()
  const body = shapes.map((shape) => shapeSvg(shape, clips, prefix)).join('')
  const defs = [...clips].map(([path, id]) => `<clipPath id="${id}">${path}</clipPath>`).join('')
  return `<svg ${box} viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><defs>${defs}</defs>${body}</svg>`
}

function shapeSvg(
  { d, fill, stroke, evenOdd, clips: within }: Shape,
  clips: Map<string, string>,
  prefix: string,
): string {
  const filled = fill ? ` fill="${fill.colour}" fill-opacity="${fill.opacity}"` : ' fill="none"'
  const rule = evenOdd ? ' fill-rule="evenodd"' : ''
  const path = `<path d="${escapeXml(d)}"${filled}${rule}${stroke ? penSvg(stroke) : ''}/>`
  return within.reduceRight((inner, clip) => `<g clip-path="url(#${clipId(clip, clips, prefix)})">${inner}</g>`, path)
}

function clipId({ d, evenOdd }: Outline, clips: Map<string, string>, prefix: string): string {
  const path = `<path d="${escapeXml(d)}"${evenOdd ? ' clip-rule="evenodd"' : ''}/>`
  const id = clips.get(path) ?? `${prefix}c${clips.size}`
  clips.set(path, id)
  return id
}

function penSvg({ colour, opacity, width, cap, join, miter, dashes, dashOffset }: Stroke): string {
  const ends = `stroke-linecap="${cap}" stroke-linejoin="${join}" stroke-miterlimit="${miter}"`
  const dashed = dashes.length > 0 ? ` stroke-dasharray="${dashes.join(' ')}" stroke-dashoffset="${dashOffset}"` : ''
  return ` stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${width}" ${ends}${dashed}`
}
