import { halfWidth } from '../../../text/cjk.ts'
import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

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
    docNumber: asWritten(({ text, at }, { report }) => {
      const found = matchesOf(/[０-９]+/g, text)
      const [first] = found
      if (!first) return
      const placeOf = ({ 0: digits, index }: RegExpExecArray) => within(at, index, index + digits.length)
      report({
        at: placeOf(first),
        message: message('文号用了全角数字“{0}”，应当用半角阿拉伯数字（GB/T 9704—2012 7.2.5）。', first[0]),
        fixes: [
          safeFix(
            message('改为半角数字'),
            ...found.map((match) => ({ span: placeOf(match).span, text: halfWidth(match[0]) })),
          ),
        ],
      })
    }),
  },
})
