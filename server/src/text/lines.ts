/** A place as LSP counts it: 0-based line, 0-based UTF-16 code unit in the line. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** Offsets at which the lines of a text begin. LF, CRLF and lone CR end a line, as in LSP. */
export interface LineIndex {
  readonly starts: readonly number[]
  readonly length: number
}

export function indexLines(text: string): LineIndex {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++
    if (unit === 10 || unit === 13) starts.push(i + 1)
  }
  return { starts, length: text.length }
}

/** Number of the line that holds `offset`, found by bisection. */
export function lineAt(index: LineIndex, offset: number): number {
  let low = 0
  let high = index.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((index.starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** 0-based line and UTF-16 column; an offset outside the text counts as its nearest end. */
export function positionAt(index: LineIndex, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, index.length))
  const line = lineAt(index, inside)
  return { line, character: inside - (index.starts[line] as number) }
}

/** The offset of a position; one behind the end of its line or of the text is moved back to that end. */
export function offsetAt(index: LineIndex, position: Position): number {
  if (position.line < 0) return 0
  const start = index.starts[position.line]
  if (start === undefined) return index.length
  const next = index.starts[position.line + 1] ?? index.length
  return Math.min(start + Math.max(0, position.character), next)
}
