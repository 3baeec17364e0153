import { FRONT_MATTER_KEYS } from '../standard/frontMatterKeys.ts'
import { type FrontMatterEntry, readFrontMatter } from '../syntax/frontMatter.ts'
import { parse } from '../syntax/parse.ts'
import type { SyntaxTree } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'

const ORDER = new Map(FRONT_MATTER_KEYS.map(({ key }, index) => [key, index]))

/** Sorts and respells the entries. One that reads otherwise afterwards, or has anything but entries and comments around it, is left alone. */
export function formatFrontMatter({ frontMatter }: SyntaxTree): readonly Edit[] {
  if (!frontMatter) return []
  const { text } = frontMatter
  const fence = /^---[ \t]*(\r\n|\r|\n)/.exec(text)
  const closing = /(?:^|[\r\n])(---[ \t]*(?:\r\n|\r|\n)?)$/.exec(text)
  if (!fence || !closing) return []
  const from = fence[0].length
  const to = text.length - (closing[1] as string).length
  const read = readFrontMatter(frontMatter)
  const content = spell(text, from, to, read.entries, fence[1] as string)
  if (content === undefined || content === text.slice(from, to)) return []
  const after = parse(`---\n${content}---\n`).frontMatter
  if (!after || !sameEntries(read.entries, readFrontMatter(after).entries)) return []
  return [{ span: { start: from, end: to }, text: content }]
}

function spell(
  text: string,
  from: number,
  to: number,
  entries: readonly FrontMatterEntry[],
  lineEnd: string,
): string | undefined {
  const pieces: { readonly rank: number; readonly text: string }[] = []
  let at = from
  for (const entry of entries) {
    const before = comments(text.slice(at, entry.span.start), lineEnd)
    if (before === undefined || entry.span.start < at || entry.span.end > to) return undefined
    const rank = ORDER.get(entry.key) ?? ORDER.size
    const end = endOfLine(text, entry.span.end, to)
    if (/\S/.test(text.slice(entry.span.end, end).replace(/#.*$/, ''))) return undefined
    pieces.push({ rank, text: before + spellEntry(text, entry, end) + lineEnd })
    at = end
  }
  const rest = comments(text.slice(at, to), lineEnd)
  if (rest === undefined) return undefined
  return (
    pieces
      .map((piece, index) => ({ ...piece, index }))
      .sort((a, b) => a.rank - b.rank || a.index - b.index)
      .map((piece) => piece.text)
      .join('') + rest
  )
}

/** The comment lines of what stands between entries; undefined if there is anything else. */
function comments(between: string, lineEnd: string): string | undefined {
  const lines = between.split(/\r\n|\r|\n/).map((line) => line.trim())
  if (lines.some((line) => line !== '' && !line.startsWith('#'))) return undefined
  return lines
    .filter((line) => line !== '')
    .map((line) => line + lineEnd)
    .join('')
}

function endOfLine(text: string, from: number, to: number): number {
  let end = from
  while (end < to && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

/** `密级：机密` and `密级:机密` as `密级: 机密`; the value as typed. */
function spellEntry(text: string, entry: FrontMatterEntry, end: number): string {
  const behind = text.slice(entry.keySpan.end, end)
  const colon = /^["']?[ \t\u3000]*[:：][ \t\u3000]*/.exec(behind)?.[0] ?? ''
  const value = behind.slice(colon.length).replace(/[^\r\n]+/g, (line) => line.trimEnd())
  return value === '' || /^[\r\n]/.test(value) ? `${entry.key}:${value}` : `${entry.key}: ${value}`
}

function sameEntries(before: readonly FrontMatterEntry[], after: readonly FrontMatterEntry[]): boolean {
  const say = (entries: readonly FrontMatterEntry[]) =>
    JSON.stringify(entries.map(({ key, values, list }) => [key, list, values.map((value) => value.text)]).sort())
  return say(before) === say(after)
}
