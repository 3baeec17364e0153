/** A line of the input that is not blank. */
export interface InputLine {
  readonly start: number
  /** Without blanks at its edges. */
  readonly text: string
  /** With the tabs at its edges: in a table they stand for empty cells. */
  readonly row: { readonly start: number; readonly text: string }
}

const LINE = /[^\r\n\v\f\u0085\u2028\u2029]+/g
const BLANKS = /^[\s\u3000\u00a0\ufeff\u200b]*/
const BLANKS_BUT_TABS = /^[ \u3000\u00a0\ufeff\u200b]*/

/** The lines of a text that have ink, without the blanks at their ends; each keeps its place in the text. */
export function linesOf(input: string): readonly InputLine[] {
  return [...input.matchAll(LINE)].flatMap(({ index, 0: line }) => {
    const bare = cut(line, index, BLANKS)
    return bare.text === '' ? [] : [{ ...bare, row: cut(line, index, BLANKS_BUT_TABS) }]
  })
}

/** The line without what the pattern finds at its edges. */
function cut(line: string, index: number, edge: RegExp): { readonly start: number; readonly text: string } {
  const lead = edge.exec(line)?.[0].length ?? 0
  const rest = line.slice(lead)
  const tail = edge.exec([...rest].reverse().join(''))?.[0].length ?? 0
  return { start: index + lead, text: rest.slice(0, rest.length - tail) }
}

/** 页码 as programs print them: — 1 —, 第1页, 第1页 共3页. */
export function isPageNumber(text: string): boolean {
  return (
    /^[—－–-]{1,2}\s?[0-9０-９]{1,3}\s?[—－–-]{1,2}$/.test(text) ||
    /^第\s?[0-9]{1,3}\s?页(?:[\s，,/／]*共\s?[0-9]{1,3}\s?页)?$/.test(text)
  )
}

const OPEN_IMPRINT = /^(?:抄\s*[送报]|分\s*送)\s*[：:].*[^。.]$/
const MOST_IMPRINT_LINES = 8

/** Lines that go on with a list of 抄送 organs: up to the full stop that ends it, or to the line of the printer. */
export function imprintContinuations(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [index, line] of lines.entries()) {
    if (!OPEN_IMPRINT.test(line)) continue
    const below = lines.slice(index + 1, index + 1 + MOST_IMPRINT_LINES)
    const end = below.findIndex((each) => /。$/.test(each))
    const next = below.findIndex((each) => /[：:]|[0-9]日|印发|[；！？]|^[一二三四五六七八九十]+、|^[（(]/.test(each))
    if (end < 0 || (next >= 0 && next <= end)) continue
    for (let at = index + 1; at <= index + 1 + end; at++) found.add(at)
  }
  return found
}
