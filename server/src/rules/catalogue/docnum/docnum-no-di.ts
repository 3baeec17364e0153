import { isSerial, SEQUENCE, usesSerialNumbers } from '../../../model/docNumberForm.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch, firstMatch } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const SAID = {
  message: message('文号的顺序号前不加“第”字（GB/T 9704—2012 7.2.5）。'),
  instead: '',
  fix: 'safe',
} as const
/** A number cited in the text; that of an order has 第. */
const CITED = /(?<=[发函办]〔(?:19|20)[0-9]{2}〕)第(?=[0-9]{1,5}号)/g

/** 发文顺序号不加“第”字；公告、通告和令按自己的编号。 */
export default rule({
  id: 'docnum-no-di',
  name: '文号不加第字',
  group: '发文字号',
  clause: 'GB/T 9704—2012 7.2.5',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  triggers: ['〕第'],
  examples: [
    { bad: withHead('发文字号: 某政发〔2026〕第5号'), good: withHead('发文字号: 某政发〔2026〕5号'), reports: 1 },
    { bad: '根据某政发〔2026〕第5号文件要求办理。\n', good: '根据某政发〔2026〕5号文件要求办理。\n', reports: 1 },
    { quiet: '根据某府令〔2026〕第5号公布的办法办理。\n' },
    { quiet: withHead('发文字号: 某政发〔2026〕5号') },
    { quiet: withHead('发文字号: 2026年第3号', '# 某某市人民政府关于封山育林的公告\n') },
    { quiet: withHead('发文字号: 第12号', '# 某某市人民政府关于禁放烟花爆竹的通告\n') },
  ],
  visit: {
    text: eachMatch(CITED, () => ({ ...SAID, severity: 'warning' })),
    docNumber: asWritten(
      firstMatch(SEQUENCE, ([whole, di, , number], text, { document }) => {
        if (!di || (usesSerialNumbers(document) && (isSerial(text) || number === ''))) return undefined
        const start = whole.indexOf(di)
        return { ...SAID, start, end: start + di.length }
      }),
    ),
  },
})
