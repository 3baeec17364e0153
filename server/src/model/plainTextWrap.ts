import { columnsOf } from '../text/cjk.ts'
import { type InputLine, isPageNumber } from './plainTextLines.ts'

/** In Chinese characters, as all widths here. Narrower lines are lists, wider ones are paragraphs. */
const NARROWEST = 20
const WIDEST = 60
/** So far a full line may fall short of the others: a mark that must not begin a line, a number that stays whole. */
const SLACK = 2
/** Fewer full lines may have their length by chance. */
const FEWEST = 5

const SENTENCE_END = /[。；：！？!?;:]$/
/** Begins a paragraph, whether it is indented or not. */
const BEGINNING =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百]{1,5}[章节条]|附件|——|抄送|主送|[①-⑳])/
/** May also be a number that was broken off. */
const NUMBERED = /^(?:[0-9０-９]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)])/
/** 主送 is not indented. */
const RECIPIENTS = /^各[^。]*$/
const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r|\n)/

interface Measured {
  readonly index: number
  readonly text: string
  readonly width: number
  /** Some programs count characters and break numbers in two. */
  readonly characters: number
  readonly indent: number
  /** A blank line stands before it. */
  readonly apart: boolean
}

/**
 * Which lines go on with the one before, in a text whose paragraphs a printout or an e-mail broke at a fixed width. None in
 * any other text: there a line is a paragraph.
 */
export function wrappedLines(input: string, lines: readonly InputLine[]): ReadonlySet<number> {
  const measured = measure(input, lines)
  const isFull = fullLine(measured)
  const found = new Set<number>()
  if (!isFull) return found
  const full = measured.filter(isFull)
  const indents = full.some(({ indent }) => indent >= 2)
  for (const [place, line] of measured.entries()) {
    const before = measured[place - 1]
    if (!before || line.apart || line.indent > before.indent || line.indent >= 2 || !isFull(before)) continue
    const ended = SENTENCE_END.test(before.text)
    if (BEGINNING.test(line.text) || (NUMBERED.test(line.text) && (ended || !indents))) continue
    if (indents ? before.indent >= 2 || found.has(before.index) || RECIPIENTS.test(before.text) : !ended)
      found.add(line.index)
  }
  return found
}

/** Page numbers stand between lines that belong together. */
function measure(input: string, lines: readonly InputLine[]): readonly Measured[] {
  const measured: Measured[] = []
  let end = 0
  let turned = false
  for (const [index, { start, text }] of lines.entries()) {
    const between = input.slice(end, start)
    end = start + text.length
    const number = isPageNumber(text)
    if (!number) {
      const indent = /[^\r\n]*$/.exec(between)?.[0].length ?? 0
      const width = indent + columnsOf(text)
      const apart = !turned && BLANK_LINE.test(between)
      measured.push({ index, text, width, characters: indent + text.length, indent, apart })
    }
    turned = number
  }
  return measured
}

/** Tells full lines from others; undefined where the text is not wrapped. */
function fullLine(lines: readonly Measured[]): ((line: Measured) => boolean) | undefined {
  const long = lines.filter((line) => line.width >= NARROWEST)
  const width = commonest(long.map((line) => line.width))
  const characters = commonest(long.map((line) => line.characters))
  if (width === undefined || characters === undefined || width > WIDEST) return undefined
  const isWide = (line: Measured) => line.width > width + SLACK
  const isFull = (line: Measured) => !isWide(line) && (line.width >= width - SLACK || line.characters >= characters)
  const full = lines.filter(isFull)
  const open = full.filter(({ text }) => !SENTENCE_END.test(text))
  const many = full.length >= FEWEST && full.length * 3 >= lines.length
  return many && lines.filter(isWide).length * 10 <= lines.length && open.length * 3 >= full.length * 2
    ? isFull
    : undefined
}

function commonest(numbers: readonly number[]): number | undefined {
  const times = new Map<number, number>()
  let best: number | undefined
  for (const number of numbers) {
    const count = (times.get(number) ?? 0) + 1
    times.set(number, count)
    if (best === undefined || count > (times.get(best) as number)) best = number
  }
  return best
}
