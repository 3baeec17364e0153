/**
 * Whole documents over which all rules run. Under a line stand its findings, `^ rule text`, in order of place;
 * a finding without such a line fails, and so does such a line without a finding.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexLines, lineAt } from '../../server/src/text/lines.ts'
import { draft } from '../support/rules.ts'

const folder = join(import.meta.dirname, '../fixtures/rules')

describe('all rules over whole documents', () => {
  for (const file of readdirSync(folder).sort()) {
    it(file, () => {
      const marked = readFileSync(join(folder, file), 'utf8')
      const text = marked.replace(/^\^ .*\n/gm, '')
      assert.equal(withMarks(text), marked)
    })
  }
})

/** The text with a mark under every line that has findings. */
function withMarks(text: string): string {
  const index = indexLines(text)
  const marks = new Map<number, string[]>()
  for (const { rule, span, ignored } of draft(text)) {
    if (ignored) continue
    const line = lineAt(index, span.start)
    marks.set(line, [
      ...(marks.get(line) ?? []),
      `^ ${rule} ${text.slice(span.start, span.end).replaceAll('\n', '⏎')}\n`,
    ])
  }
  return index.starts
    .map((start, line) => text.slice(start, index.starts[line + 1] ?? text.length) + (marks.get(line) ?? []).join(''))
    .join('')
}
