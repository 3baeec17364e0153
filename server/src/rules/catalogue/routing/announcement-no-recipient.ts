import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

const PUBLIC = new Set(['公告', '通告', '公报', '决议'])

/** 公布性公文一般不写主送机关。 */
export default rule({
  id: 'announcement-no-recipient',
  name: '公布性公文无主送',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第八条；行文惯例',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府关于停水的通告\n\n各市民：\n\n现将停水事项通告如下。\n', reports: 1 },
    { quiet: '# 某某市人民政府关于停水的通告\n\n现将停水事项通告如下：\n\n一、时间。\n' },
    { quiet: '# 某某市人民政府关于停水的通知\n\n各有关单位：\n\n请做好准备。\n' },
  ],
  visit: {
    addressee(element, { document, report }) {
      const genre = document.genre?.value ?? ''
      if (!PUBLIC.has(genre) || !element.at) return
      report({ at: element.at, message: message('{0}是公开发布的，一般不写主送机关。', genre) })
    },
  },
})
