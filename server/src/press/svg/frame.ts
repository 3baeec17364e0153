import { readLength, type Viewport } from './length.ts'
import { IDENTITY, type Matrix, multiply, numbersIn, scaling, translation } from './matrix.ts'
import { type SvgElement, tooComplex } from './source.ts'

/** Width of every drawing in its own units: small enough numbers, fine enough when rounded. */
const WIDTH = 1000

/** Size of the drawing and how its own coordinates are mapped (SVG 1.1, 7.2, 7.7). */
export function frameOf({ attributes }: SvgElement): {
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
  readonly viewport: Viewport
} {
  const box = viewBoxOf(attributes)
  const page = { width: box?.width ?? 300, height: box?.height ?? 150 }
  const across = readLength(attributes.width, 'x', page) ?? page.width
  const down = readLength(attributes.height, 'y', page) ?? (box ? (across * box.height) / box.width : page.height)
  if (!(across > 0 && down > 0) || across / down > 1000 || down / across > 1000) throw tooComplex()
  const scale = scaling(WIDTH / across, WIDTH / across)
  const matrix = multiply(scale, box ? boxMatrix(box, across, down, attributes.preserveAspectRatio) : IDENTITY)
  const height = Math.round((WIDTH * down * 100) / across) / 100
  return { width: WIDTH, height, matrix, viewport: box ?? { width: across, height: down } }
}

interface Box extends Viewport {
  readonly x: number
  readonly y: number
}

export function viewBoxOf({ viewBox }: SvgElement['attributes']): Box | undefined {
  const [x = 0, y = 0, width = 0, height = 0] = numbersIn(viewBox ?? '')
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

/** How the box is laid into a frame (SVG 1.1, 7.8). */
export function boxMatrix(box: Box, width: number, height: number, ratio = 'xMidYMid meet'): Matrix {
  const [across, down] = [width / box.width, height / box.height]
  if (ratio.trim() === 'none') return multiply(scaling(across, down), translation(-box.x, -box.y))
  const scale = ratio.includes('slice') ? Math.max(across, down) : Math.min(across, down)
  const rest = (part: string, room: number) => (part === 'Min' ? 0 : part === 'Max' ? room : room / 2)
  const [, alignX = 'Mid', alignY = 'Mid'] = /x(Min|Mid|Max)Y(Min|Mid|Max)/.exec(ratio) ?? []
  const shift = translation(rest(alignX, width - box.width * scale), rest(alignY, height - box.height * scale))
  return multiply(multiply(shift, scaling(scale, scale)), translation(-box.x, -box.y))
}
