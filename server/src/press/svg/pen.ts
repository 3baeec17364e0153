/** What draws an SVG, and how much it may ask for. */
import type { FaceSet } from '../../fonts/faceSet.ts'
import type { Outline, Shape } from '../../typeset/picture.ts'
import type { Viewport } from './length.ts'
import type { Matrix } from './matrix.ts'
import { type Commands, dataOf } from './outline.ts'
import { fillOf, type Palette, strokeOf } from './paint.ts'
import { type SvgElement, tooComplex } from './source.ts'
import type { Sheet, Style } from './style.ts'

/** A drawing that is used by itself again and again grows without end. */
const MOST_WORK = 12_000_000
/** Work of an element without attributes, in characters. */
const LEAST_WORK = 50
const MOST_SHAPES = 50_000
const MOST_DATA = 8_000_000
/** No id is longer; what looks for its end must not look for ever. */
const LONGEST_NAME = 200

/** What holds for an element from the elements around it. */
export interface Around {
  readonly matrix: Matrix
  readonly style: Style
  readonly opacity: number
  readonly clips: readonly Outline[]
  readonly viewport: Viewport
  /** `use` elements that led here. */
  readonly uses: number
}

/** What a drawing is put down with: its shapes so far, what it lacks, and how much work it was. */
export interface Pen {
  readonly shapes: Shape[]
  readonly lost: Set<string>
  readonly simplified: Set<string>
  readonly palette: Palette
  readonly sheet: Sheet
  readonly faces: FaceSet
  readonly outlines: Map<string, Commands | undefined>
  /** Characters of source that were taken in hand so far. */
  work: number
  /** Characters of path data so far. */
  data: number
}

/**
 * Counts an element as work.
 * @throws {Failure} `image-too-complex`
 */
export function labour(pen: Pen, { weight }: SvgElement): void {
  pen.work += LEAST_WORK + weight
  if (pen.work > MOST_WORK) throw tooComplex()
}

/**
 * Puts an outline down in the colours of its style; a line has no inside.
 * @throws {Failure} `image-too-complex`
 */
export function addShape(pen: Pen, commands: Commands, around: Around, inside: 'filled' | 'none'): void {
  const { style, opacity, matrix, clips } = around
  const fill = inside === 'filled' ? fillOf(style, pen.palette, opacity) : undefined
  const stroke = strokeOf(style, pen.palette, opacity, matrix, around.viewport)
  if (!fill && !stroke) return
  const d = dataOf(commands, matrix)
  if (pen.shapes.length >= MOST_SHAPES) throw tooComplex()
  takeData(pen, d)
  const evenOdd = style['fill-rule'] === 'evenodd'
  pen.shapes.push({ d, evenOdd, clips, ...(fill ? { fill } : {}), ...(stroke ? { stroke } : {}) })
}

/**
 * Counts path data that is kept.
 * @throws {Failure} `image-too-complex`
 */
export function takeData(pen: Pen, d: string): void {
  pen.data += d.length
  if (pen.data > MOST_DATA) throw tooComplex()
}

/** The element that `url(#…)` names. */
export function referredTo(pen: Pen, value: string | undefined): SvgElement | undefined {
  return pen.palette.byId.get(idIn(value) ?? '')
}

function idIn(value: string | undefined): string | undefined {
  return /^url\(\s*['"]?#([^'")]+)['"]?\s*\)/.exec((value ?? '').slice(0, LONGEST_NAME))?.[1]
}
