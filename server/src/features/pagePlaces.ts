/** Between a place in the text and the name that printed runs carry for it: the section's index and an offset in the section. */
import type { GongwenDocument } from '../model/document.ts'
import { sectionStart } from '../syntax/tree.ts'

/** As in `SourceRef`: -1 is the front matter. */
export interface PrintedPlace {
  readonly section: number
  readonly offset: number
}

/** @returns undefined for a section that the document does not have: the page is older than the text */
export function sourceAt({ tree }: GongwenDocument, { section, offset }: PrintedPlace): number | undefined {
  const found = section === -1 ? tree.frontMatter : tree.sections[section]
  return found && sectionStart(tree, found) + Math.max(0, Math.min(offset, found.text.length))
}

export function placeOf({ tree }: GongwenDocument, offset: number): PrintedPlace {
  if (offset < (tree.frontMatter?.text.length ?? 0)) return { section: -1, offset }
  const next = tree.starts.findIndex((start) => start > offset)
  const section = Math.max(0, next === -1 ? tree.starts.length - 1 : next - 1)
  return { section, offset: offset - (tree.starts[section] ?? 0) }
}
