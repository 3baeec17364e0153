/** Looks for a pattern in a title as it reads, and says where that stands in the source. */
import type { Element } from '../../model/document.ts'
import { type At, textAt } from '../../syntax/tree.ts'

type Title = Element<'title', readonly string[]>

export interface TitleMatch {
  readonly match: RegExpExecArray
  /** Of a match that runs over a line end: what of it stands on its first line. */
  readonly at: At
  /** The match stands on one line without blanks, so that it can be replaced. */
  readonly whole: boolean
}

interface Letters {
  readonly text: string
  /** Line and offset of every UTF-16 unit of `text`. */
  readonly places: readonly (readonly [line: At, offset: number])[]
}

const known = new WeakMap<Title, Letters>()

/** The title without `#`, blanks and line ends. */
export function titleText(title: Title): string {
  return lettersOf(title).text
}

/** The text with everything in quotation marks, book title marks and brackets made unreadable, at equal length. */
export function hideQuoted(text: string): string {
  return text.replace(/“[^”]*”|《[^》]*》|〈[^〉]*〉|（[^）]*）|\([^)]*\)/g, (quoted) => '\0'.repeat(quoted.length))
}

/**
 * The first match in {@link titleText}.
 * @param view what of the text the pattern sees, at equal length
 */
export function matchTitle(
  title: Title,
  pattern: RegExp,
  view: (text: string) => string = (text) => text,
): TitleMatch | undefined {
  const { text, places } = lettersOf(title)
  const match = pattern.exec(view(text))
  const first = match && places[match.index]
  if (!match || !first || match[0] === '') return undefined
  const [line, start] = first
  const own = places.slice(match.index, match.index + match[0].length).filter(([at]) => at === line)
  const end = (own.at(-1)?.[1] ?? start) + 1
  return {
    match,
    at: { section: line.section, span: { start: line.span.start + start, end: line.span.start + end } },
    whole: own.length === match[0].length && end - start === match[0].length,
  }
}

function lettersOf(title: Title): Letters {
  const found = known.get(title)
  if (found) return found
  let text = ''
  const places: (readonly [At, number])[] = []
  for (const line of title.lines ?? (title.at ? [title.at] : [])) {
    const source = textAt(line)
    const mark = /^\s*#*\s*/.exec(source)?.[0].length ?? 0
    for (let at = mark; at < source.length; at++) {
      if (/\s/.test(source[at] as string)) continue
      text += source[at]
      places.push([line, at])
    }
  }
  const letters = { text, places }
  known.set(title, letters)
  return letters
}
