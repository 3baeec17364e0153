import type { Finding } from '../text/finding.ts'
import type { Span } from '../text/span.ts'
import type { Pairing } from './boxes.ts'
import type { Block } from './tree.ts'

/** What in one section is not of the dialect. Spans are relative to the section. */
export function findProblems(_text: string, _pairing: Pairing<Block>, _suspects: readonly Span[]): readonly Finding[] {
  return []
}
