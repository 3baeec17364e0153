import { textsOf } from '../model/text.ts'
import { HEAD, TYPE_AREA } from '../standard/layout.ts'
import { SIZES } from '../standard/sizes.ts'
import { type Mm, mmToPt, type Pt, ptToMm } from '../standard/units.ts'
import { columnsOf } from '../text/cjk.ts'
import { centreInk, inkAscent, inkBottom, setWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import type { DisplayItem, Run } from './pages.ts'
import { freeStyle } from './piece.ts'

/** 发文机关标志, set. */
export interface IssuerMark {
  readonly items: readonly DisplayItem[]
  /** Lowest ink. */
  readonly bottom: Mm
}

const CENTRE: Mm = TYPE_AREA.x + TYPE_AREA.width / 2
/** Distance of stacked names in their height. */
const STACK_PITCH = 1.25
/** A mark is never set smaller than the title below it; it is narrowed instead. */
const LEAST_SIZE: Pt = SIZES.一号

/** Sets the mark in red 小标宋 with the top of its ink at `top`, centred on the type area; undefined when there is none. */
export function setMark(job: Job, top: Mm): IssuerMark | undefined {
  const { names, suffix } = markText(job)
  if (names.length === 0) return undefined
  return names.length === 1 ? singleMark(job, (names[0] as string) + suffix, top) : stackedMark(job, names, suffix, top)
}

/** The organs' names, and the word that stands to the right of several. The model lists both, the word last. */
function markText(job: Job): { readonly names: readonly string[]; readonly suffix: string } {
  const written = textsOf(job.document.head.issuerMark)
  // 10.1: of several organs a letter shows the host's mark.
  if (job.document.format === '信函') return { names: written.slice(0, 1), suffix: '' }
  const last = written.at(-1) ?? ''
  if (written.length < 2 || !/^(?:文件|命令|令|公告|通告|纪要)$/.test(last)) return { names: written, suffix: '' }
  return { names: written.slice(0, -1), suffix: last }
}

function place(job: Job, text: string, size: Pt, scale: number): readonly Run[] {
  const element = job.document.head.issuerMark ?? job.document.issuers[0]
  const piece = pieceOf(job, text, freeStyle('小标宋', size, '红'), 'issuerMark', element?.at)
  const runs = setWord(job, piece, { centre: CENTRE }, 0)
  return scale === 1 ? runs : narrowed(runs, scale)
}

function narrowed(runs: readonly Run[], scale: number): readonly Run[] {
  return runs.map((run) => ({ ...run, x: CENTRE + (run.x - CENTRE) * scale, scale, pitch: run.pitch * scale }))
}

/** Largest size that keeps a text of `columns` characters within the width, and how much narrower the glyphs must be. */
function sizeFor(columns: number, width: Mm, most: Pt): { readonly size: Pt; readonly scale: number } {
  const size = Math.min(most, mmToPt(width) / columns)
  const least = Math.min(LEAST_SIZE, most)
  return size >= least ? { size, scale: 1 } : { size: least, scale: size / least }
}

function singleMark(job: Job, text: string, top: Mm): IssuerMark {
  const { size, scale } = sizeFor(columnsOf(text), HEAD.markWidth, HEAD.markSize)
  const runs = centreInk(job, place(job, text, size, scale), CENTRE)
  const items = lowered(runs, top + inkAscent(job, runs))
  return { items, bottom: inkBottom(job, items) }
}

function lowered(runs: readonly Run[], by: Mm): readonly Run[] {
  return runs.map((run) => ({ ...run, baseline: run.baseline + by }))
}

/** Joint issue: names below each other, spread to equal width, 文件 to their right in the middle (7.2.4). */
function stackedMark(job: Job, names: readonly string[], suffix: string, top: Mm): IssuerMark {
  const longest = Math.max(...names.map(columnsOf))
  // A gap of half a character stands between names and 文件.
  const columns = longest + (suffix === '' ? 0 : columnsOf(suffix) + 0.5)
  const most = Math.min(SIZES.小初, mmToPt(HEAD.stackHeight) / (names.length * STACK_PITCH))
  const { size, scale } = sizeFor(columns, HEAD.markWidth, most)
  const character = ptToMm(size) * scale
  const pitch = ptToMm(size) * STACK_PITCH
  const left = CENTRE - (columns * character) / 2
  const lines = names.map((name, index) => spread(job, name, left, longest * character, size, scale, index * pitch))
  const first = lines[0] as readonly Run[]
  const offset = top + inkAscent(job, first)
  const runs = lines.flatMap((line) => lowered(line, offset))
  if (suffix === '') return { items: runs, bottom: inkBottom(job, runs) }
  const word = place(job, suffix, size, scale)
  const [start, last] = [word[0] as Run, lines.at(-1) as readonly Run[]]
  const shift = left + (longest + 0.5) * character - start.x
  const middle = offset + (last[0] as Run).baseline / 2
  const suffixRuns = word.map((run) => ({ ...run, x: run.x + shift, baseline: middle }))
  const items = [...runs, ...suffixRuns]
  return { items, bottom: inkBottom(job, items) }
}

function spread(job: Job, name: string, left: Mm, width: Mm, size: Pt, scale: number, baseline: Mm): readonly Run[] {
  const count = [...name].length
  const natural = columnsOf(name) * ptToMm(size) * scale
  const pitch = count > 1 ? mmToPt((width - natural) / (count - 1)) : 0
  const runs = place(job, name, size, scale)
  let x = left
  return runs.map((run) => {
    const placed = { ...run, x, baseline, pitch: run.pitch + pitch }
    x += [...run.text].length * ptToMm(size * scale + pitch)
    return placed
  })
}
