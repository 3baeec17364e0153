/**
 * The text of a document as its digests see it: without a BOM, with LF at the end of every line and exactly one at the
 * end, and without what is filled in after 签发 ({@link LATER}). What editors, git and mail do to line ends is no change of
 * a 公文, and neither are number and printing (条例 25: only a change of substance goes back); anything else is.
 */
export function canonicalText(source: string): string {
  return splitText(source).canonical
}

/** The canonical text, and the lines that it leaves out. */
export function splitText(source: string): { readonly canonical: string; readonly later: readonly string[] } {
  const { kept, later } = withoutLater(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  return { canonical: `${kept.replace(/\n+$/, '')}\n`, later }
}

/** 登记 gives the number (条例 25(2)), 印制 numbers the copies and dates them (9(1), 9(18)). */
const LATER = ['发文字号', '令号', '份号', '印发日期'] as const

const VALUE = `(?:"[^"\\\\]*"|'[^']*'|\\[[^[\\]{}"']*\\]|[^\\s"'[\\]{}|>&*!%@\`#-].*)`
const ENTRY = new RegExp(`^[^\\s:：#"'[\\]{}-][^:："'[\\]{}]*[:：][ \\t]*(?:${VALUE})?$`)
const ITEM = new RegExp(`^[ \\t]*-[ \\t]+${VALUE}$`)
const NOTE = /^[ \t]*(?:#.*)?$/

/**
 * Leaves lines out only of front matter that stands at the very beginning and in which no value can go over the end of its
 * line: in any other one a line that is added or taken away could change what its neighbours mean.
 */
function withoutLater(text: string): { readonly kept: string; readonly later: readonly string[] } {
  const all = { kept: text, later: [] }
  const front = /^---[ \t]*\n((?:(?!---[ \t]*\n).*\n)*)---[ \t]*(?:\n|$)/.exec(text)?.[1]
  if (!front) return all
  const lines = front.split('\n').slice(0, -1)
  if (!lines.every((line) => ENTRY.test(line) || ITEM.test(line) || NOTE.test(line))) return all
  const start = text.indexOf('\n') + 1
  const later = lines.filter(isLater)
  const rest = lines.filter((...each) => !isLater(...each)).map((line) => `${line}\n`)
  return { kept: text.slice(0, start) + rest.join('') + text.slice(start + front.length), later }
}

/** Of a key that is written twice the first counts, so the second is a change; a list is none of these values. */
function isLater(line: string, index: number, lines: readonly string[]): boolean {
  const key = keyOf(line)
  if (!LATER.some((each) => each === key)) return false
  const isFirst = lines.findIndex((other) => keyOf(other) === key) === index
  return isFirst && !ITEM.test(lines.slice(index + 1).find((other) => !NOTE.test(other)) ?? '')
}

function keyOf(line: string): string {
  return ENTRY.test(line) ? (/^[^:：]*/.exec(line)?.[0] ?? '').trimEnd() : ''
}
