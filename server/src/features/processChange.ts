/** What was changed in a 公文 since somebody last approved its text. */
import { splitText } from '../record/canonicalText.ts'
import { isSameDocument } from '../record/digests.ts'
import type { DocumentDigest } from '../record/entry.ts'
import type { Linked } from '../record/log.ts'
import type { ProcessState } from '../record/state.ts'
import { steps } from '../text/diff.ts'

export interface TextChange {
  /** The step since which the text is another. */
  readonly since: string
  /** Whether that step settled the text, so that it has to be done again. */
  readonly settled: boolean
  /**
   * 0-based lines of the present text that are new or stand where others were; undefined where the older text is not at
   * hand.
   */
  readonly lines?: readonly number[]
}

/**
 * @param text as it is now, with the digest `document`
 * @param settledText the 定稿, where it is at hand and what was settled
 */
export function textChange(
  state: ProcessState,
  text: string,
  document: DocumentDigest,
  settledText: string | undefined,
): TextChange | undefined {
  const { settled } = state
  if (!settled) {
    const last = lastApproval(state)
    if (!last || isSameDocument(last.entry.document, document)) return undefined
    return { since: last.entry.action, settled: false }
  }
  if (isSameDocument(settled.document, document)) return undefined
  const since = state.steps[settled.step]?.step.name ?? ''
  return { since, settled: true, ...(settledText === undefined ? {} : { lines: changedLines(settledText, text) }) }
}

function lastApproval({ steps: all }: ProcessState): Linked | undefined {
  return all.flatMap(({ done }) => done).at(-1)
}

/** Number and printing are filled in later, and are no change. */
function changedLines(before: string, after: string): readonly number[] {
  const old = linesOf(before)
  const now = linesOf(after)
  const later = new Set([...splitText(before).later, ...splitText(after).later])
  const changed = new Set<number>()
  let line = 0
  for (const [mark, piece] of steps(old, now)) {
    if (mark !== ' ' && !later.has(piece)) changed.add(Math.min(line, now.length - 1))
    if (mark !== '-') line++
  }
  return [...changed].sort((a, b) => a - b)
}

function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\s+$/, '')
    .split(/\r\n|\r|\n/)
}
