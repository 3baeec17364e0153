import type { SourceRef } from '../model/layoutFacts.ts'
import type { Mm, Rect } from '../standard/units.ts'
import type { DisplayItem, SealPlace } from './pages.ts'

/** A seal before it has a page and a name. */
export type LooseSeal = Omit<SealPlace, 'field' | 'page'>

/** What a row reports to hover, rules and tests. */
export interface Mark {
  readonly element: string
  /** In the coordinates of the row: y 0 is its top, x 0 the left edge of the type area. */
  readonly rect: Rect
  readonly source?: SourceRef
}

/** A heading or a title, for bookmarks and 目录. */
export interface Bookmark {
  readonly title: string
  readonly level: number
  /** The block that it stands for. */
  readonly key?: object
}

/** A line of text or a box that is not parted: what pages are filled with, from top to bottom. */
export interface Row {
  /** Of the glyphs or the box. */
  readonly height: Mm
  /** Blank above; dropped at the top of a page. */
  readonly before: Mm
  /** Blank below; dropped at the bottom of a page. */
  readonly after: Mm
  /** How far down it reaches where that is more than its height, as a seal does. */
  readonly reach?: Mm
  /** Draws the row with its left edge at `x` and its top at `y`. */
  readonly draw: (x: Mm, y: Mm) => readonly DisplayItem[]
  /** Drawn with it where it is the first, or the last, row of its block on a page: the edges of a table. */
  readonly opens?: (x: Mm, y: Mm) => readonly DisplayItem[]
  readonly closes?: (x: Mm, y: Mm) => readonly DisplayItem[]
  readonly seals?: (x: Mm, y: Mm) => readonly LooseSeal[]
  readonly marks: readonly Mark[]
  /** Structure: rows of one block are one element. */
  readonly tag: string
  readonly block: object
  /** Stays on the page of the row after it. */
  readonly keepNext?: boolean
  /** A line of 正文 or 附件说明: what a page with 印章 must show (7.3.5.5). */
  readonly text?: boolean
  /** A heading of 正文: stands for it on a page that has no line. */
  readonly heading?: boolean
  /** Must share its page with a line of text. */
  readonly needsText?: boolean
  readonly newPage?: boolean
  readonly outline?: Bookmark
  /** Drawn again at the top of the next page when this row is the first there. */
  readonly repeat?: readonly Row[]
}

/** How far down a row reaches from its top. */
export function reachOf(row: Row): Mm {
  return Math.max(row.height, row.reach ?? 0)
}

/** Rows on upright pages, or on pages that are turned by 90° (GB/T 9704—2012 clause 8). */
export interface Flow {
  readonly turned: boolean
  readonly rows: readonly Row[]
}

/** Rows that are never parted, as one. */
export function stacked(rows: readonly Row[]): Row {
  const tops: Mm[] = []
  let y = 0
  rows.forEach((row, index) => {
    const above = rows[index - 1]
    if (above) y += above.height + above.after + row.before
    tops.push(y)
  })
  const first = rows[0] as Row
  const last = rows.at(-1) as Row
  return {
    ...first,
    height: y + last.height,
    after: last.after,
    reach: Math.max(...rows.map((row, index) => (tops[index] as Mm) + (row.reach ?? row.height))),
    draw: (left, top) => rows.flatMap((row, index) => row.draw(left, top + (tops[index] as Mm))),
    seals: (left, top) => rows.flatMap((row, index) => row.seals?.(left, top + (tops[index] as Mm)) ?? []),
    marks: rows.flatMap((row, index) =>
      row.marks.map((mark) => ({ ...mark, rect: { ...mark.rect, y: mark.rect.y + (tops[index] as Mm) } })),
    ),
  }
}
