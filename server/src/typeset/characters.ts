import { isInvisible } from '../fonts/characters.ts'
import { isClosing, isLatin, isOpening, isPoint } from '../text/cjk.ts'

/**
 * How a character behaves in a line. `hang` marks are no points but may not begin a line either (连接号, 间隔号, 分隔号:
 * GB/T 15834—2011 5.1.6, 5.1.7, 5.1.9); `accent` is drawn over the character before it; `none` is not drawn at all.
 */
export type CharacterKind =
  | 'plain'
  | 'open'
  | 'close'
  | 'point'
  | 'hang'
  | 'dash'
  | 'latin'
  | 'space'
  | 'accent'
  | 'none'

const HANG = new Set('·～－•／‧・')
const BLANK = /^[\p{Zs}\t]$/u
const LINE_END = /^[\p{Zl}\p{Zp}\n\r\v\f]$/u
const ACCENT = /^[\p{Mn}\p{Me}]$/u
const cache = new Map<string, CharacterKind>()

export function kindOf(character: string): CharacterKind {
  let kind = cache.get(character)
  if (kind === undefined) {
    kind = classify(character)
    if (cache.size < 30000) cache.set(character, kind)
  }
  return kind
}

function classify(character: string): CharacterKind {
  if (BLANK.test(character)) return 'space'
  if (isLatin(character)) return 'latin'
  if (isOpening(character)) return 'open'
  if (isClosing(character)) return 'close'
  if (isPoint(character)) return 'point'
  if (HANG.has(character)) return 'hang'
  if (character === '—' || character === '…') return 'dash'
  // A wide face may have half-width brackets at the half of the cell; their law is that of the full-width ones.
  if (isInvisible(character) || LINE_END.test(character)) return 'none'
  return ACCENT.test(character) ? 'accent' : 'plain'
}

/** Joins the characters on either side of it into one sign or word, so that no line ends behind it. */
export function isJoiner(character: string): boolean {
  return character === '\u200d' || character === '\u2060' || character === '\ufeff' || character === '\u00a0'
}

/** 分隔号 stands neither first nor last (GB/T 15834—2011 5.1.9); signs of money stay before their number. */
export function isNeverLast(character: string): boolean {
  return character === '／' || character === '￥' || character === '＄' || character === '№'
}

/** Measure words and signs that stay on the line of the number before them. */
const AFTER_NUMBER = new Set('年月日时分秒个元万亿千百人名号％‰℃度米吨克亩倍次所家户台辆项条款件份页期届岁章节')
const AFTER_MYRIAD = new Set('元人亩吨户')

/** How the 代字 of a 发文字号 ends. */
const SIGN_ENDS = new Set('发函字电办令规复文')

/** Whether lines may have to be kept from ending before the character: only then is the rest asked for. */
export function mayCling(character: string): boolean {
  return AFTER_NUMBER.has(character) || SIGN_ENDS.has(character) || character === '〔'
}

/** Whether `next` belongs to the number that `before` ends, so that no line ends between them (GB/T 15835—2011 5.1.7). */
export function joinsNumber(before: string, next: string): boolean {
  const last = before.charCodeAt(before.length - 1)
  if (last >= 0x30 && last <= 0x39) return AFTER_NUMBER.has(next)
  return (before === '万' || before === '亿') && AFTER_MYRIAD.has(next)
}

/**
 * Places that a line rather does not end at: inside a 发文字号, behind 第 and behind the sign of a range, before a number.
 * @param next what follows, its first two characters at least
 */
export function holdsNumber(before: string, next: string): boolean {
  const first = next[0] as string
  if (SIGN_ENDS.has(first)) return next[1] === '〔'
  if (first === '〔') return SIGN_ENDS.has(before) && isDigit(next[1])
  if (before === '〕') return isDigit(first) || first === '第'
  return (before === '第' || before === '～' || before === '—') && isDigit(first)
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

/** Offsets at which a Latin word may be parted: after the separators of a URL or a path, and after a hyphen. */
export function latinBreaks(word: string): readonly number[] {
  const breaks: number[] = []
  if (word.length < 8) return breaks
  const address = /^[a-z]+:\/\/|^www\.|\//i.test(word)
  for (let i = 2; i < word.length - 2; i++) {
    const mark = word[i - 1] as string
    if (/[A-Za-z]/.test(word[i - 2] as string) && mark === '-' && /[A-Za-z]/.test(word[i] as string)) breaks.push(i)
    else if (address && /[/?&=#_.-]/.test(mark) && /[A-Za-z0-9]/.test(word[i] as string)) breaks.push(i)
  }
  return breaks
}
