import type { LayoutFacts } from '../model/layoutFacts.ts'
import { IMPRINT, TYPE_AREA, TYPE_AREA_BOTTOM } from '../standard/layout.ts'
import type { Mm } from '../standard/units.ts'
import type { Imprint } from './imprint.ts'
import type { Job } from './job.ts'
import { drawTogether, type Sheet } from './paginate.ts'
import { reachOf } from './row.ts'

/** What the end of the document asks of its pages. */
interface Ending {
  /** Pages that carry no number. */
  readonly unnumbered: ReadonlySet<number>
  readonly adjusted: LayoutFacts['adjusted']
}

/**
 * Adds the pages that 版记 needs: its own where it does not fit below the text, blank ones before it so that it ends on a
 * back side when printed on both (GB/T 9704—2012 7.4.1). Blank pages and the 版记 behind them carry no number (7.5), nor
 * does the first page of a letter (10.1).
 * @param before what has been adjusted: a page whose lines were moved already is not moved again
 */
export function endPages(sheets: Sheet[], imprint: Imprint, job: Job, before: LayoutFacts['adjusted']): Ending {
  const { format, profile } = job.document
  const unnumbered = new Set<number>(format === '信函' ? [0] : [])
  if (imprint.length === 0) return { unnumbered, adjusted: [] }
  const duplex = profile.layout.duplex === true
  const page = sheets.length - 1
  // On a front side nothing is gained by making room: 版记 stands on the back in any case.
  const change =
    duplex && page % 2 === 0
      ? undefined
      : roomFor(sheets[page] as Sheet, imprint, before.every((each) => each.page !== page) ? job.linePitch : undefined)
  if (change !== undefined) {
    const { linePitch } = job
    return {
      unnumbered,
      adjusted: change === 0 ? [] : [{ what: 'linePitch', page, from: linePitch, to: linePitch + change }],
    }
  }
  const blanks = duplex && (sheets.length + imprint.length) % 2 === 1 ? 1 : 0
  for (let count = blanks + imprint.length; count > 0; count--) {
    if (blanks > 0) unnumbered.add(sheets.length)
    sheets.push({ turned: false, top: TYPE_AREA.y, bottom: TYPE_AREA_BOTTOM, rows: [] })
  }
  return { unnumbered, adjusted: [] }
}

/**
 * How much the lines of a page change so that 版记 fits below them: mostly 0; undefined where it would be seen.
 * @param linePitch undefined for a page whose lines may not be moved
 */
function roomFor(sheet: Sheet, imprint: Imprint, linePitch: Mm | undefined): Mm | undefined {
  const [only, ...others] = imprint
  if (!only || others.length > 0 || sheet.turned) return undefined
  const used = Math.max(0, ...sheet.rows.map(({ row, y }) => y + reachOf(row)))
  const over = used + IMPRINT.gap - (TYPE_AREA_BOTTOM - only.height)
  if (over <= 0) return 0
  return linePitch === undefined ? undefined : drawTogether(sheet, over, linePitch)
}
