import { parse } from '../syntax/parse.ts'
import { reparse } from '../syntax/reparse.ts'
import type { SyntaxTree } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import type { Uri } from '../text/finding.ts'
import { indexLines, type LineIndex } from '../text/lines.ts'
import { shift } from '../text/span.ts'

/** A text as it stood at one version. It never changes, so every answer computed from it is about one text. */
export interface Snapshot {
  readonly uri: Uri
  readonly version: number
  /** As the editor has it, with a leading BOM if there is one. */
  readonly text: string
  /** Length of the BOM, 0 or 1: what an offset in the tree lacks to be an offset in `text`. */
  readonly lead: 0 | 1
  /** Of `text`; made when first asked for. */
  readonly lines: LineIndex
  /** Made when first asked for. */
  readonly tree: SyntaxTree
}

const BOM = '\uFEFF'
/** After so many edits that nobody has looked at, one whole parse is cheaper than the chain of small ones. */
const LONGEST_CHAIN = 32

const unread = new WeakMap<Snapshot, number>()

export function openSnapshot(uri: Uri, version: number, text: string): Snapshot {
  return snapshot(uri, version, text, 0, () => parse(text))
}

/** The text after one edit, whose span counts a leading BOM. Sections that the edit does not touch are taken over as they are. */
export function editSnapshot(previous: Snapshot, version: number, edit: Edit): Snapshot {
  const text = previous.text.slice(0, edit.span.start) + edit.text + previous.text.slice(edit.span.end)
  const chain = (unread.get(previous) ?? 0) + 1
  const atLead = edit.span.start < previous.lead || (edit.span.start === 0 && text.startsWith(BOM))
  if (atLead || chain > LONGEST_CHAIN) return snapshot(previous.uri, version, text, 0, () => parse(text))
  const inTree = { span: shift(edit.span, -previous.lead), text: edit.text }
  return snapshot(previous.uri, version, text, chain, () => reparse(previous.tree, inTree))
}

function snapshot(uri: Uri, version: number, text: string, chain: number, read: () => SyntaxTree): Snapshot {
  let lines: LineIndex | undefined
  let tree: SyntaxTree | undefined
  let pending: (() => SyntaxTree) | undefined = read
  const made: Snapshot = {
    uri,
    version,
    text,
    lead: text.startsWith(BOM) ? 1 : 0,
    get lines() {
      lines ??= indexLines(text)
      return lines
    },
    get tree() {
      if (pending) {
        tree = pending()
        // The closure holds the previous snapshot; without this every version of the text would stay in memory.
        pending = undefined
        unread.delete(made)
      }
      return tree as SyntaxTree
    },
  }
  unread.set(made, chain)
  return made
}
