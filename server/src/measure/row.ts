import type { Box } from '../pdf/content/matrix.ts'
import type { Line } from './line.ts'

/** What a measured clause comes to; the last where a person has to look. */
export type Verdict = '符合' | '偏差' | '未见' | '不能自动判断'

/** What a row says: a clause of the standard, customary practice, or a figure derived from the standard. */
export type Ground = '规定' | '实务' | '推算'

/** Where something stands on the page, in millimetres from the top left corner. */
export interface Place {
  readonly page: number
  readonly box: Box
}

/** One sentence of the standard, measured. */
export interface Row {
  /** Key of the requirement in docs/measure.md, `H-7`. */
  readonly requirement: string
  readonly clause: string
  readonly ground: Ground
  readonly element: string
  /** What the standard asks. */
  readonly asks: string
  /** Least and greatest value allowed, without the tolerance; equal for a fixed one; absent for what is no number. */
  readonly expected?: readonly [least: number, most: number]
  readonly unit: string
  readonly measured?: number | string
  /** How far outside `expected` the number is; 0 inside. */
  readonly difference?: number
  readonly verdict: Verdict
  readonly place?: Place
  /** Beginning of the text that was measured. */
  readonly text?: string
  readonly note?: string
}

/** A requirement, before anything is measured. */
export interface Requirement {
  readonly requirement: string
  readonly clause: string
  readonly element: string
  readonly asks: string
  readonly ground?: Ground
}

/** What was found for a requirement that is a number. */
export interface Found {
  readonly at?: Line | Place
  readonly measured: number
  readonly expected: number | readonly [number, number]
  readonly unit?: string
  /** How far it may be off: the tolerance of the run unless the standard gives one. */
  readonly tolerance: number
  /** How far the measurement itself may be off, where ink is estimated. */
  readonly unsure?: number
  readonly note?: string | undefined
  /** What mistake it probably is; said only of what is off. */
  readonly mistake?: string | undefined
}

/** Characters of a text that a row quotes. */
const QUOTED = 16

function quote(text: string): string {
  const characters = [...text]
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : text
}

function about(at: Line | Place | undefined): Pick<Row, 'place' | 'text'> {
  if (at === undefined) return {}
  if ('box' in at) return { place: at }
  return { place: { page: at.page, box: at.ink }, text: quote(at.text) }
}

/** Calculations leave crumbs; nothing is measured finer than this. */
const EPSILON = 1e-6

/** A row from a length: 符合 within the tolerance, 不能自动判断 where that hangs on what is only estimated, else 偏差. */
export function measuredRow(what: Requirement, found: Found): Row {
  const [least, most] = typeof found.expected === 'number' ? [found.expected, found.expected] : found.expected
  const difference = found.measured < least ? found.measured - least : Math.max(0, found.measured - most)
  const off = Math.abs(difference)
  const unsure = found.unsure ?? 0
  const verdict: Verdict =
    off <= found.tolerance + EPSILON ? '符合' : off <= found.tolerance + unsure ? '不能自动判断' : '偏差'
  const note = [
    found.note,
    verdict === '偏差' ? found.mistake : undefined,
    unsure > 0 ? '字体未嵌入或读不出轮廓，字面位置按常见字面估计' : undefined,
  ]
  return {
    ground: '规定',
    ...what,
    unit: found.unit ?? 'mm',
    expected: [least, most],
    measured: found.measured,
    difference,
    verdict,
    ...about(found.at),
    ...noted(note),
  }
}

/** A requirement that is no number: a class of face, a colour, a spelling. */
export function toldRow(
  what: Requirement,
  found: {
    readonly at?: Line | Place
    readonly measured: string
    readonly verdict: Verdict
    readonly note?: string | undefined
  },
): Row {
  return {
    ground: '规定',
    ...what,
    unit: '',
    measured: found.measured,
    verdict: found.verdict,
    ...about(found.at),
    ...noted([found.note]),
  }
}

/** A requirement whose element is not on the pages. */
export function unseenRow(what: Requirement, note?: string): Row {
  return { ground: '规定', ...what, unit: '', verdict: '未见', ...noted([note]) }
}

function noted(notes: readonly (string | undefined)[]): { note?: string } {
  const said = notes.filter((note) => note !== undefined && note !== '')
  return said.length > 0 ? { note: said.join('；') } : {}
}

/** How far ink that is estimated may really lie from where it is taken to be (mm). */
export function unsureOf(line: Line): number {
  return line.inkKnown ? 0 : 0.08 * (line.size * (25.4 / 72))
}

/** Folds many measurements of one requirement into the worst, and says how many were off. */
export function worstRow(what: Requirement, found: readonly Found[]): Row | undefined {
  const rows = found.map((each) => measuredRow(what, each))
  const worst = rows.reduce<Row | undefined>(
    (so, row) => (so === undefined || Math.abs(row.difference ?? 0) > Math.abs(so.difference ?? 0) ? row : so),
    undefined,
  )
  if (worst === undefined || rows.length === 1) return worst
  const off = rows.filter(({ verdict }) => verdict === '偏差').length
  return {
    ...worst,
    ...noted([`量了 ${rows.length} 处${off > 0 ? `，${off} 处有偏差` : ''}，这是偏差最大的一处`, worst.note]),
  }
}
