import type { Span } from './span.ts'

/** Replace the text in `span` by `text`. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** Edits sorted by place; of two that overlap the first named wins, so that a set of fixes can always be applied. */
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

/** The text after the edits. They may come in any order; overlapping ones are dropped by {@link withoutOverlap}. */
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
