import { TELEGRAM_URGENCIES } from '../../../standard/urgency.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { isTelegram } from '../../readings/telegram.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 电报的紧急程度限“特提”“特急”“加急”“平急”。 */
export default rule({
  id: 'urgency-value-telegram',
  name: '电报紧急程度用语',
  group: '版头',
  clause: '《党政机关公文处理工作条例》第九条第三项',
  strength: '规定',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文机关标志: 某某市人民政府明传电报\n紧急程度: 紧急'), reports: 1 },
    { quiet: withHead('发文机关标志: 某某市人民政府明传电报\n紧急程度: 平急') },
    { quiet: withHead('发文机关标志: 某某市人民政府明传电报\n紧急程度: 特提') },
    { quiet: withHead('紧急程度: 紧急') },
  ],
  visit: {
    urgency: asWritten((typed, { document, report }) => {
      const text = typed.text.trim()
      if (!isTelegram(document) || TELEGRAM_URGENCIES.includes(text)) return
      report({
        at: typed.at,
        message: message('电报标“特提”“特急”“加急”“平急”，没有“{0}”这一等（《条例》第九条第三项）。', text),
        fixes: TELEGRAM_URGENCIES.map((each) => replaceBy('suggestion', typed.at.span, each)),
      })
    }),
  },
})
