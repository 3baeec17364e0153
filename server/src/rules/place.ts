import type { At } from '../syntax/tree.ts'

/** A part of a place, counted from its start. */
export function within(at: At, start: number, end: number): At {
  return { section: at.section, span: { start: at.span.start + start, end: at.span.start + end } }
}

/** Where a finding is shown that stands nowhere in the text, or in another document: at the beginning. */
export const BEGINNING = { start: 0, end: 0 } as const
