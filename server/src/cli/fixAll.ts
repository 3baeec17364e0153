import type { Edit } from '../text/edit.ts'
import { applyEdits, withoutOverlap } from '../text/edit.ts'
import type { Finding } from '../text/finding.ts'
import type { Reading } from '../workspace/workspace.ts'

type Document = Reading['document']

/** Mending one thing can uncover another, but never endlessly. */
const ROUNDS = 10

/** What was fixed: the new text, its document and the number of fixes. */
interface Fixed {
  readonly text: string
  readonly document: Document
  readonly count: number
}

/** Safe fixes that can be made together, and the edits they consist of. */
function safeFixes(
  findings: readonly Finding[],
  uri: string,
): { readonly edits: readonly Edit[]; readonly count: number } {
  const fixes = findings
    .filter((finding) => !finding.ignored)
    .flatMap((finding) => finding.fixes.find(({ kind }) => kind === 'safe') ?? [])
    .map((fix) => fix.edits.filter((each) => each.uri === uri).flatMap((each) => each.edits))
  const kept = new Set(withoutOverlap(fixes.flat()))
  const whole = fixes.filter((edits) => edits.every((edit) => kept.has(edit)))
  return { edits: whole.flat(), count: whole.length }
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
    const { edits, count } = safeFixes(work.check(fixed.document), fixed.document.uri)
    const next = applyEdits(fixed.text, edits)
    if (next === fixed.text) break
    fixed = { text: next, document: await work.reopen(next), count: fixed.count + count }
  }
  return fixed
}
