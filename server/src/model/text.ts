import { isBlank, isLineEnd } from '../syntax/blanks.ts'
import type { At, Block, Section } from '../syntax/tree.ts'
import type { Element } from './document.ts'

/** What inline content says: marks of `**` and escapes are gone, a `<br>` of a table cell is a newline, an image is its caption. */
export function plainText(section: Section, inline: readonly Block[]): string {
  if (inline.length === 1 && inline[0]?.type === 'text') return blockText(section, inline[0])
  return inline.map((block) => blockText(section, block)).join('')
}

function blockText(section: Section, block: Block): string {
  if (block.type === 'image') return block.alt ?? ''
  if (block.type === 'break') return '\n'
  if (block.children) return plainText(section, block.children)
  // The backslash of an escape stands between the pieces of a text, not in them.
  return section.text.slice(block.at.start, block.at.end)
}

/** The texts of an element whose value is one text or a list of texts; empty ones left out. */
export function textsOf(element: Element<string, unknown> | undefined): readonly string[] {
  const value = element?.value
  const texts = Array.isArray(value) ? value : [value]
  return texts
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    .map((text) => text.trim())
}

/** The first text of an element, empty when there is none. */
export function textOfElement(element: Element<string, unknown> | undefined): string {
  return textsOf(element)[0] ?? ''
}

function isEmptyAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return isBlank(unit) || isLineEnd(unit)
}

/** The place without the blanks at its edges (full-width ones too). */
export function trimAt({ section, span }: At): At {
  let { start, end } = span
  while (start < end && isEmptyAt(section.text, start)) start++
  while (end > start && isEmptyAt(section.text, end - 1)) end--
  return { section, span: start === span.start && end === span.end ? span : { start, end } }
}
