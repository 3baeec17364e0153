import { SVGPathData } from 'svg-pathdata'
import { type Matrix, multiply, rotation, scaling, translation } from './matrix.ts'
import type { Commands } from './outline.ts'
import type { SvgElement } from './source.ts'

/** A point of a line with the direction in which it is passed, in degrees. */
export interface Tip {
  readonly x: number
  readonly y: number
  readonly angle: number
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Start and end of an outline, where arrows stand. */
export function tipsOf(commands: Commands): { readonly start: Tip; readonly end: Tip } | undefined {
  const points: Point[] = []
  let opening: Point | undefined
  for (const command of commands) {
    if (command.type === SVGPathData.CURVE_TO) {
      points.push({ x: command.x1, y: command.y1 }, { x: command.x2, y: command.y2 }, { x: command.x, y: command.y })
    } else if (command.type === SVGPathData.MOVE_TO || command.type === SVGPathData.LINE_TO) {
      if (command.type === SVGPathData.MOVE_TO) opening = command
      points.push({ x: command.x, y: command.y })
    } else if (opening) points.push(opening)
  }
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return undefined
  const after = points.find((each) => differ(each, first)) ?? first
  const before = points.findLast((each) => differ(each, last)) ?? last
  return { start: { ...first, angle: angleOf(first, after) }, end: { ...last, angle: angleOf(before, last) } }
}

function differ(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) > 1e-6
}

function angleOf(from: Point, to: Point): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
}

/** Where the content of a marker is drawn (SVG 1.1, 11.6.2). */
export function markerMatrix(
  { attributes }: SvgElement,
  tip: Tip,
  isStart: boolean,
  strokeWidth: number,
  length: (name: string, otherwise: number) => number,
): Matrix {
  const orient = attributes.orient ?? '0'
  const turned = orient === 'auto' ? tip.angle : tip.angle + (isStart ? 180 : 0)
  const angle = orient.startsWith('auto') ? turned : Number.parseFloat(orient) || 0
  const unit = attributes.markerUnits === 'userSpaceOnUse' ? 1 : strokeWidth
  const box = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [left = 0, top = 0, width = 0, height = 0] = box
  const isBoxed = width > 0 && height > 0
  const scale = isBoxed ? Math.min(length('markerWidth', 3) / width, length('markerHeight', 3) / height) : 1
  const [refX, refY] = [length('refX', 0), length('refY', 0)]
  // The reference point comes to lie on the tip, wherever the box begins.
  const origin = isBoxed && attributes.refX === undefined ? translation(-left, -top) : translation(-refX, -refY)
  const placed = multiply(translation(tip.x, tip.y), rotation(angle))
  return multiply(multiply(placed, scaling(unit * scale, unit * scale)), origin)
}
