/** A date with its day of the week, a number in words, a sum of money in capital figures too. */
import type { GongwenDocument } from '../model/document.ts'
import { findDate } from '../standard/dates.ts'
import { spellNumber } from '../standard/spelledNumber.ts'
import { sourceText } from '../syntax/tree.ts'
import type { Message } from '../text/finding.ts'
import { matchesOf } from '../text/matches.ts'
import { message } from '../text/message.ts'
import type { Hover } from './hover.ts'

const DATE = /[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日/g
/** Not the digits of a code, a decimal of an outline or a 字号. */
const NUMBER =
  /(?<![0-9A-Za-z.〔[（第-])([0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+)(\.[0-9]+)?(万亿|亿|万)?(元)?(?![0-9A-Za-z.年月日号〕\]-])/g
/** Shorter numbers are read without help. */
const SHORTEST = 4

export function hoverFigure({ tree }: GongwenDocument, offset: number): Hover | undefined {
  const text = sourceText(tree)
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const line = text.slice(start, start + (/[\r\n]|$/.exec(text.slice(start))?.index ?? 0))
  const at = offset - start
  for (const [pattern, say] of [
    [DATE, sayDate],
    [NUMBER, sayNumber],
  ] as const) {
    for (const match of matchesOf(pattern, line)) {
      const span = { start: start + match.index, end: start + match.index + match[0].length }
      if (at < match.index || at >= match.index + match[0].length) continue
      const said = say(match)
      if (said) return { span, markdown: [said] }
    }
  }
  return undefined
}

const WEEK = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const

function sayDate([written]: RegExpExecArray): readonly Message[] | undefined {
  const date = findDate(written)
  if (!date) return undefined
  const weekday = new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay()
  const year = [...String(date.year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
  const [month, day] = [date.month, date.day].map((part) => spellNumber(String(part), 'plain'))
  return [message('{0}，{1}　{2}', written, message(WEEK[weekday] ?? ''), `${year}年${month}月${day}日`)]
}

function sayNumber([written, whole = '', fraction = '', unit = '', money]: RegExpExecArray):
  | readonly Message[]
  | undefined {
  const digits = whole.replace(/[,，]/g, '')
  const plain = spellNumber(digits + fraction, 'plain')
  if (plain === undefined || (digits.length < SHORTEST && !money)) return undefined
  const capital = money && fraction === '' ? spellNumber(digits, 'capital') : undefined
  return [
    message('{0}：{1}', written, `${plain}${unit}${money ?? ''}`),
    ...(capital ? [message('大写：{0}', `人民币${capital}${unit}元整`)] : []),
  ]
}
