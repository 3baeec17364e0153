import type { Part } from '../../model/document.ts'
import { absoluteSpan } from '../../syntax/tree.ts'
import type { Message } from '../../text/finding.ts'
import type { RuleContext } from '../rule.ts'
import { type Misnumbered, misnumbered } from './misnumbered.ts'
import { ordinalPlace, withNumber } from './numbering.ts'
import { renumberings } from './outlineNumbers.ts'

/** A visitor of parts that reports wrong numbers of one kind. */
export function reportMisnumbered(kind: Misnumbered['kind'], say: (written: string, expected: string) => Message) {
  return (part: Part, { document, report }: RuleContext): void => {
    for (const problem of misnumbered(part)) {
      const place = ordinalPlace(problem.block)
      if (problem.kind !== kind || !place) continue
      report({
        at: absoluteSpan(document.tree, place.at),
        message: say(place.text, withNumber(place.text, problem.expected) ?? String(problem.expected)),
        fixes: renumberings(problem, part, (at) => absoluteSpan(document.tree, at)),
      })
    }
  }
}
