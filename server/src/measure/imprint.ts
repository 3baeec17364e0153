import type { Bar } from '../pdf/content/marks.ts'
import { PAPER, TYPE_AREA } from '../standard/layout.ts'
import { SIZES } from '../standard/sizes.ts'
import type { Mm, Pt } from '../standard/units.ts'
import { lengthOf, middle } from './bars.ts'
import type { Line } from './line.ts'
import type { MeasuredPage } from './page.ts'
import { greatest, least } from './statistics.ts'

/** 版记, as far as it was recognised. */
export interface Imprint {
  readonly page: MeasuredPage
  readonly bars: readonly Bar[]
  /** 抄送 and what is set like it, first lines. */
  readonly lists: readonly Line[]
  readonly printer: Line | undefined
  readonly printDate: Line | undefined
  /** 主题词, 共印 … 份. */
  readonly outdated: readonly Line[]
}

const LIST = /^(?:抄\s*送|主\s*送|分\s*送|抄\s*报|送)[：:]/
const PRINTED = /\d{1,2}\s*月\s*\d{1,2}\s*日\s*印\s*发$/
const OUTDATED = /^主\s*题\s*词|共\s*印\s*\d*\s*份/

/** Text smaller than 3号 anywhere on the page, and any in its lower part, may be 版记. */
const SMALL: Pt = 15.4
const LOW = 0.35

/** Lines of 版记 stand this close to its lines of text (mm). */
const NEAR: Mm = 12

/** On the last page that has it: 抄送 or the row of 印发机关. */
export function findImprint(pages: readonly MeasuredPage[]): Imprint | undefined {
  for (const page of [...pages].reverse()) {
    const date = page.lines.find(({ text }) => PRINTED.test(text))
    const low = page.lines.filter(({ baseline, size }) => size < SMALL || baseline > PAPER.height * LOW)
    const lists = low.filter((line) => LIST.test(line.text) && line.size < SIZES.三号 + 0.6)
    const lowest = greatest(low.map(({ baseline }) => baseline))
    // 抄送 may stand in a text, too; that of 版记 is followed by nothing but 版记.
    if (date === undefined && (lists.length === 0 || lowest - (lists[0] as Line).baseline > 80)) continue
    const printer = date && page.lines.find((line) => line !== date && Math.abs(line.baseline - date.baseline) < 1)
    const outdated = low.filter(({ text }) => OUTDATED.test(text))
    const texts = [date, printer, ...lists, ...outdated].flatMap((line) => line ?? [])
    const top = least(texts.map((line) => line.top))
    const bottom = greatest(texts.map((line) => line.bottom))
    const bars = page.otherBars.filter(
      (bar) => lengthOf(bar) > TYPE_AREA.width * 0.7 && middle(bar) > top - NEAR && middle(bar) < bottom + NEAR,
    )
    return { page, bars, lists, printer, printDate: date, outdated }
  }
  return undefined
}

/** Upper edge of 版记. */
export function imprintTop({ bars, lists, printer, printDate, outdated }: Imprint): Mm {
  const lines = [...lists, ...outdated, printer, printDate].flatMap((line) => line?.top ?? [])
  return Math.min(least(lines), least(bars.map(({ box }) => box.top)))
}
