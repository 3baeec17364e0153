import type { Element } from './document.ts'
import type { Line } from './line.ts'

/** An element that stands in the text on these lines. */
export function elementOn<K extends string, V>(kind: K, value: V, lines: readonly Line[]): Element<K, V> {
  const [first] = lines
  if (!first) return { kind, value, origin: 'text' }
  const places = lines.map(({ at }) => at)
  return { kind, value, origin: 'text', at: first.at, ...(places.length > 1 ? { lines: places } : {}) }
}

/** An element that follows from others. */
export function derived<K extends string, V>(
  kind: K,
  value: V,
  from: readonly Element<string, unknown>[],
): Element<K, V> {
  return { kind, value, origin: 'derived', from }
}

/** Two texts say the same if they differ in blanks and in the width of brackets only. */
export function sameText(a: string, b: string): boolean {
  return normalise(a) === normalise(b)
}

const WIDTHS: Readonly<Record<string, string>> = { '(': '（', ')': '）', ':': '：', ',': '，', ';': '；' }

/** Without blanks, and with full-width brackets and marks: the form in which texts are compared. */
export function normalise(text: string): string {
  return text.replace(/[\s\u00a0\u3000]/g, '').replace(/[(),:;]/g, (mark) => WIDTHS[mark] as string)
}
