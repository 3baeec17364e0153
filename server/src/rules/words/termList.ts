/** Rules that are a list of words to avoid, each with what to write instead. */
import { message } from '../../text/message.ts'
import { eachMatch } from '../matches.ts'

export interface Term {
  /** Source of a linear pattern; its conditions keep it out of other words. */
  readonly pattern: string
  /** What to write, as the message says it; also the fix where it is one expression. */
  readonly instead: string
  /** The advice explains and cannot stand in the text. */
  readonly advice?: true
}

/** A member of a list, 香港、新加坡, up to its end. */
export const LISTED = (member: string): string => `(?<=(?:${member})(?:、[^，。；、的]{2,8}){0,4})`
/** 等国家 and nothing that makes it right (等国家和地区) or another word (等国家机关, 等国际城市). */
export const COUNTRIES = '等国(?:家)?(?=的(?!行为|事务)|代表|来|参|企业|客|留学|游|签|市场|专家|[，。；]|$)'

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
      message: message(template, match[0], term.advice ? message(term.instead) : term.instead),
      ...(term.advice ? {} : { instead: term.instead }),
    }
  })
}
