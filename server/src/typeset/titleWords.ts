import { GENRES } from '../standard/genres.ts'
import { TITLE_COLUMNS } from '../standard/layout.ts'
import { PUBLIC_ORGANS } from '../standard/organs.ts'
import { columnsOf, isClosing, isHan, isOpening, isPoint, wordsOf } from '../text/cjk.ts'
import { joinsNumber } from './characters.ts'

/** A part of a title that is never parted, and what it costs to end a line before it. */
export interface TitleWord {
  readonly text: string
  readonly cost: number
}

/** What ending a line costs; the weights are a matter of taste, tried on published titles. */
const COST = {
  /** Behind the organ, before 关于; between the names of joint issue. */
  organ: -4,
  /** Before 《: what is issued begins a line. */
  name: 0.5,
  /** Behind 、 or before 和: between the links of a list. */
  list: 1,
  /** Between two words. */
  word: 2,
  /** Behind 的. */
  of: 2,
  /** Behind 关于, 和 and the like: a line does not end with a word that leads on. */
  leading: 7,
  /** Inside a 《》 that is too long for a line. */
  torn: 4,
  /** Inside a 《》, next to its ends. */
  tornAtEnd: 8,
} as const

const LEADING = /(?:关于|关于进一步|关于做好|关于对|[和与及或对在将把为向由经给就])$/
/** Words of one character that belong to the word behind them, not to the one before. */
const PREFIX = new Set('新非第各全再副拟未某不无反超准老')
/** … that stand for themselves. */
const LINKS = new Set('和与及或对在将把为向由经给就等从被以')

/** Organs are told by how they end, from the start of the title or of a line of it up to 关于. */
const MOST_ORGANS = 120

/**
 * Cuts a title into what is never parted: words of the dictionary, numbers with their measure words, 《》 and “” with what
 * stands close to them, names of organs, and the last 的 with its 文种 (GB/T 9704—2012 7.3.1: 词意完整).
 * @param names organs that are not torn
 */
export function titleWords(text: string, names: readonly string[]): readonly TitleWord[] {
  const kept = wholeSpans(text, names)
  const inside = new Uint8Array(text.length + 1)
  for (const [from, to] of kept) inside.fill(1, from + 1, to)
  const starts = segmentStarts(text).filter((at) => inside[at] !== 1)
  const named = organEnds(text)
  return starts.map((at, index) => ({
    text: text.slice(at, starts[index + 1] ?? text.length),
    cost: index === 0 ? 0 : costBefore(text, at, named),
  }))
}

/** Where the words of the dictionary begin, those of one character joined to their neighbours. */
function segmentStarts(text: string): readonly number[] {
  const starts = [0]
  let before = ''
  for (const { segment, index } of wordsOf(text)) {
    if (index > 0 && !isJoined(text, before, segment, index)) starts.push(index)
    before = segment
  }
  return starts
}

function isJoined(text: string, before: string, segment: string, index: number): boolean {
  const last = before.at(-1) as string
  if (segment === '的' || isClosing(segment) || isPoint(segment) || isOpening(last)) return true
  if (/^\s/.test(segment)) return true
  if (/^[-—－～·%％]/.test(segment) || /[-—－～·]$/.test(before)) return true
  if (isDigit(last) && (isDigit(segment[0] as string) || joinsNumber(last, segment[0] as string))) return true
  if (last === '第' && isDigit(segment[0] as string)) return true
  if (/^[A-Za-z0-9]/.test(segment) && /[A-Za-z0-9.]$/.test(before)) return true
  if (PREFIX.has(before) && isHan(segment[0] as string)) return true
  if (/^第./.test(before) && /^[\u4e00-\u9fff]{1,2}$/.test(segment) && MEASURES.test(segment)) return true
  if (POST.test(segment)) return true
  const alone = LINKS.has(segment) || PREFIX.has(segment) || LINKS.has(last) || text.slice(0, index).endsWith('关于')
  return segment.length === 1 && isHan(segment) && !alone
}

