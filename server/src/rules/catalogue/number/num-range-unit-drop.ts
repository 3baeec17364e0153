import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { mixedForms } from '../../readings/mixedForms.ts'

const UNIT = '(?:千米|公里|厘米|毫米|千克|公斤|小时|分钟|平方米|立方米|公顷|米|吨|克|升|天|岁|元)'

/** 数值范围前一个数带不带单位，全文一致。 */
export default rule({
  id: 'num-range-unit-drop',
  name: '范围的单位统一',
  group: '数字',
  clause: 'GB/T 15834—2011 附录A.11；GB/T 15835—2011 5.1.3',
  strength: '推荐',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '相距5千米～8千米，宽3～5米。\n', good: '相距5～8千米，宽3～5米。\n', reports: 1 },
    { quiet: '相距5～8千米，宽3～5米。\n' },
    { quiet: '相距5千米～8千米，宽3米～5米。\n' },
    { quiet: '相距800米～2千米，宽3～5米。\n' },
  ],
  visit: {
    document: mixedForms({
      odd: new RegExp(`(?<![0-9.])[0-9]{1,6}(?:\\.[0-9]{1,3})?(${UNIT})[～—][0-9]{1,6}(?:\\.[0-9]{1,3})?\\1`, 'g'),
      usual: new RegExp(`(?<![0-9.])[0-9]{1,6}(?:\\.[0-9]{1,3})?～[0-9]{1,6}(?:\\.[0-9]{1,3})?${UNIT}`, 'g'),
      triggers: '～',
      remark: (odd, usual) => {
        const instead = odd.replace(/^([0-9.]+)[^0-9～—]+/, '$1')
        return {
          message: message('“{0}”和“{1}”写法不同，单位可以只写一次，全文宜统一（GB/T 15834—2011 A.11）。', odd, usual),
          instead,
        }
      },
    }),
  },
})
