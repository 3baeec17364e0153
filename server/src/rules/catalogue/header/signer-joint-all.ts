import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'

/** 联合上行文标注全部签发人，顺序与发文机关相同。 */
export default rule({
  id: 'signer-joint-all',
  name: '联合上行文签发人齐全',
  group: '版头',
  clause: 'GB/T 9704—2012 7.2.6',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'issue',
  examples: [
    {
      bad: withHead(
        '发文机关: [某某市教育局, 某某市财政局]\n签发人: 王某某',
        '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n',
      ),
      reports: 1,
    },
    {
      quiet: withHead(
        '发文机关: [某某市教育局, 某某市财政局]\n签发人: [王某某, 李某某]',
        '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n',
      ),
    },
    {
      quiet: withHead(
        '发文机关: 某某市教育局\n签发人: 王某某',
        '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n',
      ),
    },
    {
      quiet: withHead(
        '发文机关: [某某市教育局, 某某市财政局]',
        '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n',
      ),
    },
  ],
  visit: {
    document({ issuers, approvers, direction }, { report }) {
      const named = approvers.filter(({ value }) => value.trim() !== '')
      const [first] = named
      if (direction?.value !== 'upward' || !first?.at || issuers.length < 2 || named.length >= issuers.length) return
      report({
        at: first.at,
        message: message(
          '联合上行文有{0}个机关，签发人只写了{1}个，应当按机关顺序写全（GB/T 9704—2012 7.2.6）。',
          issuers.length,
          named.length,
        ),
      })
    },
  },
})
