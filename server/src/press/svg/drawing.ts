import type { FaceSet } from '../../fonts/faceSet.ts'
import type { Drawing } from '../../typeset/picture.ts'
import { clipOf } from './clip.ts'
import { boxMatrix, frameOf, viewBoxOf } from './frame.ts'
import { readLength } from './length.ts'
import { glyphsOf } from './letters.ts'
import { markerMatrix, type Tip, tipsOf } from './markers.ts'
import { multiply, readTransform, translation } from './matrix.ts'
import { type Axis, type Commands, commandsOf, pathOf } from './outline.ts'
import { opacityOf, type Palette } from './paint.ts'
import { type Around, addShape, labour, type Pen, referredTo } from './pen.ts'
import { descendants, readSvg, type SvgElement, tooComplex } from './source.ts'
import { readSheet, type Style, styleOf } from './style.ts'

/** A drawing, and what of it is not as it was drawn, by names for people. */
export interface ReadDrawing {
  readonly drawing: Omit<Drawing, 'key'>
  /** Is missing on paper. */
  readonly lost: readonly string[]
  /** Is there, but simpler. */
  readonly simplified: readonly string[]
}

/** What is named of what is lost. */
const MOST_NAMED = 8
/** How deep `use` may lead. */
const DEEPEST_USE = 16

/** Elements that draw nothing by themselves. */
const SILENT = new Set([
  ...['defs', 'symbol', 'clipPath', 'mask', 'marker', 'pattern', 'linearGradient', 'radialGradient', 'filter', 'style'],
  ...[
    'title',
    'desc',
    'metadata',
    'script',
    'namedview',
    'animate',
    'animateTransform',
    'animateMotion',
    'set',
    'view',
  ],
])

/** What is left out, by element. A `switch` around it mostly has another form of the same. */
const LOST: Readonly<Record<string, string>> = { image: '嵌入的位图', foreignObject: '网页形式的文字' }

/**
 * Reads an SVG as outlines: shapes, text in our own faces, `use`, clip paths, markers at the ends of lines. Nothing outside
 * of the file is read, no script is run, and nothing of its markup is handed on.
 * @throws {Failure} `image-unreadable`, `image-too-complex`
 */
export function readDrawing(bytes: Uint8Array, faces: FaceSet): ReadDrawing {
  const root = readSvg(bytes)
  const { width, height, matrix, viewport } = frameOf(root)
  const byId = new Map<string, SvgElement>()
  for (const element of descendants(root)) if (element.attributes.id) byId.set(element.attributes.id, element)
  const sheet = readSheet(root)
  const simplified = new Set<string>(sheet.partial ? ['复杂的样式'] : [])
  const palette: Palette = { byId, sheet, means: new Map(), simplified: (what) => simplified.add(what) }
  const pen: Pen = {
    shapes: [],
    lost: new Set(),
    simplified,
    palette,
    sheet,
    faces,
    outlines: new Map(),
    work: 0,
    data: 0,
  }
  const around: Around = { matrix, style: {}, opacity: 1, clips: [], viewport, uses: 0 }
  drawGroup(pen, root, { ...around, style: styleOf(root, {}, sheet) })
  return {
    drawing: { kind: 'drawing', width, height, shapes: pen.shapes },
    lost: [...pen.lost].slice(0, MOST_NAMED),
    simplified: [...simplified],
  }
}

function drawGroup(pen: Pen, group: SvgElement, around: Around): void {
  for (const child of group.children) if (typeof child !== 'string') draw(pen, child, around)
}

function draw(pen: Pen, element: SvgElement, outside: Around): void {
  labour(pen, element)
  if (SILENT.has(element.name)) return
  const style = styleOf(element, outside.style, pen.sheet)
  if (style.display === 'none') return
  const lost = LOST[element.name]
  if (lost !== undefined) {
    pen.lost.add(lost)
    return
  }
  const around = inside(pen, element, style, outside)
  const drawer = DRAWERS[element.name] ?? drawShape
  drawer(pen, element, around)
}

const DRAWERS: Readonly<Record<string, (pen: Pen, element: SvgElement, around: Around) => void>> = {
  g: drawGroup,
  a: drawGroup,
  svg: (pen, element, around) => drawGroup(pen, element, nested(element, around)),
  switch: drawFirst,
  use: drawUsed,
  text: drawText,
}

function inside(pen: Pen, element: SvgElement, style: Style, outside: Around): Around {
  const matrix = multiply(outside.matrix, readTransform(element.attributes.transform))
  const opacity = outside.opacity * opacityOf(style.opacity)
  if (style.mask !== undefined && style.mask !== 'none') pen.simplified.add('蒙版')
  if (style.filter !== undefined && style.filter !== 'none') pen.simplified.add('滤镜')
  const around = { ...outside, matrix, style, opacity }
  const clip = clipOf(pen, style['clip-path'], around)
  return clip ? { ...around, clips: [...outside.clips, clip] } : around
}

