import type { Bar, PageMarks } from '../pdf/content/marks.ts'
import { TYPE_AREA_BOTTOM } from '../standard/layout.ts'
import { type Mm, ptToMm } from '../standard/units.ts'
import { levelBars } from './bars.ts'
import { isRed, type Line, linesOf } from './line.ts'

/** A page, sorted into what the checks ask for. */
export interface MeasuredPage {
  /** Counts from 1. */
  readonly number: number
  readonly marks: PageMarks
  /** All lines of text but the page number, from top to bottom. */
  readonly lines: readonly Line[]
  readonly pageNumber: Line | undefined
  readonly redBars: readonly Bar[]
  readonly otherBars: readonly Bar[]
  /** Written sideways, as tables across the page are. */
  readonly turned: number
}

/** What stands alone at the foot of a page: digits with or without dashes, 第 n 页. */
const PAGE_NUMBER =
  /^(?:[-－–—―─~·.\s]{0,4}\d{1,4}[-－–—―─~·.\s]{0,4}|第\s*\d{1,4}\s*页(?:.{0,3}共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/

/** Page numbers stand below the type area; other programs put them a little higher. */
const LOWEST_TEXT: Mm = TYPE_AREA_BOTTOM - 8

export function measuredPage(number: number, marks: PageMarks): MeasuredPage {
  const all = linesOf(number, marks.glyphs)
  const bars = levelBars(marks.bars)
  const pageNumber = footLine(all)
  return {
    number,
    marks,
    lines: all.filter((line) => line !== pageNumber),
    pageNumber,
    redBars: bars.filter(({ colour }) => isRed(colour)),
    otherBars: bars.filter(({ colour }) => !isRed(colour)),
    turned: marks.glyphs.filter(({ angle, text }) => angle !== 0 && text.trim() !== '').length,
  }
}

/** Dashes set in another size or with wide blanks part from their digits: what stands level at the foot counts as one. */
function footLine(lines: readonly Line[]): Line | undefined {
  const last = lines.at(-1)
  if (last === undefined) return undefined
  const level = lines.filter(({ baseline }) => Math.abs(baseline - last.baseline) < ptToMm(last.size) / 2)
  return level.length === 1 && last.baseline > LOWEST_TEXT && PAGE_NUMBER.test(last.text) ? last : undefined
}
