import { type Mm, mmToPt, ptToMm } from '../standard/units.ts'
import type { Job } from './job.ts'
import type { DisplayItem, Run } from './pages.ts'
import type { Piece } from './piece.ts'
import { lineWidth, placeLine, wholeLine } from './setLine.ts'

/** Where a single line stands. */
export type Across = { readonly left: Mm } | { readonly right: Mm } | { readonly centre: Mm }

/** Sets a text in one line, unbroken; nothing for an empty text. */
export function setWord(job: Job, piece: Piece | readonly Piece[], across: Across, baseline: Mm): readonly Run[] {
  const units = job.cut(Array.isArray(piece) ? piece : [piece as Piece])
  if (units.length === 0) return []
  const line = wholeLine(units)
  const width = ptToMm(lineWidth(units, line))
  const x = 'left' in across ? across.left : 'right' in across ? across.right - width : across.centre - width / 2
  return placeLine(units, line, x, baseline, job.faces)
}

/**
 * Sets a text in one line that is no wider than `room`: a wider one is narrowed to it, and reported, for nobody meant it
 * so.
 */
export function fitWord(
  job: Job,
  piece: Piece | readonly Piece[],
  across: Across,
  baseline: Mm,
  room: Mm,
): readonly Run[] {
  const runs = setWord(job, piece, across, baseline)
  const first = runs[0]
  const last = runs.at(-1)
  if (!first || !last) return runs
  const width = last.x + runWidth(job, last) - first.x
  if (width <= room + SAME) return runs
  const [about] = Object.values(across) as [Mm]
  job.report('element-too-wide', first.source ?? last.source, first.element)
  return narrowed(runs, about, room / width)
}

/** Widths that differ by less are the same. */
const SAME: Mm = 0.01

/** Runs with narrower glyphs, drawn together towards a place on their line. */
export function narrowed(runs: readonly Run[], about: Mm, scale: number): readonly Run[] {
  return runs.map((run) => ({
    ...run,
    x: about + (run.x - about) * scale,
    scale: (run.scale ?? 1) * scale,
    pitch: run.pitch * scale,
  }))
}

/** From the pen before the first glyph to the pen behind the last. */
export function runWidth(job: Job, run: Run): Mm {
  let width = 0
  let count = 0
  for (const character of run.text) {
    width += job.faces.advance(run.face, character) * run.size * (run.scale ?? 1)
    count += 1
  }
  return ptToMm(width + run.pitch * Math.max(0, count - 1))
}

/** Highest ink of a text above its baseline; normal height of Chinese characters when nothing is known of its ink. */
export function inkAscent(job: Job, runs: readonly Run[]): Mm {
  return extent(job, runs, (ink) => ink.top, 0.84)
}

/** Lowest ink of items, on the page. */
export function inkBottom(job: Job, items: readonly DisplayItem[]): Mm {
  const runs = items.filter((item): item is Run => item.kind === 'run')
  return Math.max(...runs.map((run) => run.baseline + extent(job, [run], (ink) => -ink.bottom, 0.08)))
}

function extent(
  job: Job,
  runs: readonly Run[],
  side: (ink: { top: number; bottom: number }) => number,
  usual: number,
): Mm {
  let most: Mm | undefined
  for (const run of runs) {
    for (const character of run.text) {
      const ink = job.faces.ink(run.face, character)
      if (ink) most = Math.max(most ?? Number.NEGATIVE_INFINITY, (side(ink) / 1000) * ptToMm(run.size))
    }
  }
  return most ?? usual * ptToMm(runs[0]?.size ?? 0)
}

/** Shifts runs so that their ink, not their advance boxes, is centred. */
export function centreInk(job: Job, runs: readonly Run[], centre: Mm): readonly Run[] {
  const first = runs[0]
  const last = runs.at(-1)
  if (!first || !last) return runs
  const characters = [...last.text]
  const start = job.faces.ink(first.face, [...first.text][0] as string)?.left ?? 0
  const end = job.faces.ink(last.face, characters.at(-1) as string)?.right ?? 1000
  let pen = mmToPt(last.x)
  for (const character of characters.slice(0, -1)) {
    pen += job.faces.advance(last.face, character) * last.size * (last.scale ?? 1) + last.pitch
  }
  const left = first.x + ptToMm((start / 1000) * first.size)
  const right = ptToMm(pen + (end / 1000) * last.size * (last.scale ?? 1))
  const shift = centre - (left + right) / 2
  return runs.map((run) => ({ ...run, x: run.x + shift }))
}
