import { isBlank, isLineEnd } from './blanks.ts'

/** What one look at a line tells. Filled anew for every line, so that a megabyte of text makes no garbage. */
export interface LineFacts {
  /** First and behind the last ink; equal on a blank line. */
  start: number
  end: number
  /** Behind the line end. */
  next: number
  hasPipe: boolean
  /** Holds a character of an inline mark: `*` `_` `\` `![`. */
  hasMark: boolean
  /** Only `:`, `-` and blanks: may be the second line of a table. */
  isRuler: boolean
  /** Holds a tab between its words, as rows pasted from a spreadsheet do. */
  hasTab: boolean
  /** May hold something that is not of the dialect. */
  isSuspect: boolean
}

/** First characters of lines that are worth a second look. */
const SUSPECT_STARTS = new Set([...'-+*>`~<#＃:：=＝_—–－─◆●•·▪'].map((each) => each.charCodeAt(0)))

/** Looks once at the line that begins at `from`. */
export function scanLine(text: string, from: number, facts: LineFacts): void {
  let at = from
  let start = -1
  let end = from
  facts.hasPipe = false
  facts.hasMark = false
  facts.isRuler = true
  facts.isSuspect = false
  facts.hasTab = false
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x3000 && unit < 0xfe00) {
      if (start < 0) start = at
      end = at + 1
      facts.isRuler = false
      continue
    }
    if (isLineEnd(unit)) break
    if (isBlank(unit)) {
      if (unit === 0x09 && start >= 0) facts.hasTab = true
      continue
    }
    if (start < 0) start = at
    end = at + 1
    if (unit === 0x3c || unit === 0x3e || unit === 0x5c) facts.isSuspect = true
    if (unit === 0x7c) facts.hasPipe = true
    else if (unit === 0x2a || unit === 0x5f || unit === 0x5c) facts.hasMark = true
    else if (unit === 0x21 && text.charCodeAt(at + 1) === 0x5b) facts.hasMark = true
    if (unit !== 0x3a && unit !== 0x2d) facts.isRuler = false
  }
  facts.start = start < 0 ? from : start
  facts.end = start < 0 ? from : end
  if (start >= 0 && SUSPECT_STARTS.has(text.charCodeAt(start))) facts.isSuspect = true
  facts.next = at + (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : at < text.length ? 1 : 0)
}
