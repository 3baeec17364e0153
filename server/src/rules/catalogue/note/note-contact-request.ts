import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'
import { lacksContact } from '../../readings/contactNote.ts'
import { withHead } from '../../sample.ts'

const REQUEST = '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n'

/** 请示在附注处注明联系人和电话；2000 年的办法有规定，2012 年的条例没有写，现在是通行做法。 */
export default rule({
  id: 'note-contact-request',
  name: '请示注明联系人',
  group: '附注',
  clause: '沿用《国家行政机关公文处理办法》（2000年，已废止）',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'issue',
  examples: [
    { bad: REQUEST, reports: 1 },
    { quiet: withHead('附注: 联系人：李某，电话：0000-8234567', REQUEST) },
    { quiet: `${REQUEST}\n（联系人：李某，联系电话：8234567）\n` },
    { quiet: '# 某某市水务局关于加强防汛工作的通知\n\n各直属单位：\n\n请认真落实。\n' },
  ],
  visit: {
    document(document, { report }) {
      if (!lacksContact(document, '请示')) return
      report({
        at: document.main.title?.at ?? BEGINNING,
        message: message('请示一般在附注里注明联系人和电话，例如“附注: 联系人：李某，电话：12345678”。'),
      })
    },
  },
})
