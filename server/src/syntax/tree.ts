import type { Finding } from '../text/finding.ts'
import type { Span } from '../text/span.ts'

/** A place that survives edits in other sections. */
export interface At {
  readonly section: Section
  /** Relative to the start of the section. */
  readonly span: Span
}

/** Nodes are mdast-shaped, but `at` is relative to the section and there are no line numbers. */
export interface Block {
  readonly type: string
  readonly at: Span
  readonly children?: readonly Block[]
  readonly value?: string
  /** Of a heading: number of `#`. */
  readonly depth?: number
  /** Of a directive: `附件`, `印发`, `横排` … */
  readonly name?: string
  /** Of a directive: `{横排 文件=甲.xlsx}` is `{横排: '', 文件: '甲.xlsx'}`. */
  readonly attributes?: Readonly<Record<string, string>>
  /** Of a table, by column. */
  readonly align?: readonly ('left' | 'center' | 'right' | null)[]
  /** Of an image. */
  readonly url?: string
  readonly alt?: string
}

/** Immutable; the same object is reused for as long as its text is unchanged. Caches hang on it by WeakMap. */
export interface Section {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Spans relative to the section. */
  readonly problems: readonly Finding[]
}

/** The sections joined are the source text (without a leading BOM). */
export interface SyntaxTree {
  readonly frontMatter: Section | undefined
  readonly sections: readonly Section[]
  /** Absolute start of each section; the only thing that moves when text is inserted above. */
  readonly starts: readonly number[]
}

const startsByTree = new WeakMap<SyntaxTree, Map<Section, number>>()

/** Absolute offset of a section; the front matter starts at 0. */
export function sectionStart(tree: SyntaxTree, section: Section): number {
  if (section === tree.frontMatter) return 0
  let starts = startsByTree.get(tree)
  if (!starts) {
    starts = new Map(tree.sections.map((each, index) => [each, tree.starts[index] as number]))
    startsByTree.set(tree, starts)
  }
  const start = starts.get(section)
  if (start === undefined) throw new RangeError('section of another tree')
  return start
}

/** The span of a place in the whole text. */
export function absoluteSpan(tree: SyntaxTree, at: At): Span {
  const start = sectionStart(tree, at.section)
  return { start: start + at.span.start, end: start + at.span.end }
}

/** The text that a place covers. */
export function textAt(at: At): string {
  return at.section.text.slice(at.span.start, at.span.end)
}

/** The whole source text, without a leading BOM. */
export function sourceText(tree: SyntaxTree): string {
  return (tree.frontMatter?.text ?? '') + tree.sections.map((section) => section.text).join('')
}
