import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { matchTitle } from '../../readings/titleMatch.ts'

/** 不层层转发：直接转发最初的文件。 */
export default rule({
  id: 'title-multi-forward',
  name: '不层层转发',
  group: '文种与标题',
  clause: '公文标题惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 县政府办转发市政府办转发省政府办关于安全生产的通知\n', reports: 1 },
    { bad: '# 某某县人民政府转发国务院批转农业部关于春耕生产报告的通知\n', reports: 1 },
    { quiet: '# 县政府办转发省政府办关于安全生产的通知\n' },
    { quiet: '# 某某市人民政府批转市财政局关于预算执行报告的通知\n' },
  ],
  visit: {
    title(title, { report }) {
      const found = matchTitle(title, /(?<=(?:转发|批转).{1,200})(?:转发|批转)/)
      if (!found) return
      const thrice = matchTitle(title, /(?:转发|批转).*(?:转发|批转).*(?:转发|批转)/) !== undefined
      report({
        at: found.at,
        message: message('标题里层层转发，应当直接转发最初的文件，省去中间各层，写“转发某某机关关于……的通知”。'),
        ...(thrice || found.match[0] === '转发' ? {} : { severity: 'info' as const }),
      })
    },
  },
})
