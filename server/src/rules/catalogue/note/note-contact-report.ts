import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'
import { lacksContact } from '../../readings/contactNote.ts'
import { withHead } from '../../sample.ts'

const REPORT = '# 某某市水务局关于防汛工作情况的报告\n\n某某市人民政府：\n\n现将有关情况报告如下。\n'

/** 报告也可以在附注里写联系人。 */
export default rule({
  id: 'note-contact-report',
  name: '报告注明联系人',
  group: '附注',
  clause: '报告附注的通行写法',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'issue',
  examples: [
    { bad: REPORT, reports: 1 },
    { quiet: withHead('附注: 联系人：李某，电话：0000-8234567', REPORT) },
    { quiet: '# 某某市水务局关于防汛工作情况的通报\n\n各直属单位：\n\n请认真落实。\n' },
  ],
  visit: {
    document(document, { report }) {
      if (!lacksContact(document, '报告')) return
      report({
        at: document.main.title?.at ?? BEGINNING,
        message: message('报告可以在附注里注明联系人和电话，便于上级机关询问。'),
      })
    },
  },
})
