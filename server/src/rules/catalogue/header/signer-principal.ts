import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const POST = /副?(?:处长|科长|股长|局长|厅长|主任|市长|县长|区长|部长|书记|司长|院长|校长|经理)/

/** 签发人只写姓名；上行文由机关主要负责人签发，写了处长、科长的请核对。 */
export default rule({
  id: 'signer-principal',
  name: '签发人只写姓名',
  group: '版头',
  clause: '《党政机关公文处理工作条例》第二十二条；GB/T 9704—2012 7.2.6',
  strength: '推荐',
  severity: 'info',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('签发人: 处长李某某', '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n'),
      reports: 1,
    },
    {
      bad: withHead('签发人: 王某某局长', '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n'),
      reports: 1,
    },
    { quiet: withHead('签发人: 王某某', '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n') },
    {
      quiet: withHead(
        '签发人: [王某某, 李某某]',
        '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n',
      ),
    },
  ],
  visit: {
    approver: asWritten((typed, { report }) => {
      const match = POST.exec(typed.text)
      if (!match) return
      report({
        at: typed.at,
        message: message(
          /[处科股]长$|^副/.test(match[0])
            ? '上行文由机关主要负责人签发，“{0}”请核对；签发人只写姓名，不写职务（《条例》第二十二条）。'
            : '签发人只写姓名，不写“{0}”（GB/T 9704—2012 7.2.6）。',
          match[0],
        ),
      })
    }),
  },
})
