import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { endOf, lastTitleLine } from '../../readings/titleText.ts'

/** 标题末尾不加标点。 */
export default rule({
  id: 'title-no-final-punct',
  name: '标题末尾无标点',
  group: '文种与标题',
  clause: '公文标题惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府关于表彰先进的决定。\n', good: '# 某某市人民政府关于表彰先进的决定\n', reports: 1 },
    { quiet: '# 某某市人民政府关于表彰先进的决定\n' },
    { quiet: '# 某某市人民政府关于加强城市管理的意见（试行）\n' },
    { quiet: '# 某某市人民政府关于“双随机、一公开”监管的通知\n' },
  ],
  visit: {
    title(title, { report }) {
      const line = lastTitleLine(title)
      const match = line && /[。，；：、！？.,;:!?]$/.exec(textAt(line).trimEnd())
      if (!line || !match) return
      const at = endOf(line, 1)
      report({
        at,
        message: message('标题末尾不加标点，请删去“{0}”。', match[0]),
        fixes: [replaceBy('safe', at.span, '')],
      })
    },
  },
})
