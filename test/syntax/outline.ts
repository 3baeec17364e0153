import { parse } from '../../server/src/syntax/parse.ts'
import type { Block, Section } from '../../server/src/syntax/tree.ts'

/** The blocks of a text as one readable line each: `paragraph 一、总体要求`, children of boxes and tables indented. */
export function outline(text: string): readonly string[] {
  return parse(text).sections.flatMap((section) => section.blocks.flatMap((block) => linesOf(section, block, '')))
}

function linesOf(section: Section, block: Block, indent: string): string[] {
  const children = block.children ?? []
  const own = `${indent}${block.type}${block.depth ?? ''}`
  const attributes = Object.entries(block.attributes ?? {}).map(([name, value]) =>
    value ? ` ${name}=${value}` : ` ${name}`,
  )
  switch (block.type) {
    case 'containerDirective':
      return [
        `${own} ${block.name}${attributes.join('')}`,
        ...children.flatMap((child) => linesOf(section, child, `${indent}  `)),
      ]
    case 'leafDirective':
      return [`${own} ${[block.name, inlineOf(section, block)].filter(Boolean).join(' ')}${attributes.join('')}`]
    case 'table':
      return [
        own,
        ...children.map(
          (row) => `${indent}  ${(row.children ?? []).map((cell) => inlineOf(section, cell)).join(' / ')}`,
        ),
      ]
    case 'comment':
      return [`${own} ${block.value}`]
    default:
      return [`${own} ${inlineOf(section, block)}`.trimEnd()]
  }
}

/** Texts as they are printed; marks shown as «strong» and ‹image›. */
function inlineOf(section: Section, block: Block): string {
  return (block.children ?? [])
    .map((child) => {
      if (child.type === 'strong') return `«${inlineOf(section, child)}»`
      if (child.type === 'image') return `‹${child.alt}|${child.url}›`
      return section.text.slice(child.at.start, child.at.end)
    })
    .join('')
}

/** The problems of a text: `bullet “- ”`, the id without its prefix and what it covers. */
export function problems(text: string): readonly string[] {
  const tree = parse(text)
  return [...(tree.frontMatter ? [tree.frontMatter] : []), ...tree.sections].flatMap((section) =>
    section.problems.map(
      ({ rule, span }) => `${rule.replace('syntax-', '')} “${section.text.slice(span.start, span.end)}”`,
    ),
  )
}
