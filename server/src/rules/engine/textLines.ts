/** The lines of a section that hold running text, for rules about words and marks. */
import type { Block, Section } from '../../syntax/tree.ts'
import type { Span } from '../../text/span.ts'
import type { TextLine } from '../targets.ts'

const linesBySection = new WeakMap<Section, readonly TextLine[]>()

/** Every line of running text in order. Comments, pictures and 原样 boxes (forms, name lists) are none. */
export function textLines(section: Section): readonly TextLine[] {
  const known = linesBySection.get(section)
  if (known) return known
  const lines: TextLine[] = []
  for (const block of section.blocks) collect(section, block, lines)
  linesBySection.set(section, lines)
  return lines
}

function collect(section: Section, block: Block, into: TextLine[]): void {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'leafDirective':
      addLine(section, block, into)
      return
    case 'table':
    case 'tableRow':
      for (const child of block.children ?? []) collect(section, child, into)
      return
    case 'containerDirective':
      if (block.name === '原样') return
      for (const child of block.children ?? []) collect(section, child, into)
  }
}

function addLine(section: Section, block: Block, into: TextLine[]): void {
  const span = inside(block)
  if (span === undefined || span.start >= span.end) return
  into.push({ text: section.text.slice(span.start, span.end), at: { section, span } })
}

/** From the first to the last child: without `#`, cell borders and the marks of a directive. */
function inside(block: Block): Span | undefined {
  const { children } = block
  const first = children?.[0]
  const last = children?.at(-1)
  if (!first || !last || children?.every((child) => child.type === 'image')) return undefined
  return { start: first.at.start, end: last.at.end }
}
