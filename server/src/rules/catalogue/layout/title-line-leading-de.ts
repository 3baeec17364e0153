import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

const LEADING = /^(?:的|[和及与或](?!平|谐|县|气|睦|时|格|其|会|党)|[、，》”）])/

/** 标题行首不出现“的”“和”“及”和标点。 */
export default rule({
  id: 'title-line-leading-de',
  name: '标题行首用字',
  group: '版面',
  clause: '公文标题惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'layout',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府关于防汛工作\n# 的通知\n\n各县人民政府：\n\n请认真落实。\n', reports: 1 },
    { bad: '# 某某市人民政府关于防汛\n# 和抗旱工作的通知\n\n各县人民政府：\n\n请认真落实。\n', reports: 1 },
    { quiet: '# 某某市人民政府\n# 关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n' },
    { quiet: '# 某某市人民政府关于\n# 和平里街道更名的批复\n\n各县人民政府：\n\n请认真落实。\n' },
    { quiet: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n' },
  ],
  visit: {
    layout({ titleLines }, { document, report }) {
      const { title } = document.main
      if (!title || titleLines.length !== title.value.length) return
      for (const [index, line] of titleLines.entries()) {
        const at = title.lines?.[index] ?? title.at
        const match = index > 0 && at ? LEADING.exec(line) : null
        if (!at || !match) continue
        report({ at, message: message('标题行首不宜是“{0}”，请把它留在上一行或者换个地方回行。', match[0]) })
      }
    },
  },
})
