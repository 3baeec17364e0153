import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { firstMatch } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** Zeros before the number, behind the year's bracket or behind 第. */
const PADDED = /[〕］\]】）)第]\s{0,3}([0０]+)([1-9１-９][0-9０-９]*)/

/** 发文顺序号不编虚位。 */
export default rule({
  id: 'docnum-no-padding',
  name: '文号不编虚位',
  group: '发文字号',
  clause: 'GB/T 9704—2012 7.2.5',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文字号: 某政发〔2026〕005号'), good: withHead('发文字号: 某政发〔2026〕5号'), reports: 1 },
    { quiet: withHead('发文字号: 某政发〔2026〕5号') },
    { quiet: withHead('发文字号: 某政发〔2026〕100号') },
  ],
  visit: {
    docNumber: asWritten(
      firstMatch(PADDED, ([whole, zeros = '', number = '']) => ({
        message: message('文号的顺序号不编虚位，“{0}{1}”应当写“{1}”（GB/T 9704—2012 7.2.5）。', zeros, number),
        start: whole.length - number.length - zeros.length,
        end: whole.length - number.length,
        instead: '',
        fix: 'safe',
      })),
    ),
  },
})
