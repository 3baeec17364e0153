import { buildDocument } from '../../server/src/model/build.ts'
import type { GongwenDocument } from '../../server/src/model/document.ts'
import type { Clock } from '../../server/src/ports/clock.ts'
import { EMPTY_PROFILE, type Profile } from '../../server/src/profile/profile.ts'
import { parse } from '../../server/src/syntax/parse.ts'

/** Noon of 22 November 2026 in Beijing. */
export const clock: Clock = { now: () => new Date('2026-11-22T04:00:00Z'), offset: () => 480 }

/** Where the cursor stands in a test's text. */
const CURSOR = '‸'

export interface Marked {
  readonly document: GongwenDocument
  readonly text: string
  readonly cursor: number
}

/** The document that the text is without its cursor mark. */
export function marked(source: string, profile: Profile = EMPTY_PROFILE): Marked {
  const cursor = source.indexOf(CURSOR)
  const text = source.replace(CURSOR, '')
  const uri = 'file:///公文/甲.gw.md'
  const document = buildDocument({ uri, version: 1, tree: parse(text), profile })
  return { document, text, cursor }
}

/** A text as a test writes it: lines without the indentation of the code. */
export function lines(...each: readonly string[]): string {
  return each.join('\n')
}
