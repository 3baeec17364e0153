import { BLANK, isSerial, normalised, usesSerialNumbers } from '../../../model/docNumberForm.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { written } from '../../place.ts'
import { withHead } from '../../sample.ts'

/** 发文字号由机关代字、年份、顺序号依次组成。 */
export default rule({
  id: 'docnum-order',
  name: '文号结构顺序',
  group: '发文字号',
  clause: '《党政机关公文处理工作条例》第九条第五项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文字号: 〔2026〕某政发5号'), reports: 1 },
    { bad: withHead('发文字号: 2026年第5号'), reports: 1 },
    { quiet: withHead('发文字号: 某政发〔2026〕5号') },
    { quiet: withHead('发文字号: 某政办函〔2026〕号') },
    { quiet: withHead('发文字号: 2026年第5号', '# 某某市人民政府关于封山育林的公告\n') },
  ],
  visit: {
    docNumber(element, context) {
      const typed = written(element)
      if (!typed || BLANK.test(typed.text)) return
      if (isSerial(typed.text)) {
        if (!context.document.genre || usesSerialNumbers(context.document)) return
      } else if (!/^〔/.test(normalised(typed.text)) && !/号〔[0-9]{2,4}〕$/.test(normalised(typed.text))) return
      context.report({
        at: typed.at,
        message: message(
          '文号“{0}”的顺序不对，应当依次写机关代字、年份、顺序号，如“某政发〔2026〕5号”（《条例》第九条第五项）。',
          typed.text,
        ),
      })
    },
  },
})
