import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { mixedForms } from '../../readings/mixedForms.ts'

/** 并列的书名号之间加不加顿号，全文一致。公开的公文两种都有，全文都加的只作提示。 */
export default rule({
  id: 'punc-bookmark-no-dunhao',
  name: '并列书名号间的顿号',
  group: '标点',
  clause: 'GB/T 15834—2011 4.5.3.5',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  together: (named) => message('并列的书名号之间通常不用顿号，全文有{0}处（GB/T 15834—2011 4.5.3.5）。', named.length),
  examples: [
    {
      bad: '执行《办法》、《细则》和《甲条例》《乙条例》。\n',
      good: '执行《办法》《细则》和《甲条例》《乙条例》。\n',
      reports: 1,
    },
    { bad: '执行《办法》、《细则》和《规定》。\n', good: '执行《办法》《细则》和《规定》。\n', reports: 1 },
    { quiet: '执行《办法》《细则》和《甲条例》《乙条例》。\n' },
    { quiet: '执行《办法》、某政发〔2026〕5号文件和《规定》。\n' },
    { quiet: '执行《甲》（2020年）、《乙》和《丙》《丁》。\n' },
  ],
  visit: {
    document: mixedForms({
      odd: /(?<=》)、(?=《)/g,
      usual: /》《/g,
      triggers: '》',
      remark: () => ({
        message: message('并列的书名号之间通常不用顿号，本文别处也没有用，宜统一（GB/T 15834—2011 4.5.3.5）。'),
        instead: '',
      }),
      // Half of the documents published since 2018 write it so.
      throughout: () => ({
        message: message('并列的书名号之间通常不用顿号（GB/T 15834—2011 4.5.3.5）。'),
        instead: '',
        severity: 'hint',
      }),
    }),
  },
})
