/** Half-width marks where Chinese text wants full-width ones; times, decimals, addresses and code keep theirs. */
import { isClosing, isHan, isOpening } from '../../text/cjk.ts'
import type { Edit } from '../../text/edit.ts'

/** A mark, or a pair of brackets with what stands between. Places count from the start of the line. */
export interface HalfWidth {
  readonly start: number
  readonly end: number
  /** Absent for brackets. */
  readonly full?: string
  /** The brackets are those of an ordinal, which has its own rule. */
  readonly ordinal?: true
  readonly edits: readonly Edit[]
}

/** Of these one stands in every line that has such a mark. */
export const HALF_WIDTH = ',;:?!('

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }
const ORDINAL = /^\s{0,8}[（(][0-9一二三四五六七八九十]{1,3}[）)]/
/** How far a bracket may close; further off it is another one's. */
const LONGEST = 120
/** A web address runs on to the next blank or full-width mark, Chinese characters included. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s，。；：、（）“”《》]*$/

/** The half-width marks of a line, in order. */
export function halfWidthMarks(text: string): readonly HalfWidth[] {
  const found: HalfWidth[] = []
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] as string
    const full = FULL[mark]
    const half = full !== undefined ? point(text, at, full) : mark === '(' ? brackets(text, at) : undefined
    if (half) found.push(half)
  }
  return found
}

function point(text: string, at: number, full: string): HalfWidth | undefined {
  const left = text[at - 1] ?? ''
  const spaces = /^[ \u00a0]*/.exec(text.slice(at + 1, at + 4))?.[0].length ?? 0
  const right = text[at + 1 + spaces] ?? ''
  const afterHan = isHan(left) || isClosing(left)
  const betweenLatinAndHan = /[0-9A-Za-z%％)]/.test(left) && isHan(right) && (full === '，' || full === '；')
  if (!(afterHan && (spaces === 0 || isHan(right) || isOpening(right) || /[0-9]/.test(right))) && !betweenLatinAndHan)
    return undefined
  if (ADDRESS.test(text.slice(Math.max(0, at - LONGEST), at))) return undefined
  return { start: at, end: at + 1, full, edits: [{ span: { start: at, end: at + 1 + spaces }, text: full }] }
}

function brackets(text: string, open: number): HalfWidth | undefined {
  const inside = text.slice(open + 1, open + 1 + LONGEST)
  const length = inside.search(/[()（）]/)
  const close = inside[length]
  if (length < 0 || (close !== ')' && close !== '）') || !/\p{Script=Han}/u.test(inside.slice(0, length)))
    return undefined
  const ordinal = open < 8 && ORDINAL.test(text) && text.search(/[（(]/) === open
  const end = open + 1 + length
  const edits = [{ span: { start: open, end: open + 1 }, text: '（' }]
  if (close === ')') edits.push({ span: { start: end, end: end + 1 }, text: '）' })
  return { start: open, end: end + 1, edits, ...(ordinal ? { ordinal } : {}) }
}