/** What is counted behind 第四. */
const MEASURES = /^(?:季度|批|次|届|期|号|条|轮|阶段)/
/** Posts, which stay with the name before them. */
const POST = /^(?:副?总理|副?主席|副?省长|副?市长|副?县长|书记|部长|局长)$/

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

/** Spans that are not parted: what fits a line only. */
function wholeSpans(text: string, names: readonly string[]): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = []
  const keep = (from: number, to: number) => {
    if (columnsOf(text.slice(from, to)) <= TITLE_COLUMNS) spans.push([from, to])
  }
  const tail = TAIL.exec(text)
  for (const { 0: found, index } of text.matchAll(/《[^《》]+》|“[^“”]{1,12}”|（[^（）]{1,12}）|〔\d+〕[^\s]*?号/g)) {
    const end = index + found.length
    // What is said of the whole 《》 stays on its line: 的通知.
    const to = tail && tail.index === end ? text.length : end
    if (columnsOf(text.slice(index, to)) <= TITLE_COLUMNS) keep(index, to)
    else if (!tail || tail.index !== end) keep(index, end)
  }
  if (tail) keep(lastWordStart(text, tail.index), text.length)
  for (const [from, to] of organSpans(text, names)) keep(from, to)
  return spans
}

/** The 的 before the 文种 at the end. */
const TAIL = new RegExp(
  `的(?:紧急|补充|实施|指导|若干|暂行)?(?:${[...GENRES.map(({ name }) => name), '复函', '答复', '规定', '办法', '方案'].join('|')})$`,
)

/** The word before the last 的, so that the phrase is not parted. */
function lastWordStart(text: string, at: number): number {
  let start = at
  for (const { index } of wordsOf(text)) {
    if (index >= at) break
    start = index
  }
  return start
}

function* organSpans(text: string, names: readonly string[]): Generator<readonly [number, number]> {
  const known = PUBLIC_ORGANS.map(({ name }) => name)
  for (const name of [...names, ...known]) {
    if (name.length < 3) continue
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) yield [at, at + name.length]
  }
  const end = organEnds(text).at(-1) ?? 0
  for (const { 0: found, index } of text.slice(0, end).matchAll(/[^\s\u3000、]+/g)) yield [index, index + found.length]
  for (const { 0: found, index } of text.matchAll(COMPANY)) yield [index, index + found.length]
}

/** A company behind the verb that it is the object of. */
const COMPANY = /(?<=关于同意|关于对|关于给予|关于授予|关于设立)[^、，《》]{3,18}?公司/g

/** Where the names of the issuing organs end: each at a blank, the last before 关于 or 对. */
function organEnds(text: string): readonly number[] {
  const at = text.slice(0, MOST_ORGANS).search(/关于|对(?=.*的(?:答复|复函|批复)$)/)
  if (at <= 0 || /[《》，。；：]/.test(text.slice(0, at))) return []
  const blanks = [...text.slice(0, at).matchAll(/[\s\u3000]+/g)].map(({ 0: blank, index }) => index + blank.length)
  return [...blanks, at]
}

function costBefore(text: string, at: number, organs: readonly number[]): number {
  if (organs.includes(at)) return COST.organ
  const before = text.slice(0, at)
  const open = before.lastIndexOf('《')
  const torn = open > before.lastIndexOf('》') ? tornCost(text, at, open) : 0
  if (LEADING.test(before)) return COST.leading + torn
  if (text[at] === '《') return COST.name
  if (/[、，\s]$/.test(before) || /^[和与及]/.test(text.slice(at))) return COST.list + torn
  return (before.endsWith('的') ? COST.of : COST.word) + torn
}

function tornCost(text: string, at: number, open: number): number {
  const close = text.indexOf('》', at)
  return at - open < 5 || (close >= 0 && close - at < 4) ? COST.tornAtEnd : COST.torn
}