function nested({ attributes }: SvgElement, around: Around): Around {
  const length = (name: string, along: Axis) => readLength(attributes[name], along, around.viewport)
  const box = viewBoxOf(attributes)
  const width = length('width', 'x') ?? around.viewport.width
  const height = length('height', 'y') ?? around.viewport.height
  const placed = multiply(around.matrix, translation(length('x', 'x') ?? 0, length('y', 'y') ?? 0))
  if (!box) return { ...around, matrix: placed, viewport: { width, height } }
  return {
    ...around,
    matrix: multiply(placed, boxMatrix(box, width, height, attributes.preserveAspectRatio)),
    viewport: box,
  }
}

/** Of the forms that a `switch` offers, the first that can be drawn; in drawings of flows that is the plain text. */
function drawFirst(pen: Pen, { children }: SvgElement, around: Around): void {
  const forms = children.filter((child): child is SvgElement => typeof child !== 'string')
  const plain = forms.find(({ name, attributes }) => LOST[name] === undefined && !attributes.requiredExtensions)
  const form = plain ?? forms[0]
  if (form) draw(pen, form, around)
}

function drawUsed(pen: Pen, { attributes }: SvgElement, around: Around): void {
  const target = pen.palette.byId.get((attributes.href ?? '').replace(/^#/, ''))
  if (!target) {
    if (attributes.href) pen.lost.add('引用的图形')
    return
  }
  if (around.uses >= DEEPEST_USE) throw tooComplex()
  const length = (name: string, along: Axis) => readLength(attributes[name], along, around.viewport) ?? 0
  const moved = multiply(around.matrix, translation(length('x', 'x'), length('y', 'y')))
  const within = { ...around, matrix: moved, uses: around.uses + 1 }
  if (target.name !== 'symbol') {
    draw(pen, target, within)
    return
  }
  const size = {
    width: attributes.width ?? target.attributes.width,
    height: attributes.height ?? target.attributes.height,
  }
  const given = Object.fromEntries(Object.entries(size).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
  const symbol = { ...target, name: 'svg', attributes: { ...target.attributes, ...given } }
  draw(pen, symbol, within)
}

function drawText(pen: Pen, element: SvgElement, around: Around): void {
  if (around.style.visibility === 'hidden') return
  for (const part of descendants(element)) labour(pen, part)
  const context = {
    faces: pen.faces,
    outlines: pen.outlines,
    sheet: pen.sheet,
    viewport: around.viewport,
    missing: (character: string) => pen.lost.add(`文字“${character}”`),
    lost: (what: string) => pen.lost.add(what),
  }
  for (const { commands, matrix, style } of glyphsOf(element, around.style, context)) {
    addShape(pen, commands, { ...around, matrix: multiply(around.matrix, matrix), style }, 'filled')
  }
}

function drawShape(pen: Pen, element: SvgElement, around: Around): void {
  const d = pathOf(element, (name, along) => readLength(element.attributes[name], along, around.viewport) ?? 0)
  if (d === undefined || around.style.visibility === 'hidden') return
  const commands = commandsOf(d)
  if (!commands) {
    pen.lost.add('写错的路径')
    return
  }
  addShape(pen, commands, around, element.name === 'line' ? 'none' : 'filled')
  if (around.style['marker-mid'] && around.style['marker-mid'] !== 'none') pen.simplified.add('线条中间的标记')
  if (['path', 'line', 'polyline', 'polygon'].includes(element.name)) drawMarkers(pen, commands, around)
}

/** Arrows: what a flow is read by. */
function drawMarkers(pen: Pen, commands: Commands, around: Around): void {
  const [start, end] = [markerOf(pen, around.style['marker-start']), markerOf(pen, around.style['marker-end'])]
  const tips = start || end ? tipsOf(commands) : undefined
  if (!tips) return
  if (start) drawMarker(pen, start, tips.start, true, around)
  if (end) drawMarker(pen, end, tips.end, false, around)
}

function markerOf(pen: Pen, value: string | undefined): SvgElement | undefined {
  const marker = referredTo(pen, value)
  return marker?.name === 'marker' ? marker : undefined
}

function drawMarker(pen: Pen, marker: SvgElement, tip: Tip, isStart: boolean, around: Around): void {
  if (around.uses >= DEEPEST_USE) throw tooComplex()
  const width = readLength(around.style['stroke-width'], 'both', around.viewport) ?? 1
  const length = (name: string, otherwise: number) =>
    readLength(marker.attributes[name], 'both', around.viewport) ?? otherwise
  const matrix = multiply(around.matrix, markerMatrix(marker, tip, isStart, width, length))
  // A marker has the style of its place in the file, not that of the line; of the line's it would have its own markers.
  const style = styleOf(marker, {}, pen.sheet)
  drawGroup(pen, marker, { ...around, matrix, style, uses: around.uses + 1 })
}
