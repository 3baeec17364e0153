/** Existing documents in plain text: as the dialect that a person goes on with, and as what a check reads. */
import { format } from '../format/format.ts'
import type { GongwenDocument } from '../model/document.ts'
import { type Account, KEEPS_NOTE, readPlainText } from '../model/plainText.ts'
import { sourceText } from '../syntax/tree.ts'
import { applyEdits } from '../text/edit.ts'
import type { Finding } from '../text/finding.ts'
import type { Span } from '../text/span.ts'
import { readAlone } from './readAlone.ts'

/** A plain text as a check sees it. */
export interface PlainReading {
  /** In the dialect. */
  readonly text: string
  /** From findings about `text` to findings about the plain text: without fixes, for those would change the other one. */
  place(findings: readonly Finding[]): readonly Finding[]
}

/** Problems of a spelling that a plain text does not have. */
const OF_THE_DIALECT = new RegExp(`^(?:syntax-|(?:model-part-unnamed|${KEEPS_NOTE.join('|')})$)`)

export function readForCheck(input: string): PlainReading {
  const { text, origin } = readPlainText(input, KEEPS_NOTE)
  const at = (span: Span) => origin(span)
  return {
    text,
    place: (findings) =>
      findings
        .filter(({ rule }) => !OF_THE_DIALECT.test(rule))
        .map(
          (finding): Finding => ({
            ...finding,
            span: at(finding.span),
            fixes: [],
            ...(finding.also ? { also: finding.also.map(at) } : {}),
          }),
        )
        .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  }
}

/** The 公文 in the dialect, in canonical form, and what became of the elements that are no running text. */
export function importText(input: string): { readonly text: string; readonly accounts: readonly Account[] } {
  const { text, accounts } = readPlainText(input)
  return { text: applyEdits(text, format(readAlone(text))), accounts }
}

/** Fewer lines than this are an excerpt, not a 公文. */
const FEWEST_LINES = 3

/**
 * What to put in place of `replaced` when a plain text is pasted over it; undefined where it should go in as it is: into a
 * document that says something already, or when the text is no 公文 or is in the dialect.
 */
export function pasteText(document: GongwenDocument, replaced: Span, pasted: string): string | undefined {
  const source = sourceText(document.tree)
  const rest = source.slice(0, replaced.start) + source.slice(replaced.end)
  if (rest.trim() !== '' || /^(?:---|#{1,6}\s|::)/m.test(pasted)) return undefined
  if (pasted.split(/\r?\n/).filter((line) => line.trim() !== '').length < FEWEST_LINES) return undefined
  const { text, accounts } = importText(pasted)
  return accounts.length > 0 || text.startsWith('# ') ? text : undefined
}
