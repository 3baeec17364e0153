import { type LineIndex, lineAt } from '../../text/lines.ts'

/** A place as people count it: 1-based line, 1-based character (code point) in the line. */
export function humanPosition(
  { text, lines }: { readonly text: string; readonly lines: LineIndex },
  offset: number,
): { readonly line: number; readonly character: number } {
  const line = lineAt(lines, offset)
  const before = text.slice(lines.starts[line], offset)
  return { line: line + 1, character: [...before].length + 1 }
}
