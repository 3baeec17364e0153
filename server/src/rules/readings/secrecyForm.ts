/** 密级★期限 as typed: level, what stands between, period. */
export interface SecrecyForm {
  readonly level: string
  readonly mark: string
  readonly period: string
}

const FORM =
  /^([^★☆*＊·\s0-9０-９一二三四五六七八九十]{1,6}?)((?:\s|[★☆*＊·])*)([0-9０-９一二三四五六七八九十长半].*)?$/

/** undefined where nothing looks like it */
export function readSecrecy(text: string): SecrecyForm | undefined {
  const match = FORM.exec(text.trim())
  return match ? { level: match[1] as string, mark: match[2] as string, period: match[3] ?? '' } : undefined
}
