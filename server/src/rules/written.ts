/** Elements as the drafter wrote them: the target of rules about the front matter and the marks of the head. */
import type { Element } from '../model/document.ts'
import { type At, textAt } from '../syntax/tree.ts'
import type { RuleContext } from './rule.ts'

/** A piece of source and where it stands. */
export interface Written {
  readonly text: string
  /** `text` is exactly what `at` covers. */
  readonly at: At
}

/** The source text of an element; undefined for what was derived and so stands nowhere. */
export function written(element: Element<string, unknown> | undefined): Written | undefined {
  return element?.at && { text: textAt(element.at), at: element.at }
}

/** A visitor of an element by its source text. What was derived or left blank is passed over: other rules ask for it. */
export function asWritten<E extends Element<string, unknown>>(
  check: (typed: Written, context: RuleContext, element: E) => void,
): (element: E, context: RuleContext) => void {
  return (element, context) => {
    const typed = written(element)
    if (typed && typed.text.trim() !== '') check(typed, context, element)
  }
}
