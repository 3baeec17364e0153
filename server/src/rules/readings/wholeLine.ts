import type { At } from '../../syntax/tree.ts'
import type { Fix } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import { suggestion } from '../fixes.ts'

/** 删去这一行, with the line end behind it. */
export function dropLine({ section, span }: At): Fix {
  const { text } = section
  let { start, end } = span
  while (start > 0 && !/[\r\n]/.test(text[start - 1] as string)) start--
  while (end < text.length && !/[\r\n]/.test(text[end] as string)) end++
  if (text[end] === '\r') end++
  if (text[end] === '\n') end++
  return suggestion(message('删去这一行'), { span: { start, end }, text: '' })
}
