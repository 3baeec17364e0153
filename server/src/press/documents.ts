import { buildDocument } from '../model/build.ts'
import type { GongwenDocument } from '../model/document.ts'
import type { Profile } from '../profile/profile.ts'
import { parse } from '../syntax/parse.ts'
import { reparse } from '../syntax/reparse.ts'
import type { SyntaxTree } from '../syntax/tree.ts'
import { applyEdits, type Edit } from '../text/edit.ts'
import type { Uri } from '../text/finding.ts'

/** The press's own copy of a text. Tree and model are built when a job first needs them. */
export interface PressDocument {
  readonly version: number
  readonly text: string
  readonly profile: Profile
  document(): GongwenDocument
}

/** A text as given, which may begin with a BOM that offsets count. */
export function openDocument(uri: Uri, version: number, text: string, profile: Profile): PressDocument {
  return pressDocument(uri, version, text, profile, () => parse(text))
}

/**
 * The text after edits whose spans count in the text before them.
 * @throws {RangeError} when nothing is known of the document yet
 */
export function editDocument(
  uri: Uri,
  version: number,
  edits: readonly Edit[],
  profile: Profile,
  previous: PressDocument | undefined,
): PressDocument {
  if (!previous) throw new RangeError(`edits to an unknown document: ${uri}`)
  const text = applyEdits(previous.text, edits)
  const [only, ...more] = edits
  const small =
    only !== undefined && more.length === 0 && !text.startsWith('\uFEFF') && !previous.text.startsWith('\uFEFF')
  const tree = small ? () => reparse(previous.document().tree, only) : () => parse(text)
  return pressDocument(uri, version, text, profile, tree)
}

function pressDocument(
  uri: Uri,
  version: number,
  text: string,
  profile: Profile,
  tree: () => SyntaxTree,
): PressDocument {
  // The closure of an edit holds the document before it; without this every earlier version would stay in memory.
  let unread: (() => SyntaxTree) | undefined = tree
  let built: GongwenDocument | undefined
  return {
    version,
    text,
    profile,
    document() {
      if (unread) {
        built = buildDocument({ uri, version, tree: unread(), profile })
        unread = undefined
      }
      return built as GongwenDocument
    },
  }
}
