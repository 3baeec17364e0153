import { isSerial, normalised } from './docNumberForm.ts'
import type { Summary } from './summary.ts'

/** A 发文字号 taken apart: numbers of one series (代字 and year) are given in turn. */
export interface SeriesNumber {
  /** 代字〔年份〕 */
  readonly series: string
  readonly number: number
  /** As it should be written. */
  readonly written: string
}

const numbers = new WeakMap<Summary, { readonly number: SeriesNumber | undefined }>()

/** The number of a document within its series; undefined for drafts and for 第N号. */
export function seriesNumber(summary: Summary): SeriesNumber | undefined {
  let found = numbers.get(summary)
  if (!found) {
    found = { number: summary.docNumber === undefined ? undefined : readSeriesNumber(summary.docNumber) }
    numbers.set(summary, found)
  }
  return found.number
}

/** Reads `某政发〔2026〕5号`, also with wrong brackets or spaces. */
export function readSeriesNumber(text: string): SeriesNumber | undefined {
  if (isSerial(text)) return undefined
  const match = /^(.{1,20}〔[0-9]{4}〕)第?0*([0-9]{1,5})号$/.exec(normalised(text))
  if (!match) return undefined
  const [, series = '', digits = ''] = match
  return { series, number: Number(digits), written: `${series}${digits}号` }
}
