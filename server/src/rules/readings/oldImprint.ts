/** Lines of the 版记 that the standard of 2012 has no more; in older documents they are right. */

import type { GongwenDocument } from '../../model/document.ts'
import { findDate } from '../../standard/dates.ts'
import type { At, Section } from '../../syntax/tree.ts'
import type { Message } from '../../text/finding.ts'
import { factsOf, sectionFacts } from '../engine/sectionFacts.ts'
import { textLines } from '../engine/textLines.ts'
import type { RuleContext } from '../rule.ts'
import { dropLine } from './wholeLine.ts'

/** GB/T 9704—2012 holds since July 2012. */
const SINCE = { year: 2012, month: 7 }

/** @param first a character that every such line contains */
export function reportsOldLines(first: string, pattern: RegExp, message: Message) {
  const linesOf = sectionFacts((section: Section): readonly At[] =>
    section.text.includes(first)
      ? textLines(section).flatMap(({ text, at }) => (text.length <= 120 && pattern.test(text) ? [at] : []))
      : [],
  )
  return (document: GongwenDocument, { report }: RuleContext): void => {
    for (const { fact } of factsOf(document.tree, linesOf)) {
      if (!isOld(document)) report({ at: fact, message, fixes: [dropLine(fact)] })
    }
  }
}

function isOld({ head }: GongwenDocument): boolean {
  const date = findDate(String(head.issueDate?.value ?? ''))
  return date !== undefined && date.year * 12 + date.month < SINCE.year * 12 + SINCE.month
}
