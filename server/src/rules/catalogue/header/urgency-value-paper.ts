import { PAPER_URGENCIES } from '../../../standard/urgency.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { isTelegram } from '../../readings/telegram.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 紧急公文的紧急程度限“特急”“加急”。 */
export default rule({
  id: 'urgency-value-paper',
  name: '紧急程度用语',
  group: '版头',
  clause: '《党政机关公文处理工作条例》第九条第三项',
  strength: '规定',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('紧急程度: 紧急'), good: withHead('紧急程度: 特急'), reports: 1 },
    { bad: withHead('紧急程度: 平急'), reports: 1 },
    { quiet: withHead('紧急程度: 特急') },
    { quiet: withHead('紧急程度: 加急') },
    { quiet: withHead('发文机关标志: 某某市人民政府明传电报\n紧急程度: 平急') },
    { quiet: withHead('紧急程度:') },
  ],
  visit: {
    urgency: asWritten((typed, { document, report }) => {
      const text = typed.text.trim()
      if (isTelegram(document) || PAPER_URGENCIES.includes(text)) return
      report({
        at: typed.at,
        message: message('紧急公文标“特急”或者“加急”，没有“{0}”这一等（《条例》第九条第三项）。', text),
        fixes: PAPER_URGENCIES.map((each) => replaceBy('suggestion', typed.at.span, each)),
      })
    }),
  },
})
