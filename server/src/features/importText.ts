/** Existing documents in plain text: as the dialect that a person goes on with, and as what a check reads. */
import { format } from '../format/format.ts'
import { buildDocument } from '../model/build.ts'
import { type Account, readPlainText } from '../model/plainText.ts'
import { EMPTY_PROFILE } from '../profile/profile.ts'
import { parse } from '../syntax/parse.ts'
import { applyEdits } from '../text/edit.ts'
import type { Finding } from '../text/finding.ts'
import type { Span } from '../text/span.ts'

/** A plain text as a check sees it. */
export interface PlainReading {
  /** In the dialect. */
  readonly text: string
  /** From findings about `text` to findings about the plain text: without fixes, for those would change the other one. */
  place(findings: readonly Finding[]): readonly Finding[]
}

export function readForCheck(input: string): PlainReading {
  const { text, origin } = readPlainText(input)
  const at = (span: Span) => origin(span)
  return {
    text,
    place: (findings) =>
      findings
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
  const document = buildDocument({ uri: '', version: 0, tree: parse(text), profile: EMPTY_PROFILE })
  return { text: applyEdits(text, format(document)), accounts }
}
