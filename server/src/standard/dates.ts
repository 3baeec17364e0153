import { halfWidth } from '../text/cjk.ts'
import { readChineseDigits, readChineseNumber } from './chineseNumber.ts'

/** A day of the Gregorian calendar as 成文日期 and 印发日期 name it. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Whether the digits were Arabic, as GB/T 9704—2012 7.3.5.4 asks since 2012. */
  readonly arabic: boolean
}

const ARABIC = /([0-9０-９]{4})\s*年\s*([0-9０-９]{1,2})\s*月\s*([0-9０-９]{1,2})\s*日/
const CHINESE = /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/
const ANY = new RegExp(`${ARABIC.source}|${CHINESE.source}`)
const WHOLE = new RegExp(`^(?:${ANY.source})$`)

function fromMatch(match: RegExpMatchArray): CalendarDate | undefined {
  const date: CalendarDate =
    match[1] !== undefined
      ? {
          year: Number(halfWidth(match[1])),
          month: Number(halfWidth(match[2] as string)),
          day: Number(halfWidth(match[3] as string)),
          arabic: true,
        }
      : {
          year: readChineseDigits(match[4] as string) ?? 0,
          month: readChineseNumber(match[5] as string) ?? 0,
          day: readChineseNumber(match[6] as string) ?? 0,
          arabic: false,
        }
  return isCalendarDay(date) ? date : undefined
}

/** Whether the month has that day in that year. */
export function isCalendarDay({ year, month, day }: { year: number; month: number; day: number }): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number)
}

/** Reads a text that is nothing but a date, in Arabic or Chinese digits; undefined also for days that do not exist. */
export function readDate(text: string): CalendarDate | undefined {
  const match = WHOLE.exec(text.trim())
  return match ? fromMatch(match) : undefined
}

/** The first full date in a text. */
export function findDate(text: string): CalendarDate | undefined {
  const match = ANY.exec(text)
  return match ? fromMatch(match) : undefined
}

/** Whether a text looks like a whole date, valid or not. */
export function looksLikeDate(text: string): boolean {
  return WHOLE.test(text.trim())
}

/** Where the first full date stands in a text, as typed. */
export function findDateText(text: string): string | undefined {
  return ANY.exec(text)?.[0]
}

/** First full year of GB/T 9704—2012, which took the place of Chinese digits in July 2012: what is older may have them. */
export const FIRST_ARABIC_YEAR = 2013

/** The four digits that two stand for, from 1950 to 2049: no 公文 of this form is older than the state. */
export function fullYear(twoDigits: string): string {
  return `${twoDigits < '50' ? '20' : '19'}${twoDigits}`
}

/** `2026年9月4日`: full year, no padding (GB/T 9704—2012 7.3.5.4). */
export function spellDate({ year, month, day }: { year: number; month: number; day: number }): string {
  return `${year}年${month}月${day}日`
}
