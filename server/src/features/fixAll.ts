/** Makes every fix that cannot change what the text says, again and again until none is left, as one set of edits. */
import type { GongwenDocument } from '../model/document.ts'
import { sourceText } from '../syntax/tree.ts'
import { applyEdits, type Edit, smallestEdit } from '../text/edit.ts'
import type { Finding } from '../text/finding.ts'
import { shift } from '../text/span.ts'
import { revise } from '../workspace/revise.ts'
import { countMended } from './countMended.ts'
import { currentSurroundings, diagnostics, type Surroundings } from './diagnostics.ts'
import { joinFixes } from './joinFixes.ts'

/** Fixes may uncover others (a bracket, then the year in it); rules that undo one another must not loop for ever. */
const MOST_ROUNDS = 8

export interface FixedAll {
  readonly edits: readonly Edit[]
  /** How many findings the edits mend. */
  readonly mended: number
  /** What is still found after the edits. */
  readonly left: readonly Finding[]
}

export function fixAll(document: GongwenDocument, surroundings: Surroundings): FixedAll {
  const before = sourceText(document.tree)
  // What pages show holds only until the first edit.
  const { layout: _, ...ofText } = currentSurroundings(document, surroundings)
  let current = document
  let after = before
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(diagnostics(current, ofText), document.uri)
    if (edits.length === 0) break
    after = applyEdits(after, edits)
    current = revise(current, edits)
  }
  if (after === before) return { edits: [], mended: 0, left: diagnostics(document, surroundings) }
  const left = diagnostics(current, ofText)
  return { edits: difference(before, after), mended: countMended(diagnostics(document, ofText), left), left }
}

function safeEdits(findings: readonly Finding[], uri: string): readonly Edit[] {
  const fixes = findings.flatMap((finding) => finding.fixes.filter((fix) => fix.kind === 'safe').slice(0, 1))
  return joinFixes(fixes.map((fix) => fix.edits.filter((each) => each.uri === uri).flatMap((each) => each.edits)))
}

/** Edits from one text to another: by lines when their number is the same, so that the cursor stays where it is; else one. */
function difference(before: string, after: string): readonly Edit[] {
  if (before === after) return []
  const old = before.split('\n')
  const lines = after.split('\n')
  if (old.length !== lines.length) return [smallestEdit(before, after)]
  const edits: Edit[] = []
  let start = 0
  for (const [index, line] of old.entries()) {
    const next = lines[index] as string
    if (next !== line) {
      const { span, text } = smallestEdit(line, next)
      edits.push({ span: shift(span, start), text })
    }
    start += line.length + 1
  }
  return edits
}
