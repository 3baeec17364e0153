import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { tooLong } from '../../lengthLimit.ts'

const LONG = '各县区要加强领导，落实责任，按时完成任务。'.repeat(300)

/** 部署专项工作或者具体任务的文件一般不超过4000字。 */
export default rule({
  id: 'length-special',
  name: '部署专项工作的公文篇幅',
  group: '篇幅',
  clause: '《整治形式主义为基层减负若干规定》',
  strength: '规定',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  options: {
    type: 'object',
    properties: {
      字数: { type: 'integer', default: 4000, minimum: 100, maximum: 100000, description: '正文多于这个字数时提醒。' },
    },
  },
  examples: [
    {
      bad: `# 某某市人民政府关于推进安全生产的通知\n\n${LONG.slice(0, 200)}\n`,
      profile: '规则:\n  length-special:\n    字数: 150\n',
      reports: 1,
    },
    { bad: `# 某某市人民政府关于推进安全生产的通知\n\n${LONG}\n`, reports: 1 },
    { quiet: '# 某某市人民政府关于推进安全生产的通知\n\n各县区要加强领导，落实责任。\n' },
    { quiet: `# 某某市人民政府关于推进安全生产的意见\n\n${LONG}\n` },
    { quiet: `# 国务院办公厅关于推进安全生产的通知\n\n${LONG}\n` },
  ],
  visit: {
    document(document, { options, report }) {
      const found = tooLong(document, 'special', options.字数 as number)
      if (!found) return
      report({
        at: found.at,
        message: message(
          '正文约{0}字，部署专项工作或者具体任务的文件一般不超过4000字，请核对能不能精简（《整治形式主义为基层减负若干规定》）。',
          found.length,
        ),
      })
    },
  },
})
