import { ANY_LEVEL } from '../standard/secrecy.ts'
import { TELEGRAM_URGENCIES } from '../standard/urgency.ts'
import type { Span } from '../text/span.ts'

/** What the first lines of a plain text say of the head. */
export interface Head {
  /** By line: the keys that it says, none for one that only draws. */
  readonly taken: ReadonlyMap<number, readonly string[]>
  readonly values: readonly { readonly key: string; readonly values: readonly string[] }[]
}

/** A head longer than this is none. */
const MOST_HEAD_LINES = 14

/** The first lines, as far as each is wholly an element of the head or only draws, and the 期号 of a 纪要. */
export function readHead(lines: readonly string[]): Head {
  const taken = new Map<number, readonly string[]>()
  const values = new Map<string, readonly string[]>()
  let at = 0
  while (at < Math.min(lines.length, MOST_HEAD_LINES)) {
    const line = lines[at] as string
    const found = readHeadLine(line)
    const joint = found || values.has('发文机关') ? undefined : readJointMark(lines.slice(at, at + MOST_HEAD_LINES))
    if (isRule(line)) taken.set(at++, [])
    else if (joint) {
      values.set('发文机关', joint)
      for (const _ of joint) taken.set(at++, ['发文机关'])
    } else if (!found || found.some(({ key }) => values.has(key)) || isProse(found, lines[at + 1])) break
    else {
      for (const value of found) values.set(value.key, value.values)
      taken.set(
        at++,
        found.map(({ key }) => key),
      )
    }
  }
  takeIssueNumber(lines, at, taken, values)
  // Rules alone say nothing: a text that begins with a drawn line keeps it.
  if (values.size === 0) return { taken: new Map(), values: [] }
  return { taken, values: [...values].map(([key, typed]) => ({ key, values: typed })) }
}

/** A bare word 秘密 or six digits on top of a text that goes on at once as prose is no head. */
function isProse(found: readonly HeadValue[], next: string | undefined): boolean {
  return next === undefined || (found.every(({ key }) => key === '份号') && /[。；]$/.test(next))
}

const MOST_TITLE_LINES = 3

function takeIssueNumber(
  lines: readonly string[],
  from: number,
  taken: Map<number, readonly string[]>,
  values: Map<string, readonly string[]>,
): void {
  for (let at = from; at < from + MOST_TITLE_LINES; at++) {
    const number = readIssueNumber(lines[at + 1] ?? '', lines[at])
    if (number === undefined) continue
    values.set('格式', ['纪要']).set('期号', [number])
    taken.set(at + 1, ['期号'])
    return
  }
}

/** A value of the head, with its place in the line. */
interface HeadValue {
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
function isRule(line: string): boolean {
  return /^[—–\-_＿━─═=*＊★\s]{3,}$/.test(line)
}

/**
 * What a line above the title says of the head: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, several of them side by side where
 * blanks part them. Undefined when anything else stands in the line.
 */
function readHeadLine(line: string): readonly HeadValue[] | undefined {
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

/** Names of organs one below the other, 文件 behind one of them: the 标志 of a joint document, which a number follows. */
function readJointMark(lines: readonly string[]): readonly string[] | undefined {
  const many = lines.findIndex((line) => readHeadLine(line)?.some(({ key }) => key === '发文字号'))
  const names = lines.slice(0, Math.max(many, 0))
  const isMark = names.length > 1 && names.filter((line) => line.endsWith('文件')).length === 1
  const organs = names.map((line) => line.replace(/\s+/g, '').replace(/文件$/, ''))
  return isMark && organs.every((organ) => ORGAN_NAME.test(organ)) ? organs : undefined
}

const ORGAN_NAME = /^(?!.*关于)[\p{Script=Han}]{3,30}(?:局|委|委员会|厅|部|办公室|政府|院|署|会|中心|公司)$/u

/** The 期号 of a 纪要, below its 标志. */
function readIssueNumber(line: string, above: string | undefined): string | undefined {
  if (!above || !/纪\s*要$/.test(above)) return undefined
  return /^[（(〔]?(第\s*[0-9０-９一二三四五六七八九十]{1,6}\s*[期号])[）)〕]?$/.exec(line)?.[1]
}
