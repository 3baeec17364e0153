import type { Cell } from '../model/document.ts'

/** A cell with its place in the grid. */
export interface GridCell {
  readonly cell: Cell
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** Finds the column of every cell: those joined to another are not in the list, so their places are skipped. */
export function gridOf(rows: readonly (readonly Cell[])[]): readonly GridCell[] {
  const cells: GridCell[] = []
  /** By column: the first row that is free again. */
  const free: number[] = []
  rows.forEach((row, index) => {
    let column = 0
    for (const cell of row) {
      while ((free[column] ?? 0) > index) column += 1
      const spanned = Math.min(cell.rows, rows.length - index)
      cells.push({ cell, row: index, column, rows: spanned, columns: cell.columns })
      for (let i = 0; i < cell.columns; i++) free[column + i] = index + spanned
      column += cell.columns
    }
  })
  return cells
}
