import type { Parser, Processor } from 'unified'
import { mdastBoxes } from './blocks.ts'
import { pairBoxes } from './boxes.ts'
import { type FrontMatterPlace, findFrontMatter } from './frontMatterPlace.ts'
import { gongwenFromMarkdown, gongwenSyntax } from './grammar.ts'
import { mendFlow, type Node } from './mend.ts'
import { prepare } from './prepare.ts'

/**
 * The dialect of 公文 for any unified pipeline: `unified().use(remarkParse).use(remarkGongwen)`. Must come after `remark-parse`.
 * Offsets count from behind a leading BOM.
 */
export function remarkGongwen(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...gongwenSyntax()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...gongwenFromMarkdown()]
  const parseMarkdown = this.parser as Parser | undefined
  if (!parseMarkdown)
    throw new Error('remarkGongwen needs remark-parse before it: unified().use(remarkParse).use(remarkGongwen)')
  this.parser = (document, file) => {
    const text = document.charCodeAt(0) === 0xfeff ? document.slice(1) : document
    const place = findFrontMatter(text)
    const root = parseMarkdown(prepareBody(text, place), file) as unknown as Node
    root.children = mendTree(root.children ?? [], text)
    if (place) root.children.unshift(frontMatterNode(text, place))
    return root as never
  }
}

/** The front matter is read by another scan than Markdown's, so here it is made of blank lines. */
function prepareBody(text: string, place: FrontMatterPlace | undefined): string {
  if (!place) return prepare(text)
  return text.slice(0, place.end).replace(/[^\n\r]/g, ' ') + prepare(text.slice(place.end))
}

function mendTree(nodes: readonly Node[], text: string): Node[] {
  mendFlow(nodes, text)
  const boxes = pairBoxes(mdastBoxes(text))
  for (const node of nodes) boxes.add(node)
  return [...boxes.finish().nodes]
}

function frontMatterNode(text: string, { ink, content }: FrontMatterPlace): Node {
  const position = { start: pointAt(text, ink.start), end: pointAt(text, ink.end) }
  return { type: 'yaml', value: text.slice(content.start, content.end), position }
}

/** Line and column of a place in or before the front matter. */
function pointAt(text: string, offset: number): Node['position']['start'] {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset }
}
