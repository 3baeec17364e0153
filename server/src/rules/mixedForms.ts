/** Rules of consistency: of two ways to write the same thing, one is reported when the document also uses the other. */

import type { GongwenDocument } from '../model/document.ts'
import type { Section } from '../syntax/tree.ts'
import { matchesOf } from '../text/matches.ts'
import { type Span, shift } from '../text/span.ts'
import { replaceBy } from './fixes.ts'
import type { Remark } from './matches.ts'
import type { RuleContext } from './rule.ts'
import { factsOf, sectionFacts } from './sectionFacts.ts'
import { textLines } from './textLines.ts'

interface Use {
  readonly form: 'odd' | 'usual'
  readonly text: string
  readonly span: Span
}

interface Forms {
  /** Both global and linear. */
  readonly odd: RegExp
  readonly usual: RegExp
  /** Of these characters one stands in every line that uses either form. */
  readonly triggers: string
  /** @param usual how the document writes it elsewhere, the first time */
  readonly remark: (odd: string, usual: string) => Remark | undefined
}

/** A visitor of the document. A line is searched only when its section has changed. */
export function mixedForms({ odd, usual, triggers, remark }: Forms) {
  const mark = new RegExp(`[${triggers.replace(/[\]\\^-]/g, '\\$&')}]`)
  const usesOf = sectionFacts((section: Section): readonly Use[] => {
    const uses: Use[] = []
    for (const { text, at } of textLines(section)) {
      if (!mark.test(text)) continue
      for (const [form, pattern] of [
        ['odd', odd],
        ['usual', usual],
      ] as const) {
        for (const match of matchesOf(pattern, text)) {
          const start = at.span.start + match.index
          uses.push({ form, text: match[0], span: { start, end: start + match[0].length } })
        }
      }
    }
    return uses
  })
  return ({ tree }: GongwenDocument, { report }: RuleContext): void => {
    let other: string | undefined
    const reported: { readonly text: string; readonly span: Span }[] = []
    for (const { fact, offset } of factsOf(tree, usesOf)) {
      if (fact.form === 'usual') other ??= fact.text
      else reported.push({ text: fact.text, span: shift(fact.span, offset) })
    }
    if (other === undefined) return
    for (const { text, span } of reported) {
      const said = remark(text, other)
      if (!said) continue
      report({
        at: span,
        message: said.message,
        ...(said.instead === undefined ? {} : { fixes: [replaceBy('suggestion', span, said.instead)] }),
      })
    }
  }
}
