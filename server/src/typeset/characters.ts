import { isClosing, isLatin, isOpening, isPoint } from '../text/cjk.ts'

/**
 * How a character behaves in a line. `hang` marks are no points but may not begin a line either (间隔号, 连接号:
 * GB/T 15834—2011 5.1.5, 5.1.6).
 */
export type CharacterKind = 'plain' | 'open' | 'close' | 'point' | 'hang' | 'dash' | 'latin' | 'space'

const HANG = new Set('·～－•')
const cache = new Map<string, CharacterKind>()

export function kindOf(character: string): CharacterKind {
  const code = character.charCodeAt(0)
  if (code >= 0x4e00 && code < 0x9fa6) return 'plain'
  let kind = cache.get(character)
  if (kind === undefined) {
    kind = classify(character)
    if (cache.size < 30000) cache.set(character, kind)
  }
  return kind
}

function classify(character: string): CharacterKind {
  if (character === ' ' || character === '\t' || character === '\u00a0' || character === '\u3000') return 'space'
  if (isLatin(character)) return 'latin'
  if (isOpening(character)) return 'open'
  if (isClosing(character)) return 'close'
  if (isPoint(character)) return 'point'
  if (HANG.has(character)) return 'hang'
  if (character === '—' || character === '…') return 'dash'
  return 'plain'
}

/** Measure words and signs that stay on the line of the number before them. */
const AFTER_NUMBER = new Set('年月日时分秒个元万亿千百人名号％‰℃度米吨克亩倍次所家户台辆项条款件份页期届岁章节')
const AFTER_MYRIAD = new Set('元人亩吨户')

/** Whether `next` belongs to the number that `before` ends, so that no line ends between them (GB/T 15835—2011 5.1.7). */
export function joinsNumber(before: string, next: string): boolean {
  const last = before.charCodeAt(before.length - 1)
  if (last >= 0x30 && last <= 0x39) return AFTER_NUMBER.has(next)
  if (before === '万' || before === '亿') return AFTER_MYRIAD.has(next)
  return before === '〕' && /^[0-9第]/.test(next)
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
