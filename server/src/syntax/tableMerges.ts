/** A cell of the grid that text may stand in, with what is joined to it. */
export interface MergedCell {
  readonly row: number
  readonly column: number
  /** Last column and row that it covers. */
  right: number
  bottom: number
}

/** A table whose marks `<<` and `^^` are resolved. */
export interface Merges {
  /** By row and column, all rows alike long: the cell that covers the place. */
  readonly grid: readonly (readonly MergedCell[])[]
  /** Marks that make no rectangle with what they point to; their places stay cells of their own. */
  readonly stray: readonly { readonly row: number; readonly column: number }[]
}

/**
 * Joins cells: `<<` to the cell on the left, `^^` to the cell above. Only rectangles are made: a cell that is joined
 * upwards takes its whole width along, so `^^` must stand below each column of what is above, or `^^` and then `<<`.
 * @param texts of the cells as typed, by row
 */
export function resolveMerges(texts: readonly (readonly string[])[]): Merges {
  const width = texts.reduce((most, row) => Math.max(most, row.length), 0)
  const grid: MergedCell[][] = []
  const stray: { row: number; column: number }[] = []
  for (const [row, marks] of texts.entries()) {
    const line: MergedCell[] = []
    for (let column = 0; column < width; column++) {
      const above = grid[row - 1]?.[column]
      const left = line[column - 1]
      if (marks[column] === '^^' && above?.column === column && reachesDown(marks, above)) {
        above.bottom = row
        while (column < above.right) line[column++] = above
        line[column] = above
      } else if (marks[column] === '<<' && left?.row === row) {
        left.right = column
        line[column] = left
      } else {
        if (marks[column] === '^^' || marks[column] === '<<') stray.push({ row, column })
        line[column] = { row, column, right: column, bottom: row }
      }
    }
    grid.push(line)
  }
  return { grid, stray }
}

/** Whether a row joins all columns of a cell above it to that cell. */
function reachesDown(marks: readonly string[], above: MergedCell): boolean {
  for (let column = above.column + 1; column <= above.right; column++) {
    if (marks[column] !== '^^' && marks[column] !== '<<') return false
  }
  return true
}
