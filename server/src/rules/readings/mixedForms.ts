/** Rules of consistency: of two ways to write the same thing, one is reported when the document also uses the other. */

import type { GongwenDocument } from '../../model/document.ts'
import type { Section } from '../../syntax/tree.ts'
import { matchesOf } from '../../text/matches.ts'
import { type Span, shift } from '../../text/span.ts'
import { factsOf, sectionFacts } from '../engine/sectionFacts.ts'
import { textLines } from '../engine/textLines.ts'
import { replaceBy } from '../fixes.ts'
import type { Remark } from '../matches.ts'
import type { RuleContext } from '../rule.ts'

interface Use {
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
  /** What to say where the document writes the odd form throughout; nothing unless given. */
  readonly throughout?: (odd: string) => Remark | undefined
}

/** A visitor of the document. A line is searched only when its section has changed, and for the usual form only where there is an odd one. */
export function mixedForms({ odd, usual, triggers, remark, throughout }: Forms) {
  const mark = new RegExp(`[${triggers.replace(/[\]\\^-]/g, '\\$&')}]`)
  const oddOf = sectionFacts((section: Section): readonly Use[] =>
    textLines(section).flatMap(({ text, at }) =>
      mark.test(text)
        ? matchesOf(odd, text).map((match) => {
            const start = at.span.start + match.index
            return { text: match[0], span: { start, end: start + match[0].length } }
          })
        : [],
    ),
  )
  const firstUsual = sectionFacts((section: Section): string | undefined => {
    for (const { text } of textLines(section)) {
      const match = mark.test(text) ? matchesOf(usual, text)[0] : undefined
      if (match) return match[0]
    }
    return undefined
  })
  return ({ tree }: GongwenDocument, { report }: RuleContext): void => {
    const uses = factsOf(tree, oddOf)
    const other = uses.length === 0 ? undefined : firstOf(tree.sections, firstUsual)
    if (other === undefined && !throughout) return
    for (const { fact, offset } of uses) {
      const said = other === undefined ? throughout?.(fact.text) : remark(fact.text, other)
      if (!said) continue
      const span = shift(fact.span, offset)
      report({
        at: span,
        message: said.message,
        ...(said.severity ? { severity: said.severity } : {}),
        ...(said.instead === undefined ? {} : { fixes: [replaceBy('suggestion', span, said.instead)] }),
      })
    }
  }
}

function firstOf<Fact>(sections: readonly Section[], factOf: (section: Section) => Fact | undefined): Fact | undefined {
  for (const section of sections) {
    const fact = factOf(section)
    if (fact !== undefined) return fact
  }
  return undefined
}
