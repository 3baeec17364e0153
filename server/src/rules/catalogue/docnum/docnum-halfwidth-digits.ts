import { halfWidth } from '../../../text/cjk.ts'
import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within, written } from '../../place.ts'
import { withHead } from '../../sample.ts'

/** 发文字号的年份和顺序号用半角阿拉伯数字。 */
export default rule({
  id: 'docnum-halfwidth-digits',
  name: '文号数字用半角',
  group: '发文字号',
  clause: 'GB/T 9704—2012 7.2.5',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文字号: 某政发〔２０２６〕５号'), good: withHead('发文字号: 某政发〔2026〕5号'), reports: 1 },
    { quiet: withHead('发文字号: 某政发〔2026〕5号') },
    { quiet: withHead('附注: 联系电话：０７１１２３４５') },
  ],
  visit: {
    docNumber(element, context) {
      const typed = written(element)
      const found = typed ? matchesOf(/[０-９]+/g, typed.text) : []
      const [first] = found
      if (!typed || !first) return
      const edits = found.map((match) => ({
        span: within(typed.at, match.index, match.index + match[0].length).span,
        text: halfWidth(match[0]),
      }))
      context.report({
        at: within(typed.at, first.index, first.index + first[0].length),
        message: message('文号用了全角数字“{0}”，应当用半角阿拉伯数字（GB/T 9704—2012 7.2.5）。', first[0]),
        fixes: [safeFix(message('改为半角数字'), ...edits)],
      })
    },
  },
})
