import { isBlank, isLineEnd } from '../syntax/blanks.ts'
import type { At, Block, Section } from '../syntax/tree.ts'
import type { Element } from './document.ts'

const ESCAPE = /\\([!-/:-@[-`{-~])/g

/** Takes the backslash from escaped ASCII punctuation. */
export function unescapeText(source: string): string {
  return source.includes('\\') ? source.replace(ESCAPE, '$1') : source
}

/** What inline content says: marks of `**` and escapes are gone, a `<br>` of a table cell is a newline, an image is its caption. */
export function plainText(section: Section, inline: readonly Block[]): string {
  if (inline.length === 1 && inline[0]?.type === 'text') return blockText(section, inline[0])
  return inline.map((block) => blockText(section, block)).join('')
}

function blockText(section: Section, block: Block): string {
  if (block.type === 'image') return block.alt ?? ''
  if (block.type === 'break') return '\n'
  if (block.children) return plainText(section, block.children)
  return unescapeText(section.text.slice(block.at.start, block.at.end))
}

/** What was typed for an element, its lines joined without a space: a 主送 with its own punctuation, a title in one line. */
export function typedText(element: Element<string, unknown>): string {
  const places = element.lines ?? (element.at ? [element.at] : [])
  return places.map(({ section, span }) => unescapeText(section.text.slice(span.start, span.end))).join('')
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
