import { applyEdits, type Edit } from '../text/edit.ts'
import { findFrontMatter, mayBeginFrontMatter } from './frontMatterPlace.ts'
import { frontMatterSection, parseWithoutBom, treeOf } from './parse.ts'
import { cutSections } from './sections.ts'
import { type Section, type SyntaxTree, sourceText } from './tree.ts'

/** While typing a section may grow to this many lines before it is cut. */
const LINES_PER_GROWN_SECTION = 64

/**
 * The tree of the text after one edit (offsets of the whole text, without BOM). Sections that the edit does not touch are the
 * same objects as before; the blocks are those of a fresh {@link parse}.
 */
export function reparse(tree: SyntaxTree, edit: Edit): SyntaxTree {
  const { frontMatter } = tree
  const bodyStart = frontMatter?.text.length ?? 0
  if (!frontMatter) return editBody(tree, edit) ?? parseAgain(tree, edit)
  const closedBy = findFrontMatter(frontMatter.text)?.closedBy ?? 'nothing'
  if (closedBy === 'nothing') return parseAgain(tree, edit)
  const isBehind = edit.span.start > bodyStart || (edit.span.start === bodyStart && frontMatter.text.endsWith('\n'))
  if (isBehind) return editBody(tree, edit) ?? parseAgain(tree, edit)
  return editFrontMatter(frontMatter, tree, edit) ?? parseAgain(tree, edit)
}

/** The edit lies before the line end of the closing mark, so that a front matter which still ends there is the whole one. */
function editFrontMatter(old: Section, tree: SyntaxTree, edit: Edit): SyntaxTree | undefined {
  if (edit.span.end >= old.text.length || !old.text.endsWith('\n')) return undefined
  const text = applyEdits(old.text, [edit])
  const place = findFrontMatter(text)
  if (!place || place.end !== text.length || place.closedBy === 'nothing') return undefined
  return treeOf(frontMatterSection(text, place), tree.sections)
}

function editBody(tree: SyntaxTree, edit: Edit): SyntaxTree | undefined {
  const { sections, starts, frontMatter } = tree
  const first = Math.max(0, firstAtOrBehind(starts, edit.span.start) - 1)
  const from = starts[first] as number
  let last = first
  while (last + 1 < sections.length && (starts[last + 1] as number) <= edit.span.end) last++
  const pieces = applyEdits(joined(sections, first, last + 1), [
    { span: { start: edit.span.start - from, end: edit.span.end - from }, text: edit.text },
  ])
  const cut = cutUntilClosed(sections, pieces, last + 1)
  const renewed = [...sections.slice(0, first), ...cut.sections, ...sections.slice(cut.next)]
  const kept = renewed.length > 1 ? renewed.filter((section) => section.text !== '') : renewed
  if (!frontMatter && mayBeginFrontMatter((kept[0] as Section).text)) return undefined
  return treeOf(frontMatter, kept)
}

/** Takes in following sections until what comes next is read as before. */
function cutUntilClosed(sections: readonly Section[], start: string, behind: number) {
  let text = start
  let next = behind
  for (let step = 1; ; step *= 2) {
    const cut = cutSections(text, LINES_PER_GROWN_SECTION)
    const following = sections[next]
    const splitsPair = text.endsWith('\r') && following?.text.startsWith('\n')
    if (!following || (cut.closed && !splitsPair)) return { sections: cut.sections, next }
    text += joined(sections, next, next + step)
    next = Math.min(sections.length, next + step)
  }
}

/** Reads everything, but keeps the objects of sections whose text is unchanged. */
function parseAgain(old: SyntaxTree, edit: Edit): SyntaxTree {
  const fresh = parseWithoutBom(applyEdits(sourceText(old), [edit]))
  const known = new Map<string, Section[]>()
  for (const section of old.sections) {
    const same = known.get(section.text)
    if (same) same.push(section)
    else known.set(section.text, [section])
  }
  const sections = fresh.sections.map((section) => known.get(section.text)?.pop() ?? section)
  return treeOf(fresh.frontMatter, sections)
}

function joined(sections: readonly Section[], from: number, to: number): string {
  return sections
    .slice(from, to)
    .map((section) => section.text)
    .join('')
}

/** Index of the first section that starts at or behind `offset`. */
function firstAtOrBehind(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}
