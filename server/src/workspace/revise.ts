import { buildDocument } from '../model/build.ts'
import type { GongwenDocument } from '../model/document.ts'
import { parse } from '../syntax/parse.ts'
import { sourceText } from '../syntax/tree.ts'
import { applyEdits, type Edit } from '../text/edit.ts'

/** The same document after edits that nobody has made yet: for fixes that depend on what earlier fixes leave behind. */
export function revise(document: GongwenDocument, edits: readonly Edit[]): GongwenDocument {
  const tree = parse(applyEdits(sourceText(document.tree), edits))
  return buildDocument({ uri: document.uri, version: document.version, tree, profile: document.profile })
}
