import type { Paint, Stroke } from '../../typeset/picture.ts'
import { channelsOf, colourOf, readColour } from './colour.ts'
import { readLength, type Viewport } from './length.ts'
import { growth, type Matrix, numbersIn } from './matrix.ts'
import type { SvgElement } from './source.ts'
import { type Sheet, type Style, styleOf } from './style.ts'

/** What painting needs to know of the drawing. */
export interface Palette {
  readonly byId: ReadonlyMap<string, SvgElement>
  readonly sheet: Sheet
  /** Mean colours of gradients, as far as they were asked for. */
  readonly means: Map<SvgElement, Paint | undefined>
  /** Told of what is painted more simply than it was drawn, by a name for people. */
  simplified(what: string): void
}

/** No name of a colour or a gradient is longer; what looks for its end must not look for ever. */
const LONGEST = 200

/** Of gradients that take their colours from others. */
const DEEPEST = 8

/** @param opacity of the groups around */
export function fillOf(style: Style, palette: Palette, opacity: number): Paint | undefined {
  return paintOf(style.fill ?? 'black', style['fill-opacity'], style, palette, opacity)
}

export function strokeOf(
  style: Style,
  palette: Palette,
  opacity: number,
  matrix: Matrix,
  viewport: Viewport,
): Stroke | undefined {
  const paint = paintOf(style.stroke ?? 'none', style['stroke-opacity'], style, palette, opacity)
  const scale = growth(matrix)
  const length = (name: string) => readLength(style[name], 'both', viewport)
  const width = (length('stroke-width') ?? 1) * scale
  if (!paint || !(width > 0)) return undefined
  const dashes = numbersIn(style['stroke-dasharray'] ?? '').map((each) => Math.abs(each) * scale)
  return {
    ...paint,
    width: rounded(width),
    cap: oneOf(style['stroke-linecap'], ['round', 'square']) ?? 'butt',
    join: oneOf(style['stroke-linejoin'], ['round', 'bevel']) ?? 'miter',
    miter: Math.max(1, Math.min(100, numbersIn(style['stroke-miterlimit'] ?? '')[0] ?? 4)),
    dashes: dashes.some((each) => each > 0) && dashes.length <= 32 ? dashes.map(rounded) : [],
    dashOffset: rounded((length('stroke-dashoffset') ?? 0) * scale),
  }
}

function rounded(value: number): number {
  return Number.isFinite(value) ? Math.round(Math.min(1e6, value) * 100) / 100 : 0
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value)
}

function paintOf(
  value: string,
  share: string | undefined,
  style: Style,
  palette: Palette,
  opacity: number,
): Paint | undefined {
  const covers = opacity * opacityOf(share)
  const [, id, otherwise = ''] =
    /^url\(\s*['"]?#?([^'")]*)['"]?\s*\)\s*(.*)$/.exec(value.trim().slice(0, LONGEST)) ?? []
  if (id !== undefined) {
    const server = palette.byId.get(id)
    const colour = server && meanColour(server, palette)
    if (colour) return { ...colour, opacity: colour.opacity * covers }
    palette.simplified('图案填充')
    return otherwise === '' ? undefined : paintOf(otherwise, share, style, palette, opacity)
  }
  if (value.trim() === 'none') return undefined
  const named = /^currentcolor$/i.test(value.trim()) ? (style.color ?? 'black') : value
  const colour = readColour(named)
  if (!colour) palette.simplified('不认得的颜色')
  const { colour: shown, alpha } = colour ?? { colour: '#000000', alpha: 1 }
  return alpha * covers > 0 ? { colour: shown, opacity: Math.round(alpha * covers * 1000) / 1000 } : undefined
}

/** A share from 0 to 1; 1 where nothing is said. */
export function opacityOf(value: string | undefined): number {
  const number = numbersIn(value ?? '')[0]
  if (number === undefined) return 1
  return Math.max(0, Math.min(1, value?.includes('%') ? number / 100 : number))
}

/** The mean of a gradient's colours: areas of one colour are what an office printer prints well. */
function meanColour(gradient: SvgElement, palette: Palette): Paint | undefined {
  if (!gradient.name.endsWith('Gradient')) return undefined
  if (!palette.means.has(gradient)) palette.means.set(gradient, meanOfStops(gradient, palette))
  return palette.means.get(gradient)
}

function meanOfStops(gradient: SvgElement, palette: Palette): Paint | undefined {
  const stops = stopsOf(gradient, palette, 0)
  if (stops.length === 0) return undefined
  palette.simplified('渐变')
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
  const channels = stops.map(({ colour }) => channelsOf(colour))
  return {
    colour: colourOf([0, 1, 2].map((at) => mean(channels.map((each) => each[at] ?? 0)))),
    opacity: mean(stops.map(({ opacity }) => opacity)),
  }
}

function stopsOf(gradient: SvgElement, palette: Palette, depth: number): readonly Paint[] {
  const stops = gradient.children.flatMap((child) => {
    if (typeof child === 'string' || child.name !== 'stop') return []
    const style = styleOf(child, {}, palette.sheet)
    const colour = readColour(style['stop-color'] ?? 'black')
    return colour ? [{ colour: colour.colour, opacity: colour.alpha * opacityOf(style['stop-opacity']) }] : []
  })
  const from = palette.byId.get((gradient.attributes.href ?? '').slice(1))
  return stops.length > 0 || !from || depth >= DEEPEST ? stops : stopsOf(from, palette, depth + 1)
}
