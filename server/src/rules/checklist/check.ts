import type { GongwenDocument } from '../../model/document.ts'

/** What is checked together, in the order in which people check. */
export const CHECK_GROUPS = ['行文', '内容', '文种与格式', '文字与数字', '签发与印发'] as const

/** Something to make sure of before a 公文 is issued. */
export interface Check {
  /** As a statement that can be ticked. */
  readonly text: string
  readonly clause: string
  readonly group: (typeof CHECK_GROUPS)[number]
  /** 文种 to which it applies; absent: all. */
  readonly genres?: readonly string[]
  /** Whether it concerns this document at all; absent: always. */
  readonly when?: (document: GongwenDocument) => boolean
}

/** The checks that concern a document of its 文种 and kind. */
export function checksFor<C extends Check>(checks: readonly C[], document: GongwenDocument): readonly C[] {
  const genre = document.genre?.value
  return checks.filter(
    ({ genres, when }) => (!genres || genre === undefined || genres.includes(genre)) && (!when || when(document)),
  )
}
