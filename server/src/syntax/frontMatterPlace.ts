import type { Span } from '../text/span.ts'
import { trimmedEnd, trimmedStart } from './blanks.ts'

/** Where the front matter stands: always from 0 to `end`, the closing line and its line end included. */
export interface FrontMatterPlace {
  readonly end: number
  /** The opening `---`. */
  readonly opening: Span
  /** From the opening to the closing mark, or to the last ink when there is none. */
  readonly ink: Span
  /** What lies between the two marks. */
  readonly content: Span
  /** `...` and no mark at all are read too, with a finding. */
  readonly closedBy: '---' | '...' | 'nothing'
}

interface Line {
  readonly start: number
  /** Without the line end. */
  readonly end: number
  readonly next: number
}

/** A line that begins an entry: `密级: 机密`, also `密级：机密`. */
const KEY_LINE = /^["']?[^\s:：#,，。；;"'[\]{}-][^\s:：,，。；;"'[\]{}]{0,15}["']?[ \t\u3000]*[:：]/
/** Inside an unclosed block only these go on: entries with a value, list items, continued values. */
const GOES_ON =
  /^(?:["']?[^\s:：#,，。；;"'[\]{}-][^\s:：,，。；;"'[\]{}]{0,15}["']?[ \t\u3000]*(?::|：[ \t\u3000]*\S)|- |[ \t]+\S)/

/** Finds the front matter of a text, however carelessly it is fenced; `undefined` when there is none. */
export function findFrontMatter(text: string): FrontMatterPlace | undefined {
  const opening = firstInk(text)
  if (!opening || !isMark(text, opening, '---')) return undefined
  const first = lineFrom(text, opening.next)
  const looksLikeKey = first !== undefined && KEY_LINE.test(text.slice(first.start, first.end))
  if (opening.start > 0 && !looksLikeKey) return undefined
  for (let line = first; line; line = lineFrom(text, line.next)) {
    const closedBy = isMark(text, line, '---') ? '---' : isMark(text, line, '...') ? '...' : undefined
    if (closedBy) return place(text, opening.start, { start: opening.next, end: line.start }, line.next, closedBy)
  }
  return first && GOES_ON.test(text.slice(first.start, first.end)) ? unclosed(text, opening) : undefined
}

/** Whether an edit could turn what is not front matter into one, or the other way round. */
export function mayBeginFrontMatter(text: string): boolean {
  const line = firstInk(text)
  return line !== undefined && isMark(text, line, '---')
}

function unclosed(text: string, opening: Line): FrontMatterPlace {
  let end = opening.next
  for (
    let line = lineFrom(text, end);
    line && GOES_ON.test(text.slice(line.start, line.end));
    line = lineFrom(text, end)
  )
    end = line.next
  return place(text, opening.start, { start: opening.next, end }, end, 'nothing')
}

function place(
  text: string,
  start: number,
  content: Span,
  end: number,
  closedBy: FrontMatterPlace['closedBy'],
): FrontMatterPlace {
  let inkEnd = end
  while (/\s/.test(text.charAt(inkEnd - 1))) inkEnd--
  return { end, opening: { start, end: start + 3 }, ink: { start, end: inkEnd }, content, closedBy }
}

function isMark(text: string, line: Line, mark: string): boolean {
  return text.startsWith(mark, line.start) && trimmedEnd(text, line.start, line.end) === line.start + mark.length
}

function firstInk(text: string): Line | undefined {
  for (let line = lineFrom(text, 0); line; line = lineFrom(text, line.next))
    if (trimmedStart(text, line.start, line.end) < line.end) return line
  return undefined
}

function lineFrom(text: string, start: number): Line | undefined {
  if (start >= text.length) return undefined
  let end = start
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
  const isPair = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10
  return { start, end, next: Math.min(text.length, end + (isPair ? 2 : 1)) }
}
