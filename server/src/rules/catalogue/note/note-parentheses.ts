import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'
import type { RuleContext } from '../../rule.ts'
import { withHead } from '../../sample.ts'
import { asWritten, type Written } from '../../written.ts'

const NOTE =
  /^此件(?:公开发布|主动公开|依申请公开|不予公开|不公开|可登报|不登报|发至[\p{Script=Han}]{1,12})$|^本文有删减$|^联系人[：:]/u
const OPEN = /^[[［【〔〈<{]/
const CLOSE = /[\]］】〕〉>}]$/
const HALF = /^\(.*\)$/

/** 附注加全角圆括号。 */
export default rule({
  id: 'note-parentheses',
  name: '附注加圆括号',
  group: '附注',
  clause: 'GB/T 9704—2012 7.3.6',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  triggers: '此本联',
  examples: [
    { bad: '请认真贯彻执行。\n\n[此件公开发布]\n', good: '请认真贯彻执行。\n\n（此件公开发布）\n', reports: 1 },
    { bad: '请认真贯彻执行。\n\n此件公开发布\n', good: '请认真贯彻执行。\n\n（此件公开发布）\n', reports: 1 },
    { bad: withHead('附注: 【此件公开发布】'), good: withHead('附注: （此件公开发布）'), reports: 1 },
    { quiet: '请认真贯彻执行。\n\n（此件公开发布）\n' },
    { quiet: withHead('附注: 此件公开发布') },
    { quiet: '此件公开发布后，各单位要认真学习。\n' },
    { quiet: '联系人要保持电话畅通。\n' },
  ],
  visit: {
    text(line, context) {
      if (line.text.length > 100) return
      const inside = line.text.trim().replace(OPEN, '').replace(CLOSE, '').trim()
      const bracketed = OPEN.test(line.text.trim()) && CLOSE.test(line.text.trim())
      // 联系人 without brackets is common in running text and tables.
      if (NOTE.test(inside) && (bracketed || !inside.startsWith('联系人'))) bracket(line, context)
    },
    note: asWritten((typed, context, element) => {
      if (element.origin === 'frontMatter' && !/\n/.test(typed.text) && isOddlyBracketed(typed.text.trim()))
        bracket(typed, context)
    }),
  },
})

function isOddlyBracketed(text: string): boolean {
  return (OPEN.test(text) && CLOSE.test(text)) || HALF.test(text)
}

function bracket({ text, at }: Written, { report }: RuleContext): void {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  const typed = text.slice(start, end)
  const bracketed = isOddlyBracketed(typed)
  report({
    at: within(at, start, end),
    message: message('附注应当加全角圆括号，写成“（此件公开发布）”的样子（GB/T 9704—2012 7.3.6）。'),
    fixes: [
      bracketed
        ? safeFix(
            message('改为全角圆括号'),
            { span: within(at, start, start + 1).span, text: '（' },
            { span: within(at, end - 1, end).span, text: '）' },
          )
        : safeFix(message('加上圆括号'), { span: within(at, start, end).span, text: `（${typed}）` }),
    ],
  })
}
