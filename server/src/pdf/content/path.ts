import type { Colour } from './colour.ts'
import type { Bar, Shape } from './marks.ts'
import { type Box, boxOf, intersection } from './matrix.ts'

type Point = readonly [x: number, y: number]

/** Corners kept of one subpath: what has more is no line and no frame, and its box says enough. */
const MAX_CORNERS = 16

/** Thickest filled rectangle that counts as a line, and how much longer than thick it is (mm). */
const BAR = { weight: 2, slender: 4 } as const

/** How far the ends of a level line may differ in height (mm). */
const LEVEL = 0.1

interface Subpath {
  readonly corners: Point[]
  box: Box
  curved: boolean
}

/** The path under construction, in page space. */
export interface PathBuilder {
  moveTo(point: Point): void
  lineTo(point: Point): void
  /** Control points count for the box: a little more than the curve itself. */
  curveTo(points: readonly Point[]): void
  close(): void
  readonly subpaths: readonly Subpath[]
}

export function createPath(): PathBuilder {
  const subpaths: Subpath[] = []
  const extend = (point: Point): Subpath => {
    const last = subpaths.at(-1)
    if (last === undefined) {
      const fresh = { corners: [point], box: boxOf([point]) as Box, curved: false }
      subpaths.push(fresh)
      return fresh
    }
    if (last.corners.length < MAX_CORNERS) last.corners.push(point)
    else last.curved = true
    const [x, y] = point
    const { left, top, right, bottom } = last.box
    last.box = {
      left: Math.min(left, x),
      top: Math.min(top, y),
      right: Math.max(right, x),
      bottom: Math.max(bottom, y),
    }
    return last
  }
  return {
    subpaths,
    moveTo(point) {
      subpaths.push({ corners: [point], box: boxOf([point]) as Box, curved: false })
    },
    lineTo: extend,
    curveTo(points) {
      for (const point of points) extend(point).curved = true
    },
    close() {
      const first = subpaths.at(-1)?.corners[0]
      if (first !== undefined) extend(first)
    },
  }
}

/** What a painted path leaves on the page. */
export interface Painted {
  readonly bars: readonly Bar[]
  readonly shapes: readonly Shape[]
}

/** Every subpath filled: slender ones are lines, others shapes. */
export function fillPath(path: PathBuilder, colour: Colour | undefined, clip: Box | undefined): Painted {
  const bars: Bar[] = []
  const shapes: Shape[] = []
  for (const { box } of path.subpaths) {
    const seen = clip === undefined ? box : intersection(box, clip)
    if (seen === undefined) continue
    const bar = barOf(seen, colour)
    if (bar) bars.push(bar)
    else shapes.push({ box: seen, colour })
  }
  return { bars, shapes }
}

/** The box as a line, if it is slender. */
export function barOf(box: Box, colour: Colour | undefined): Bar | undefined {
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const level = width >= height
  const [length, weight] = level ? [width, height] : [height, width]
  return weight <= BAR.weight && length >= weight * BAR.slender && length > 0
    ? { box, level, weight, colour }
    : undefined
}

/** Every straight level or upright side stroked is a line; all else a shape. */
export function strokePath(
  path: PathBuilder,
  weight: number,
  colour: Colour | undefined,
  clip: Box | undefined,
): Painted {
  const bars: Bar[] = []
  const shapes: Shape[] = []
  for (const { corners, box, curved } of path.subpaths) {
    const sides = curved ? [] : sidesOf(corners)
    const straight = sides.length > 0 && sides.every(({ level, upright }) => level || upright)
    const boxes = straight ? sides : [{ ...box, level: false, upright: false }]
    for (const { left, top, right, bottom, level } of boxes) {
      const across = level || !straight ? weight / 2 : 0
      const along = level && straight ? 0 : weight / 2
      const inked = { left: left - along, top: top - across, right: right + along, bottom: bottom + across }
      const seen = clip === undefined ? inked : intersection(inked, clip)
      if (seen === undefined) continue
      if (straight) bars.push({ box: seen, level, weight, colour })
      else shapes.push({ box: seen, colour })
    }
  }
  return { bars, shapes }
}

function sidesOf(corners: readonly Point[]): readonly (Box & { readonly level: boolean; readonly upright: boolean })[] {
  return corners.slice(1).flatMap((to, index) => {
    const from = corners[index] as Point
    const box = boxOf([from, to]) as Box
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (width === 0 && height === 0) return []
    return [{ ...box, level: height <= LEVEL && width >= height, upright: width <= LEVEL && height > width }]
  })
}
