import type { FaceSet } from '../fonts/faceSet.ts'
import { mmToPt, type Pt } from '../standard/units.ts'
import type { Colour, DisplayItem, Line, Path, Run, Turned } from '../typeset/pages.ts'
import { readPath } from './pathData.ts'
import type { MarkedPage } from './structure.ts'

/** What a content stream needs of the document that it is part of. */
export interface ContentResources {
  /** Resource name of the face's font and the run's glyph codes as the content of a string; undefined: draw outlines. */
  encode(face: string, text: string): { readonly font: string; readonly codes: string } | undefined
  /** Resource name of an image. */
  image(name: string): string
  readonly faces: FaceSet
  /** Numbers of marked content; all else is marked as an artifact. Undefined: nothing is marked. */
  readonly marks?: MarkedPage
}

// PDF/A asks that device colours fit the output intent. It is sRGB, so red is DeviceRGB; grey levels are allowed with
// any intent, and black ink alone prints sharper than black mixed of three.
const FILL: Readonly<Record<Colour, string>> = { 黑: '0 g', 红: '1 0 0 rg' }
const STROKE: Readonly<Record<Colour, string>> = { 黑: '0 G', 红: '1 0 0 RG' }

interface TextState {
  fill?: Colour
  font?: string
  size?: Pt
  spacing?: Pt
  scale?: number
}

/** The marked content that is open: its number, or 'artifact'. */
interface MarkState {
  open?: number | 'artifact'
}

/** Ten-thousandths of a point: 0.04 µm. */
function number(value: number): string {
  return String(Math.round(value * 1e4) / 1e4 || 0)
}

function numbers(...values: readonly number[]): string {
  return values.map(number).join(' ')
}

/**
 * PDF operators that draw the items, in a space of points whose y grows downward from the page's top.
 * State operators are written when the state changes, so that a page of one face and size stays short.
 */
export function contentOf(items: readonly DisplayItem[], resources: ContentResources): string {
  const state: TextState = {}
  const marking: MarkState = {}
  const parts: string[] = []
  for (const item of items) {
    const mark = markOf(item, resources, marking)
    if (mark !== '') parts.push(mark)
    parts.push(draw(item, resources, state))
  }
  if (marking.open !== undefined) parts.push('EMC')
  return parts.join('\n')
}

/** What closes and opens marked content before an item. A turned group is not marked, but what is inside. */
function markOf(item: DisplayItem, { marks }: ContentResources, state: MarkState): string {
  if (!marks) return ''
  const wanted = item.kind === 'turned' ? undefined : (marks.marks.get(item) ?? 'artifact')
  if (wanted === state.open) return ''
  const close = state.open === undefined ? '' : 'EMC '
  if (wanted === undefined) delete state.open
  else state.open = wanted
  if (wanted === undefined) return close
  return `${close}${wanted === 'artifact' ? '/Artifact BMC' : `/${marks.owners[wanted]?.tag}<</MCID ${wanted}>>BDC`}`
}

function draw(item: DisplayItem, resources: ContentResources, state: TextState): string {
  switch (item.kind) {
    case 'run':
      return drawRun(item, resources, state)
    case 'line':
      return drawLine(item)
    case 'path':
      return drawPath(item, state)
    case 'image': {
      const name = resources.image(item.image)
      const { x, y, width, height } = item.rect
      return `q ${numbers(mmToPt(width), 0, 0, -mmToPt(height), mmToPt(x), mmToPt(y + height))} cm /${name} Do Q`
    }
    case 'turned':
      return drawTurned(item, resources)
  }
}

function fill(colour: Colour, state: TextState): string {
  if (state.fill === colour) return ''
  state.fill = colour
  return `${FILL[colour]} `
}

