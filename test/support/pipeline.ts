import { buildDocument } from '../../server/src/model/build.ts'
import type { GongwenDocument } from '../../server/src/model/document.ts'
import { EMPTY_PROFILE, type Profile } from '../../server/src/profile/profile.ts'
import { parse } from '../../server/src/syntax/parse.ts'

/** Text in, document out: the way every room above the model is tested. */
export function documentOf(
  text: string,
  uri = 'file:///示例.gw.md',
  profile: Profile = EMPTY_PROFILE,
): GongwenDocument {
  return buildDocument({ uri, version: 1, tree: parse(text), profile })
}
