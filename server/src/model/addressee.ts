import { ANNOUNCING_ENDINGS, ORGAN_OR_PERSON_ENDINGS, REASON_OPENINGS } from '../standard/formulae.ts'
import type { Part } from './document.ts'
import { elementOn } from './element.ts'
import type { Line, Lines } from './line.ts'
import { splitOrgans } from './organList.ts'

const MOST_LINES = 40
const MOST_CHARACTERS = 20_000

/** 主送机关 and the first line behind it. */
export interface AddresseeReading {
  readonly addressee?: NonNullable<Part['addressee']>
  readonly end: number
}

/**
 * The first paragraph behind the title, ending with a colon; it may run over several lines. A line that gives a reason or announces
 * what follows is none. In parts other than the main text its last name must look like the name of an organ or a person.
 */
export function readAddressee(lines: Lines, from: number, to: number, main: boolean): AddresseeReading {
  const taken: Line[] = []
  let at = from
  for (; at < to && taken.length < MOST_LINES; at++) {
    const line = lines[at] as Line
    if (line.kind === 'comment') continue
    if (line.kind !== 'text' || line.ordinal || line.form !== 'plain' || /[。！？]/.test(line.text))
      return { end: from }
    taken.push(line)
    if (/[：:]$/.test(line.text)) break
    if (/[：:]/.test(line.text)) return { end: from }
  }
  const joined = taken.map(({ text }) => text).join('')
  if (joined.length > MOST_CHARACTERS || !/[：:]$/.test(joined) || !mayAddress(joined, main)) return { end: from }
  const names = splitOrgans(joined.slice(0, -1)).map(({ name }) => name)
  return { addressee: elementOn('addressee', names as readonly string[], taken), end: at + 1 }
}

function mayAddress(text: string, main: boolean): boolean {
  const bare = text.slice(0, -1).replace(/[（(][^（()）]*[）)]$/, '')
  if (bare === '') return false
  if (/；/.test(bare) && !bare.split('；').every((name) => ORGAN_OR_PERSON_ENDINGS.test(name))) return false
  const organ = ORGAN_OR_PERSON_ENDINGS.test(bare)
  if (ANNOUNCING_ENDINGS.test(text) && !organ) return false
  if (REASON_OPENINGS.test(bare) && !(organ && !/[，,]/.test(bare))) return false
  return main ? organ || !/(?:如下|下列|以下)/.test(bare) : organ && bare.length <= 200
}
