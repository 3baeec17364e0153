/** Gives an attachment, a 简称 or the 公文 itself another name wherever it is called by it, in other documents too. */
import type { GongwenDocument } from '../model/document.ts'
import { summarise } from '../model/summarise.ts'
import type { Summary } from '../model/summary.ts'
import type { Edit } from '../text/edit.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { citedBy, type Name, nameAt } from './names.ts'

/** @returns what is renamed at this place and its name; undefined where nothing is that has one of its own */
export function prepareRename(
  document: GongwenDocument,
  offset: number,
  others: readonly Summary[],
): { readonly span: Span; readonly text: string } | undefined {
  const found = renamable(document, offset, others)
  return found && { span: found.span, text: found.name.text }
}

/**
 * The edits, by document.
 * @throws {Failure} `bad-name` for a name that would not be read again as one
 */
export function rename(
  document: GongwenDocument,
  offset: number,
  others: readonly Summary[],
  to: string,
): ReadonlyMap<Uri, readonly Edit[]> {
  const found = renamable(document, offset, others)
  if (!found) return new Map()
  const text = to.trim()
  if (text === '' || /[\r\n《》[\]{}“”]/.test(text)) {
    throw new Failure('bad-name', message('名称不能是空的，也不能含有书名号、引号、方括号、花括号和换行。'))
  }
  const { name } = found
  const own = [...(name.definition ? [name.definition] : []), ...name.uses].map((span) => ({ span, text }))
  const edits = new Map<Uri, readonly Edit[]>([[document.uri, own]])
  if (name.kind === 'title')
    for (const [uri, edited] of inCitations(document, others, name, text)) edits.set(uri, edited)
  return edits
}

/** A number is given by the order of the attachments, and a cited title by the cited 公文: neither is renamed from here. */
function renamable(document: GongwenDocument, offset: number, others: readonly Summary[]) {
  const found = nameAt(document, offset, others)
  if (!found?.name.definition || found.name.numbers.includes(found.span)) return undefined
  return found
}

/** Only where the whole title is cited: which part of a shortened one would change nobody can know. */
function inCitations(
  document: GongwenDocument,
  others: readonly Summary[],
  { text: old }: Name,
  text: string,
): readonly (readonly [Uri, readonly Edit[]])[] {
  const own = summarise(document)
  return others.flatMap(({ uri, cites }) => {
    const edits = cites
      .filter((cite) => cite.title === old && citedBy(cite, [own]))
      .map(({ span }) => ({ span: { start: span.start + 1, end: span.start + 1 + old.length }, text }))
    return edits.length === 0 ? [] : [[uri, edits] as const]
  })
}
