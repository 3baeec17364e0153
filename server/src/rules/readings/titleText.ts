import type { Element, GongwenDocument } from '../../model/document.ts'
import { type At, textAt } from '../../syntax/tree.ts'

/** The title as one text, without what stands in brackets at its end: （试行）, （征求意见稿）, （共12项）. */
export function bareTitle(title: Element<'title', readonly string[]>): string {
  return title.value
    .join('')
    .replace(/\s+/g, '')
    .replace(/(?:（[^（）]{0,40}）|\([^()]{0,40}\))$/, '')
}

/** The last title line, where its 文种 stands. */
export function lastTitleLine(title: Element<'title', readonly string[]>): At | undefined {
  return title.lines?.at(-1) ?? title.at
}

/** Only the general form and letters have a title that ends with a 文种; one that is given as 文种 needs no word. */
export function titleNamesGenre({ format, genre }: GongwenDocument): boolean {
  return (format === '文件' || format === '信函') && (genre === undefined || genre.origin === 'derived')
}

/** The last `length` characters of a line of text, without blanks at its end. */
export function endOf(at: At, length: number): At {
  const trimmed = textAt(at).trimEnd().length
  return {
    section: at.section,
    span: { start: at.span.start + Math.max(0, trimmed - length), end: at.span.start + trimmed },
  }
}
