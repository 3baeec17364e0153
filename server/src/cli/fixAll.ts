import type { Edit } from '../text/edit.ts'
import { applyEdits, withoutOverlap } from '../text/edit.ts'
import type { Finding } from '../text/finding.ts'
import type { Reading } from '../workspace/workspace.ts'

type Document = Reading['document']

/** Mending one thing can uncover another, but never endlessly. */
const ROUNDS = 10

/** What was fixed: the new text, its document and the number of edits. */
interface Fixed {
  readonly text: string
  readonly document: Document
  readonly count: number
}

function safeEdits(findings: readonly Finding[], uri: string): readonly Edit[] {
  const edits = findings
    .filter((finding) => !finding.ignored)
    .flatMap(({ fixes }) => fixes.find(({ kind }) => kind === 'safe')?.edits ?? [])
    .filter((each) => each.uri === uri)
    .flatMap((each) => each.edits)
  return withoutOverlap(edits)
}

/** Applies all safe fixes, again and again until there is none left. */
export async function fixAll(
  document: Document,
  text: string,
  work: {
    check(document: Document): readonly Finding[]
    reopen(text: string): Promise<Document>
  },
): Promise<Fixed> {
  let fixed: Fixed = { text, document, count: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const edits = safeEdits(work.check(fixed.document), fixed.document.uri)
    const next = applyEdits(fixed.text, edits)
    if (next === fixed.text) break
    fixed = { text: next, document: await work.reopen(next), count: fixed.count + edits.length }
  }
  return fixed
}
