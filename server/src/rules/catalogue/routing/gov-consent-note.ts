import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { instructionOf } from '../../organs/consent.ts'

/** 经政府同意由部门向下级政府行文的，文中注明已经政府同意。 */
export default rule({
  id: 'gov-consent-note',
  name: '注明已经政府同意',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十六条第二项',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市民政局关于印发工作方案的通知\n\n各县（市、区）人民政府：\n\n现将方案印发给你们，请组织实施。\n',
      reports: 1,
    },
    {
      quiet: '# 某某市民政局关于印发工作方案的通知\n\n各县（市、区）人民政府：\n\n经市政府同意，现将方案印发给你们。\n',
    },
    { quiet: '# 某某市民政局关于印发工作方案的通知\n\n各县（市、区）民政局：\n\n现将方案印发给你们。\n' },
    { quiet: '# 某某市民政局关于工作情况的报告\n\n某某市人民政府：\n\n现将情况报告如下。\n' },
  ],
  visit: {
    document(document, { report }) {
      if (document.genre?.value !== '通知' && document.genre?.value !== '意见') return
      const instruction = instructionOf(document)
      if (!instruction || instruction.agreed || !instruction.government.at || document.main.body.length === 0) return
      report({
        at: instruction.government.at,
        message: message(
          '部门向下级政府“{0}”行文须经本级政府同意，并在文中注明“经××政府同意”（《条例》第十六条第二项）。',
          instruction.government.name,
        ),
        ...(instruction.central ? { severity: 'hint' as const } : {}),
      })
    },
  },
})
