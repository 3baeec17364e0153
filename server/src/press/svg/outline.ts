import { type SVGCommand, SVGPathData } from 'svg-pathdata'
import { type Matrix, numbersIn } from './matrix.ts'
import type { SvgElement } from './source.ts'

/** Path commands in absolute coordinates, of M L C Z alone. */
export type Commands = readonly SVGCommand[]

/** Path data as written, as the commands that both painters know. Undefined where it is no path data. */
export function commandsOf(d: string): Commands | undefined {
  try {
    return new SVGPathData(d).toAbs().normalizeHVZ(false).normalizeST().aToC().qtToC().commands
  } catch {
    return undefined
  }
}

/** SVG path data of the commands as a matrix maps them. */
export function dataOf(commands: Commands, matrix: Matrix): string {
  const [a, b, c, d, e, f] = matrix
  const point = (x: number, y: number) => `${number(a * x + c * y + e)} ${number(b * x + d * y + f)}`
  let data = ''
  for (const command of commands) {
    switch (command.type) {
      case SVGPathData.MOVE_TO:
        data += `M${point(command.x, command.y)}`
        break
      case SVGPathData.LINE_TO:
        data += `L${point(command.x, command.y)}`
        break
      case SVGPathData.CURVE_TO:
        data += `C${point(command.x1, command.y1)} ${point(command.x2, command.y2)} ${point(command.x, command.y)}`
        break
      case SVGPathData.CLOSE_PATH:
        data += 'Z'
        break
      default:
    }
  }
  return data
}

/** Hundredths of a thousandth of the drawing's width. Never a form with an exponent, and never beyond what PDF holds. */
function number(value: number): number {
  return Number.isFinite(value) ? Math.round(Math.max(-1e7, Math.min(1e7, value)) * 100) / 100 || 0 : 0
}

/** Path data of a basic shape (SVG 1.1, 9); undefined for other elements and for shapes without extent. */
export function pathOf(
  { name, attributes }: SvgElement,
  length: (name: string, along: Axis) => number,
): string | undefined {
  switch (name) {
    case 'path':
      return attributes.d
    case 'rect':
      return rectangle(attributes, length)
    case 'circle':
      return ellipse(length('cx', 'x'), length('cy', 'y'), length('r', 'both'), length('r', 'both'))
    case 'ellipse':
      return ellipse(length('cx', 'x'), length('cy', 'y'), length('rx', 'x'), length('ry', 'y'))
    case 'line':
      return `M${length('x1', 'x')} ${length('y1', 'y')}L${length('x2', 'x')} ${length('y2', 'y')}`
    case 'polyline':
      return polyline(attributes.points)
    case 'polygon': {
      const line = polyline(attributes.points)
      return line && `${line}Z`
    }
    default:
      return undefined
  }
}

/** What a length in percent is a part of. */
export type Axis = 'x' | 'y' | 'both'

function rectangle(
  attributes: SvgElement['attributes'],
  length: (name: string, along: Axis) => number,
): string | undefined {
  const [x, y, width, height] = [length('x', 'x'), length('y', 'y'), length('width', 'x'), length('height', 'y')]
  if (!(width > 0 && height > 0)) return undefined
  const [across, down] = [length('rx', 'x'), length('ry', 'y')]
  const rx = Math.min(attributes.rx === undefined ? down : across, width / 2)
  const ry = Math.min(attributes.ry === undefined ? across : down, height / 2)
  if (!(rx > 0 && ry > 0)) return `M${x} ${y}H${x + width}V${y + height}H${x}Z`
  const corner = `A${rx} ${ry} 0 0 1 `
  return [
    `M${x + rx} ${y}H${x + width - rx}${corner}${x + width} ${y + ry}`,
    `V${y + height - ry}${corner}${x + width - rx} ${y + height}`,
    `H${x + rx}${corner}${x} ${y + height - ry}V${y + ry}${corner}${x + rx} ${y}Z`,
  ].join('')
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string | undefined {
  if (!(rx > 0 && ry > 0)) return undefined
  return `M${cx - rx} ${cy}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}A${rx} ${ry} 0 0 1 ${cx - rx} ${cy}Z`
}

function polyline(points: string | undefined): string | undefined {
  const values = numbersIn(points ?? '')
  if (values.length < 4) return undefined
  let d = ''
  for (let at = 0; at + 1 < values.length; at += 2) d += `${at === 0 ? 'M' : 'L'}${values[at]} ${values[at + 1]}`
  return d
}
