/** How 发文字号 are written, rightly and wrongly. */

import { halfWidth } from '../text/cjk.ts'
import type { GongwenDocument } from './document.ts'

const OPEN = '[〔［\\[【（(｛{〈<]'
const CLOSE = '[〕］\\]】）)｝}〉>]'
const DIGITS = '[0-9０-９]'

/** The bracketed year, with its brackets as groups 1 and 3 and its digits as group 2. */
export const YEAR = new RegExp(`(${OPEN})\\s{0,3}(${DIGITS}{1,4})\\s{0,3}(${CLOSE})`)
/** The number behind the year: groups 第, zeros, digits, 号. */
export const SEQUENCE = new RegExp(`${CLOSE}\\s{0,3}(第?)\\s{0,3}(0*)(${DIGITS}*)\\s{0,3}(号?)`)
/** A draft's number: the year or nothing in the brackets and no number. */
export const BLANK = new RegExp(
  `^$|${OPEN}\\s{0,3}${DIGITS}{0,4}\\s{0,3}${CLOSE}\\s{0,3}第?\\s{0,3}号?$|^第\\s{0,3}号$`,
)

/** 公告, 通告 and 令 are often numbered 第N号, YYYY年第N号 or 〔YYYY〕N号 (GB/T 9704—2012 10.2 and practice). */
const SERIAL_GENRES = new Set(['公告', '通告', '命令', '公报', '决议'])
const SERIAL = /^(?:〔[0-9]{4}〕|[0-9]{4}年)?第?[0-9]+号$/

/** Whether a document may be numbered without 代字, by its format, 文种 or red letters. */
export function usesSerialNumbers({ format, genre, head }: GongwenDocument): boolean {
  if (format === '命令' || SERIAL_GENRES.has(genre?.value ?? '')) return true
  return /(?:公告|通告|令)$/.test(String(head.issuerMark?.value ?? ''))
}

/** With half-width digits, right brackets and no spaces, to look at the order of its pieces. */
export function normalised(text: string): string {
  return halfWidth(text).replace(/\s+/g, '').replace(YEAR, '〔$2〕')
}

/** 第5号, 2026年第5号, 〔2026〕5号: a number without 代字. */
export function isSerial(text: string): boolean {
  return SERIAL.test(normalised(text))
}
