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

/** 《中华人民共和国保守国家秘密法》（2024年修订）第十四条 */
export const SECRECY_LEVELS = ['绝密', '机密', '秘密'] as const

/** The longest periods in years: 《中华人民共和国保守国家秘密法》（2024年修订）第二十条. */
export const SECRECY_CAPS: Readonly<Record<string, number>> = { 绝密: 30, 机密: 20, 秘密: 10 }
