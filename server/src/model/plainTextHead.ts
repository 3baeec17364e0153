import { ANY_LEVEL } from '../standard/secrecy.ts'
import { TELEGRAM_URGENCIES } from '../standard/urgency.ts'
import type { Span } from '../text/span.ts'

/** A value of the head, with its place in the line. */
export interface HeadValue {
  readonly key: string
  readonly values: readonly string[]
  /** Counted from the start of the line. */
  readonly span: Span
}

/** With the slips that rules mend: a short year, 第, a missing 号, the year in front. */
const DOC_NUMBER =
  /^(?:[^\s，。；：《》“”]{1,20}[〔[【(（［][0-9０-９]{2,4}年?[〕\]】)）］]第?[0-9０-９]{1,5}号?|〔[0-9]{4}〕[^\s，。；：《》“”0-9]{1,8}[0-9]{1,5}号)$/

/** What people write instead, in a line of its own; a rule says what it should be. */
const LOOSE_URGENCIES = ['紧急', '火急', '急件', '特急件', '加急件', '十万火急']

const PIECES: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/^(?:份号[：:]?)?([0-9]{6})$/, '份号'],
  [new RegExp(`^(?:密级(?:和保密期限)?[：:])?((?:${ANY_LEVEL})(?:★.{1,20})?)$`), '密级'],
  [new RegExp(`^(?:紧急程度[：:])?(${[...TELEGRAM_URGENCIES, ...LOOSE_URGENCIES].join('|')})$`), '紧急程度'],
  [/^签发人[：:]\s*(\S.*)$/, '签发人'],
  [new RegExp(`(${DOC_NUMBER.source})`), '发文字号'],
  [/^((?:(?!关于)[^，。：《》]){2,40}文件)$/, '发文机关标志'],
]

/** Lines that only draw: the red rule, rows of stars. */
export function isRule(line: string): boolean {
  return /^[—–\-_＿━─═=*＊★\s]{3,}$/.test(line)
}

/**
 * What a line above the title says of the head: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, several of them side by side where
 * blanks part them. Undefined when anything else stands in the line.
 */
export function readHeadLine(line: string): readonly HeadValue[] | undefined {
  const found: HeadValue[] = []
  for (const match of pieces(line)) {
    const value = readPiece(match[0])
    if (!value) return undefined
    const start = match.index + match[0].indexOf(value.text)
    const values = value.key === '签发人' ? value.text.split(/[\s、，]+/) : [value.text]
    found.push({ key: value.key, values, span: { start, end: start + value.text.length } })
  }
  return found.length > 0 ? found : undefined
}

/** 签发人：张某某 李某某 is one piece to its end; everything else ends at a blank. */
function pieces(line: string): IterableIterator<RegExpExecArray> {
  return line.matchAll(/签发人[：:].*|(?:(?!签发人)\S)+/g)
}

function readPiece(piece: string): { readonly key: string; readonly text: string } | undefined {
  for (const [pattern, key] of PIECES) {
    const match = pattern.exec(piece)
    if (match) return { key, text: (match[1] as string).trimEnd() }
  }
  return undefined
}
