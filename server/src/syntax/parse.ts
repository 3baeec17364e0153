import { type FrontMatterPlace, findFrontMatter } from './frontMatterPlace.ts'
import { findFenceProblems } from './frontMatterProblems.ts'
import { cutSections } from './sections.ts'
import type { Section, SyntaxTree } from './tree.ts'

/** Lines of a section in a fresh tree: small enough to read again at every key, large enough to keep the list short. */
const LINES_PER_SECTION = 32

/** Reads a text; one leading BOM is removed first. Never throws: what is not of the dialect stays text and becomes a problem. */
export function parse(text: string): SyntaxTree {
  return parseWithoutBom(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
}

/** Reads a text whose offsets are already those of the tree. */
export function parseWithoutBom(text: string): SyntaxTree {
  const place = findFrontMatter(text)
  const { sections } = cutSections(place ? text.slice(place.end) : text, LINES_PER_SECTION)
  return treeOf(place && frontMatterSection(text, place), sections)
}

/** The front matter as a section of its own, with one `yaml` block. */
export function frontMatterSection(text: string, place: FrontMatterPlace): Section {
  const own = text.slice(0, place.end)
  const node = {
    type: 'yaml',
    at: place.ink,
    value: own.slice(place.content.start, place.content.end),
  }
  return { text: own, blocks: [node], problems: findFenceProblems(place) }
}

/** A tree of sections in order. */
export function treeOf(frontMatter: Section | undefined, sections: readonly Section[]): SyntaxTree {
  const starts: number[] = []
  let start = frontMatter?.text.length ?? 0
  for (const section of sections) {
    starts.push(start)
    start += section.text.length
  }
  return { frontMatter, sections, starts }
}
