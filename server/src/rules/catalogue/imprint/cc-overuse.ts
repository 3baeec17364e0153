import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { routingOf } from '../../organs/routing.ts'
import { withHead } from '../../sample.ts'

const MANY = Array.from({ length: 31 }, (_, index) => `第${index + 1}中学`).join('，')
const FEW = MANY.split('，').slice(0, 30).join('，')

/** 抄送只列需要执行或者知晓的机关。 */
export default rule({
  id: 'cc-overuse',
  name: '抄送面过宽',
  group: '版记',
  clause: '《党政机关公文处理工作条例》第九条第十六项',
  strength: '规定',
  severity: 'info',
  fix: 'none',
  scope: 'document',
  due: 'always',
  options: {
    type: 'object',
    properties: {
      最多: { type: 'integer', default: 30, minimum: 1, maximum: 500, description: '抄送机关多于这个数时提醒。' },
    },
  },
  examples: [
    { bad: withHead(`抄送: ${MANY}。`), reports: 1 },
    { bad: withHead('抄送: 市委办公室，市政协办公室。'), profile: '规则:\n  cc-overuse:\n    最多: 1\n', reports: 1 },
    { quiet: withHead(`抄送: ${FEW}。`) },
    { quiet: withHead('抄送: 各省、自治区、直辖市人民政府。') },
  ],
  visit: {
    copyTo(element, { document, options, report }) {
      const { copies } = routingOf(document)
      const most = options.最多 as number
      if (copies.length <= most || !element.at) return
      report({
        at: element.at,
        message: message(
          '抄送了{0}个机关，请核对：抄送只列需要执行或者知晓公文内容的机关，可以用统称（《条例》第九条第十六项）。',
          copies.length,
        ),
      })
    },
  },
})
