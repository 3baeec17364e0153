import type { Span } from './span.ts'

/** Replace the text in `span` by `text`. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/**
 * Edits sorted by place, without overlaps, so that a set of fixes can always be applied. Of two that overlap the one that
 * starts first stays, of two with one start the shorter; the order in which they are named decides only between equal spans.
 */
export function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index)
  const kept: Edit[] = []
  let end = -1
  for (const { edit } of sorted) {
    const last = kept.at(-1)
    if (edit.span.start < end) continue
    if (last && last.span.start === edit.span.start && last.span.end === edit.span.end) continue
    kept.push(edit)
    end = edit.span.end
  }
  return kept
}

/** The text after the edits. They may come in any order; of those that overlap the first by place stays, see {@link withoutOverlap}. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const edit of withoutOverlap(edits)) {
    pieces.push(text.slice(at, edit.span.start), edit.text)
    at = edit.span.end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/** The one edit that makes `after` of `before`: what both begin and end with is left out. */
export function smallestEdit(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  return { span: { start: head, end: before.length - tail }, text: after.slice(head, after.length - tail) }
}
