import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { mixedForms } from '../../readings/mixedForms.ts'

/** 多位数分不分节，全文一致；公文一般不分节。 */
export default rule({
  id: 'num-thousands',
  name: '多位数分节统一',
  group: '数字',
  clause: 'GB/T 15835—2011 5.1.1',
  strength: '推荐',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '收入1,234,567元，支出2345678元。\n',
      good: '收入1234567元，支出2345678元。\n',
      reports: 1,
    },
    { quiet: '收入1,234,567元，支出2,345,678元。\n' },
    { quiet: '第1,2组共12345户，收入1234567元。\n' },
  ],
  visit: {
    document: mixedForms({
      odd: /(?<![0-9,.A-Za-z])[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}(?![0-9,])/g,
      usual: /(?<![0-9,.A-Za-z-])[1-9][0-9]{4,11}(?=[元人户吨亩台件只头公平立千个名])/g,
      triggers: ',元人户吨亩台件只头公平立千个名',
      remark: (odd, usual) => {
        const instead = odd.replaceAll(',', '')
        return {
          message: message('“{0}”分节，“{1}”不分节，全文宜统一；公文一般不分节（GB/T 15835—2011 5.1.1）。', odd, usual),
          instead,
        }
      },
    }),
  },
})
