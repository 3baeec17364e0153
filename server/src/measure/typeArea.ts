import { CELL, LINE_PITCH, LINE_PITCH_RANGE, TYPE_AREA } from '../standard/layout.ts'
import { SIZES } from '../standard/sizes.ts'
import type { Mm, Pt } from '../standard/units.ts'
import { isHan } from '../text/cjk.ts'
import type { Line } from './line.ts'
import { greatest, least, median, most } from './statistics.ts'

/** The type area that the document itself keeps, as far as its lines show it. */
export interface OwnTypeArea {
  /** Where lines begin that continue a paragraph. */
  readonly left: (page: number) => Mm
  readonly right: (page: number) => Mm
  /** The lines that begin and end on the edges. */
  readonly full: readonly Line[]
  /** Distance of baselines in running text; undefined without two lines. */
  readonly pitch: Mm | undefined
  /** Pitch for counting blank lines: the document's own if it is a usual one. */
  readonly blankPitch: Mm
  readonly bodySize: Pt
  /** Distance of pens within full lines. */
  readonly cell: Mm | undefined
}

/** Sizes between which running text is looked for. */
const BODY_SIZES = { least: 13, most: 18.5 } as const

/** Distances of baselines that may be a line pitch. */
const PITCHES = { least: 7, most: 14 } as const

/** Lines this long are running text. */
const LONG: Mm = TYPE_AREA.width * 0.8

/** @param lines of all pages, without 版记 and page numbers */
export function ownTypeArea(lines: readonly Line[]): OwnTypeArea {
  const body = lines.filter(({ size }) => size >= BODY_SIZES.least && size <= BODY_SIZES.most)
  const bodySize = most(body.flatMap(({ size, glyphs }) => glyphs.map(() => size))) ?? SIZES.三号
  const running = body.filter(({ size }) => Math.abs(size - bodySize) < 0.6)
  const edges = [1, 0].map((parity) => edgesOf(running.filter(({ page }) => page % 2 === parity)))
  const [odd, even] = [edges[0] ?? edges[1], edges[1] ?? edges[0]]
  const pick = (page: number) => (page % 2 === 1 ? odd : even)
  const pitch = pitchOf(body)
  const usual = pitch !== undefined && pitch >= LINE_PITCH_RANGE.least - 0.05 && pitch <= LINE_PITCH_RANGE.most + 0.05
  const full = edges.flatMap((each) => each?.full ?? [])
  return {
    left: (page) => pick(page)?.left ?? TYPE_AREA.x,
    right: (page) => pick(page)?.right ?? TYPE_AREA.x + TYPE_AREA.width,
    full,
    pitch,
    blankPitch: usual ? pitch : LINE_PITCH,
    bodySize,
    cell: cellOf(full),
  }
}

interface Edges {
  readonly left: Mm
  readonly right: Mm
  readonly full: readonly Line[]
}

/** Text that begins further in than this is indented or centred, unless it is seen to go on there. */
const MOST_LEFT: Mm = 36
const LEAST_LEFT: Mm = 10

/** How far before the right edge a line may end that runs on into the next one. */
const RAGGED: Mm = 2 * CELL

/**
 * Left edge: where lines begin that continue the line above; without any, where lines begin furthest left. Right edge: the
 * middle one of lines that run on. Undefined when nothing shows them.
 */
function edgesOf(lines: readonly Line[]): Edges | undefined {
  const furthest = greatest(lines.map((line) => line.right))
  const runsOn = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next && continues(line, next, furthest) ? [{ line, next }] : []
  })
  const left =
    median(runsOn.map(({ next }) => next.left)) ??
    median(lowest(lines.map((line) => line.left).filter((each) => each > LEAST_LEFT && each < MOST_LEFT)))
  if (left === undefined) return undefined
  const ended = runsOn.filter(({ line }) => isHan([...line.text].at(-1) ?? ''))
  const right = median(ended.map(({ line }) => line.right))
  const full = ended.filter(({ line }) => Math.abs(line.left - left) < 1 && isHan([...line.text][0] ?? ''))
  return { left, right: right ?? left + TYPE_AREA.width, full: full.map(({ line }) => line) }
}

function continues(line: Line, next: Line, furthest: Mm): boolean {
  const step = next.baseline - line.baseline
  return (
    line.page === next.page &&
    step > PITCHES.least &&
    step < PITCHES.most &&
    line.right - line.left > LONG &&
    line.right > furthest - RAGGED &&
    !/[。：；！？]$/.test(line.text) &&
    next.left < line.left + 1 &&
    isHan([...next.text][0] ?? '')
  )
}

/** The values that lie within a millimetre of the smallest. */
function lowest(values: readonly number[]): readonly number[] {
  const furthest = least(values)
  return values.filter((value) => value < furthest + 1)
}

function pitchOf(lines: readonly Line[]): Mm | undefined {
  const distances = lines.slice(1).flatMap((line, index) => {
    const before = lines[index] as Line
    const distance = line.baseline - before.baseline
    const running = line.page === before.page && Math.abs(line.size - before.size) < 0.6
    return running && distance > PITCHES.least && distance < PITCHES.most ? [distance] : []
  })
  const usual = most(distances.map((distance) => Math.round(distance * 10)))
  return usual === undefined
    ? undefined
    : median(distances.filter((distance) => Math.abs(distance - usual / 10) < 0.15))
}

/** Fewer lines may all be spread or squeezed. */
const ENOUGH_LINES = 3

function cellOf(full: readonly Line[]): Mm | undefined {
  const cells = full.flatMap(({ glyphs }) => {
    const steps = glyphs.slice(1).flatMap((glyph, index) => {
      const before = glyphs[index]
      return before && isHan(before.text) && isHan(glyph.text) ? [glyph.x - before.x] : []
    })
    return median(steps) ?? []
  })
  const usual = most(cells.map((cell) => Math.round(cell * 50)))
  if (cells.length < ENOUGH_LINES || usual === undefined) return undefined
  const cell = median(cells.filter((each) => Math.abs(each - usual / 50) < 0.02))
  return cell !== undefined && cell > CELL / 2 ? cell : undefined
}