function drawRun(run: Run, resources: ContentResources, state: TextState): string {
  const encoded = resources.encode(run.face, run.text)
  if (encoded === undefined) return drawOutlines(run, resources.faces, state)
  if (encoded.codes === '') return ''
  const { font, codes } = encoded
  const scale = run.scale ?? 1
  // Tc is stretched by Tz as the glyphs are; `pitch` is not.
  const spacing = run.pitch / scale
  let operators = fill(run.colour, state)
  operators += 'BT '
  if (state.font !== font || state.size !== run.size) operators += `/${font} ${number(run.size)} Tf `
  if ((state.spacing ?? 0) !== spacing) operators += `${number(spacing)} Tc `
  if ((state.scale ?? 1) !== scale) operators += `${number(100 * scale)} Tz `
  Object.assign(state, { font, size: run.size, spacing, scale })
  return `${operators}1 0 0 -1 ${numbers(mmToPt(run.x), mmToPt(run.baseline))} Tm (${codes}) Tj ET`
}

/** A run without a font: for seals, whose drawing must not depend on the fonts of the page. */
function drawOutlines(run: Run, faces: FaceSet, state: TextState): string {
  const across = (run.size * (run.scale ?? 1)) / 1000
  const upright = run.size / 1000
  let pen = mmToPt(run.x)
  let operators = fill(run.colour, state)
  for (const character of run.text) {
    const outline = faces.outline(run.face, character)
    if (outline !== '') {
      operators += `q ${numbers(across, 0, 0, upright, pen, mmToPt(run.baseline))} cm ${pathOperators(outline, 1)} f Q `
    }
    pen += faces.advance(run.face, character) * across + run.pitch
  }
  return operators
}

function drawLine({ x1, y1, x2, y2, weight, colour }: Line): string {
  const ends = `${numbers(mmToPt(x1), mmToPt(y1))} m ${numbers(mmToPt(x2), mmToPt(y2))} l S`
  return `${number(mmToPt(weight))} w ${STROKE[colour]} ${ends}`
}

function drawPath(path: Path, state: TextState): string {
  if (!path.at) return paintPath(path, pathOperators(path.d, mmToPt(1)), state)
  const { x, y } = path.at
  // The colour stays set behind `Q` for what follows only if it is set before `q`.
  const colour = path.fill === undefined ? '' : fill(path.fill, state)
  return `${colour}q ${numbers(1, 0, 0, 1, mmToPt(x), mmToPt(y))} cm ${paintPath(path, knownOperators(path.d), state)} Q`
}

function paintPath(path: Path, outline: string, state: TextState): string {
  const filled = path.fill === undefined ? '' : fill(path.fill, state)
  if (path.stroke === undefined) return path.fill === undefined ? '' : `${filled}${outline} f`
  const pen = `${number(mmToPt(path.stroke))} w ${STROKE[path.fill ?? '黑']}`
  return `${filled}${pen} ${outline} ${path.fill === undefined ? 'S' : 'B'}`
}

/** Operators of paths that are used again: the seals of an office. */
const known = new Map<string, string>()
const MOST_KNOWN = 1000

function knownOperators(d: string): string {
  let operators = known.get(d)
  if (operators === undefined) {
    operators = pathOperators(d, mmToPt(1))
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(d, operators)
  }
  return operators
}

function drawTurned({ about, items }: Turned, resources: ContentResources): string {
  const [x, y] = [mmToPt(about.x), mmToPt(about.y)]
  // A quarter turn counter-clockwise where y grows downward: (dx, dy) → (dy, −dx).
  return `q ${numbers(0, -1, 1, 0, x - y, x + y)} cm\n${contentOf(items, resources)}\nQ`
}

function pathOperators(d: string, scale: number): string {
  let operators = ''
  for (const { command, points } of readPath(d)) {
    const letter = { M: 'm', L: 'l', C: 'c', Z: 'h' }[command]
    operators += points.length === 0 ? `${letter} ` : `${numbers(...points.map((value) => value * scale))} ${letter} `
  }
  return operators.trimEnd()
}
