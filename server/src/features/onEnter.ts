/** Enter behind an item begins the next one and moves the numbers behind it on; behind an ordinal alone it takes the ordinal away, and the line that was begun. */
import type { GongwenDocument } from '../model/document.ts'
import { withNumber } from '../rules/outline/numbering.ts'
import { renumberFrom } from '../rules/outline/outlineNumbers.ts'
import { readOrdinal } from '../standard/ordinals.ts'
import { absoluteSpan, sourceText } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'
import { numberedAt } from './renumber.ts'

/**
 * @param offset behind the line end that was just typed
 * @returns nothing in the middle of a line, and below a heading: its text comes next
 */
export function onEnter(document: GongwenDocument, offset: number): readonly Edit[] {
  const text = sourceText(document.tree)
  const line = lineBefore(text, offset)
  if (!line || !/^[ \t]*(?:[\r\n]|$)/.test(text.slice(offset))) return []
  const written = text.slice(line.start, line.end)
  const ordinal = readOrdinal(written)
  if (!ordinal) return []
  if (written.slice(ordinal.length).trim() === '') return [{ span: { start: line.start, end: offset }, text: '' }]
  const found = numberedAt(document, line.start)
  if (!found || (found.block.kind === 'heading' && found.block.runIn === undefined)) return []
  const next = withNumber(ordinal.written, ordinal.number + 1)
  if (next === undefined) return []
  // Articles have a space behind the number, the others none.
  const space = written.slice(ordinal.written.length, ordinal.length)
  const gap = isSpaced(text, line.start) ? lineEnding(text) : ''
  const inserted = { span: { start: offset, end: offset }, text: gap + next + space }
  return [inserted, ...moveOn(document, found)]
}

/** The next sibling has the number that the new one takes. */
function moveOn(
  document: GongwenDocument,
  { part, block }: NonNullable<ReturnType<typeof numberedAt>>,
): readonly Edit[] {
  const { number } = block.ordinal
  const edits = renumberFrom(block, number, part, (at) => absoluteSpan(document.tree, at))
  // Only an outline that is in order is kept in order: another is not made worse unasked.
  if (edits === undefined || edits.length > 0) return []
  const moved = renumberFrom(block, number + 1, part, (at) => absoluteSpan(document.tree, at)) ?? []
  return moved.slice(1)
}

function lineBefore(text: string, offset: number): Span | undefined {
  let end = offset
  if (text[end - 1] === '\n') end--
  if (text[end - 1] === '\r') end--
  if (end === offset) return undefined
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1
  return { start, end }
}

/** Whether a blank line stands before the line, as the canonical spelling has it. */
function isSpaced(text: string, lineStart: number): boolean {
  return /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, lineStart - 40), lineStart))
}

function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}
