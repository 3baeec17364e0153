import type { Edit } from '../text/edit.ts'
import { withoutOverlap } from '../text/edit.ts'
import type { Span } from '../text/span.ts'

/** Marks characters that were put in: they stand nowhere in the input. */
const INSERTED = -1

/** A text of which every character knows where it stood in the input that the text was made of. */
export interface MappedText {
  readonly text: string
  /** Offset in the input by offset in the text, or -1. */
  readonly origins: Int32Array
}

/** A text as it was read: every character comes from its own place. */
export function mapped(text: string): MappedText {
  return { text, origins: Int32Array.from({ length: text.length }, (_, index) => index) }
}

/**
 * The text after the edits, which count from the text as it stands. What is put in comes from nowhere, unless it ends with
 * what it replaces: that is kept.
 */
export function editMapped({ text, origins }: MappedText, edits: readonly Edit[]): MappedText {
  const pieces: string[] = []
  const kept: Int32Array[] = []
  let at = 0
  for (const { span, text: inserted } of withoutOverlap(edits)) {
    pieces.push(text.slice(at, span.start), inserted)
    const same = inserted.endsWith(text.slice(span.start, span.end)) ? span.end - span.start : 0
    kept.push(
      origins.subarray(at, span.start),
      new Int32Array(inserted.length - same).fill(INSERTED),
      origins.subarray(span.end - same, span.end),
    )
    at = span.end
  }
  pieces.push(text.slice(at))
  kept.push(origins.subarray(at))
  const joined = new Int32Array(kept.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  for (const piece of kept) {
    joined.set(piece, end)
    end += piece.length
  }
  return { text: pieces.join(''), origins: joined }
}

/** Says that the characters of `span` are those of the input from `origin` on. */
export function claim({ text, origins }: MappedText, span: Span, origin: number): MappedText {
  const claimed = origins.slice()
  for (let at = span.start; at < span.end; at++) claimed[at] = origin + at - span.start
  return { text, origins: claimed }
}

/**
 * The place in the input of a place in the text; of text that was put in, the end of what stands before it.
 * Half-open, also for characters that the input has in another order.
 */
export function originOf({ origins }: MappedText, { start, end }: Span): Span {
  let first = Number.POSITIVE_INFINITY
  let last = INSERTED
  for (let at = start; at < end; at++) {
    const origin = origins[at] as number
    if (origin === INSERTED) continue
    first = Math.min(first, origin)
    last = Math.max(last, origin)
  }
  if (last !== INSERTED) return { start: first, end: last + 1 }
  for (let at = Math.min(start, origins.length) - 1; at >= 0; at--) {
    const origin = origins[at] as number
    if (origin !== INSERTED) return { start: origin + 1, end: origin + 1 }
  }
  return { start: 0, end: 0 }
}
