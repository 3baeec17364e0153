import type { TableBlock } from '../model/document.ts'
import { SIZES } from '../standard/sizes.ts'
import { mmToPt, type Pt } from '../standard/units.ts'
import type { Job } from './job.ts'
import { cellPieces, numberColumns, numberWidth, SIDES } from './tableCells.ts'
import { type CellNeed, type ColumnNeed, fitColumns, squeezeColumns } from './tableColumns.ts'
import type { GridCell } from './tableGrid.ts'
import type { NumberColumn } from './tableNumbers.ts'

/** Sizes tried from the largest, until the widest words fit their columns (practice). */
const TABLE_SIZES: readonly Pt[] = [SIZES.四号, SIZES.小四, SIZES.五号, SIZES.小五]

/** Longest word that a column is made wide for, in characters; what is longer is parted. */
const LONGEST_WORD = 12

export interface TableFit {
  readonly size: Pt
  readonly widths: readonly Pt[]
  /** Columns of numbers, by column. */
  readonly numbers: readonly (NumberColumn | undefined)[]
}

/** The largest size at which every word fits its column, and the widths of the columns. */
export function fitTable(job: Job, table: TableBlock, cells: readonly GridCell[], columns: number): TableFit {
  const width = mmToPt(job.width)
  let least: { readonly needs: readonly ColumnNeed[]; readonly numbers: TableFit['numbers'] } | undefined
  for (const size of TABLE_SIZES) {
    const numbers = numberColumns(job, cells, table.headRows, columns, size)
    const found: CellNeed[] = []
    const needs = columnNeeds(job, cells, numbers, size, found)
    const widths = fitColumns(needs, found, width)
    if (widths) return { size, widths, numbers }
    least = { needs, numbers }
  }
  job.report('table-too-wide', job.source(table.at), columns)
  const { needs, numbers } = least as NonNullable<typeof least>
  return { size: TABLE_SIZES.at(-1) as Pt, widths: squeezeColumns(needs, width), numbers }
}

function columnNeeds(
  job: Job,
  cells: readonly GridCell[],
  numbers: TableFit['numbers'],
  size: Pt,
  found: CellNeed[],
): readonly ColumnNeed[] {
  // Two characters are the least, so that no column becomes a thread.
  const needs = numbers.map((column) => {
    const least = Math.max(size * 2, numberWidth(column)) + SIDES
    return { least, most: least }
  })
  for (const cell of cells) {
    if (cell.columns > 1) continue
    const need = needs[cell.column] as { least: Pt; most: Pt }
    for (const line of cellPieces(job, cell.cell, size)) {
      let whole = 0
      let word = 0
      for (const { glyph } of job.cut(line)) {
        whole += glyph.width
        word = Math.max(word, glyph.width)
      }
      need.least = Math.max(need.least, Math.min(word, size * LONGEST_WORD) + SIDES)
      need.most = Math.max(need.most, whole + SIDES)
      found.push({ row: cell.row, column: cell.column, width: whole + SIDES })
    }
  }
  return needs
}
