/** Rules that are a list of words to avoid, each with what to write instead. */
import { message } from '../text/message.ts'
import { eachMatch } from './matches.ts'

export interface Term {
  /** Source of a linear pattern; its conditions keep it out of other words. */
  readonly pattern: string
  /** What to write, as the message says it; also the fix where it is one expression. */
  readonly instead: string
  /** The advice explains and cannot stand in the text. */
  readonly advice?: true
}

/**
 * A visitor for a list of terms.
 * @param template says what is wrong of {0}, and what to write, {1}
 */
export function eachTerm(terms: readonly Term[], template: string) {
  const pattern = new RegExp(terms.map((term) => `(${term.pattern})`).join('|'), 'g')
  return eachMatch(pattern, (match) => {
    const term = terms[match.slice(1).findIndex((group) => group !== undefined)]
    if (!term) return undefined
    return {
      message: message(template, match[0], term.instead),
      ...(term.advice ? {} : { instead: term.instead }),
    }
  })
}
