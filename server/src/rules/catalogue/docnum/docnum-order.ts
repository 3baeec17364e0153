import { BLANK, isSerial, normalised, usesSerialNumbers } from '../../../model/docNumberForm.ts'
import type { GongwenDocument } from '../../../model/document.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

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
    docNumber: asWritten(({ text, at }, { document, report }) => {
      if (BLANK.test(text) || !isMisordered(text, document)) return
      report({
        at,
        message: message(
          '文号“{0}”的顺序不对，应当依次写机关代字、年份、顺序号，如“某政发〔2026〕5号”（《条例》第九条第五项）。',
          text,
        ),
      })
    }),
  },
})

/** Without 代字 where one is wanted, the year in front, or the year behind the number. */
function isMisordered(text: string, document: GongwenDocument): boolean {
  if (isSerial(text)) return document.genre !== undefined && !usesSerialNumbers(document)
  const pieces = normalised(text)
  return pieces.startsWith('〔') || /号〔[0-9]{2,4}〕$/.test(pieces)
}
