// Offsets in the tree to positions of the protocol and back. Both count UTF-16 code units; only the BOM lies between.
import type { Position, Range } from 'vscode-languageserver'
import { offsetAt, positionAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { Snapshot } from '../workspace/snapshot.ts'

export function toRange({ lines, lead }: Snapshot, span: Span): Range {
  return { start: positionAt(lines, span.start + lead), end: positionAt(lines, span.end + lead) }
}

/** Offset in the text as the editor has it, BOM counted. Whatever an editor sends becomes a place inside the text. */
export function toTextOffset({ lines, text }: Snapshot, position: Position): number {
  const line = whole(position.line)
  const offset = offsetAt(lines, { line, character: whole(position.character) })
  const next = lines.starts[line + 1]
  if (next === undefined) return offset
  // A character behind the end of its line means that end, which is before the line break.
  return Math.min(offset, next - (text[next - 2] === '\r' && text[next - 1] === '\n' ? 2 : 1))
}

/** Offset as the tree counts. */
export function toOffset(snapshot: Snapshot, position: Position): number {
  return Math.max(0, toTextOffset(snapshot, position) - snapshot.lead)
}

export function toSpan(snapshot: Snapshot, range: Range): Span {
  const a = toOffset(snapshot, range.start)
  const b = toOffset(snapshot, range.end)
  return { start: Math.min(a, b), end: Math.max(a, b) }
}

function whole(number: unknown): number {
  return typeof number === 'number' && number > 0 ? Math.floor(Math.min(number, 2 ** 31)) : 0
}
