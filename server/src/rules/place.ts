import type { Element } from '../model/document.ts'
import { type At, textAt } from '../syntax/tree.ts'

/** An element as the drafter typed it. */
export interface Written {
  readonly text: string
  readonly at: At
}

/** The source text of an element; undefined for what was derived and so stands nowhere. */
export function written(element: Element<string, unknown> | undefined): Written | undefined {
  return element?.at && { text: textAt(element.at), at: element.at }
}

/** A part of a place, counted from its start. */
export function within(at: At, start: number, end: number): At {
  return { section: at.section, span: { start: at.span.start + start, end: at.span.start + end } }
}

/** Where a finding of another document is shown: at its beginning. */
export const BEGINNING = { start: 0, end: 0 } as const
