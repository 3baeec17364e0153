import { buildDocument } from '../model/build.ts'
import type { GongwenDocument } from '../model/document.ts'
import { EMPTY_PROFILE } from '../profile/profile.ts'
import { parse } from '../syntax/parse.ts'

/** A 公文 by what its text says alone: no file beside it, no settings of an office. */
export function readAlone(text: string): GongwenDocument {
  return buildDocument({ uri: '', version: 0, tree: parse(text), profile: EMPTY_PROFILE })
}
