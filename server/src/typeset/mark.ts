import { textsOf } from '../model/text.ts'
import { HEAD, TYPE_AREA } from '../standard/layout.ts'
import { type Mm, mmToPt, type Pt, ptToMm } from '../standard/units.ts'
import { columnsOf } from '../text/cjk.ts'
import { centreInk, inkAscent, inkBottom, narrowed, setWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import type { DisplayItem, Run } from './pages.ts'
import { freeStyle } from './piece.ts'

/** 发文机关标志, set. */
export interface IssuerMark {
  readonly items: readonly DisplayItem[]
  /** Lowest ink. */
  readonly bottom: Mm
  /** Height of its characters. */
  readonly size: Mm
}

const CENTRE: Mm = TYPE_AREA.x + TYPE_AREA.width / 2

/**
 * Sets the mark in red 小标宋 with the top of its ink at `top`, centred on the type area; undefined when there is none.
 * @param shrink how much smaller stacked names are than usual, 1 for not at all
 */
export function setMark(job: Job, top: Mm, shrink = 1): IssuerMark | undefined {
  const { names, suffix } = markText(job)
  const [name] = names
  if (name === undefined) return undefined
  return names.length === 1 ? singleMark(job, name + suffix, top) : stackedMark(job, names, suffix, top, shrink)
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
  return scale === 1 ? runs : narrowed(runs, CENTRE, scale)
}

/** Largest size that keeps a text of `columns` characters within the width, and how much narrower the glyphs must be. */
function sizeFor(columns: number, most: Pt): { readonly size: Pt; readonly scale: number } {
  const size = Math.min(most, mmToPt(HEAD.markWidth) / columns)
  const least = Math.min(HEAD.leastMarkSize, most)
  return size >= least ? { size, scale: 1 } : { size: least, scale: size / least }
}

function singleMark(job: Job, text: string, top: Mm): IssuerMark {
  const { size, scale } = sizeFor(columnsOf(text), HEAD.markSize)
  const runs = centreInk(job, place(job, text, size, scale), CENTRE)
  const items = lowered(runs, top + inkAscent(job, runs))
  return { items, bottom: inkBottom(job, items), size: ptToMm(size) }
}

function lowered(runs: readonly Run[], by: Mm): readonly Run[] {
  return runs.map((run) => ({ ...run, baseline: run.baseline + by }))
}

/** Joint issue: names below each other, spread to equal width, 文件 to their right in the middle (7.2.4). */
function stackedMark(job: Job, names: readonly string[], suffix: string, top: Mm, shrink: number): IssuerMark {
  const { pitch: stackPitch, gap, growth } = HEAD.stack
  const suffixSize = 1 + growth * names.length
  const longest = Math.max(...names.map(columnsOf))
  const columns = longest + (suffix === '' ? 0 : gap + columnsOf(suffix) * suffixSize)
  const usual = Math.min(HEAD.stack.size, mmToPt(HEAD.stack.height) / (names.length * stackPitch))
  const most = Math.max(HEAD.stack.least, shrink * usual)
  const { size, scale } = sizeFor(columns, most)
  const character = ptToMm(size) * scale
  const left = CENTRE - (columns * character) / 2
  const [first = [], ...others] = names.map((name, index) =>
    spread(job, name, left, longest * character, size, scale, index * ptToMm(size) * stackPitch),
  )
  const offset = top + inkAscent(job, first)
  const stack = [first, ...others].flatMap((line) => lowered(line, offset))
  const bottom = inkBottom(job, stack)
  const word = place(job, suffix, size * suffixSize, scale)
  const shift = left + (longest + gap) * character - (word[0]?.x ?? 0)
  const middle = (top + bottom) / 2 + (inkAscent(job, word) - inkBottom(job, word)) / 2
  const beside = word.map((run) => ({ ...run, x: run.x + shift, baseline: middle }))
  return { items: [...stack, ...beside], bottom, size: ptToMm(size) }
}

/** A name whose characters stand as far apart as fills the width of the longest. */
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
