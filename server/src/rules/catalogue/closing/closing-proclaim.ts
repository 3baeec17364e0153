import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'
import { closingLine } from '../../readings/closingLine.ts'

/** 公告用“特此公告”，通告用“特此通告”，不混用。 */
export default rule({
  id: 'closing-proclaim',
  name: '公告通告的结语',
  group: '结语',
  clause: '公文结语惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于政府采购目录的公告\n\n现将目录公布如下。\n\n特此通知。\n',
      good: '# 某某市人民政府关于政府采购目录的公告\n\n现将目录公布如下。\n\n特此公告。\n',
      reports: 1,
    },
    {
      bad: '# 某某市人民政府关于清理河道的通告\n\n现将有关事项通告如下。\n\n特此公告。\n',
      good: '# 某某市人民政府关于清理河道的通告\n\n现将有关事项通告如下。\n\n特此通告。\n',
      reports: 1,
    },
    { quiet: '# 某某市人民政府关于政府采购目录的公告\n\n现将目录公布如下。\n\n特此公告。\n' },
    { quiet: '# 某某市人民政府关于清理河道的通告\n\n现将有关事项通告如下。\n\n特此通告。\n' },
    { quiet: '# 某某市人民政府关于清理河道的通告\n\n本通告自发布之日起施行。\n' },
  ],
  visit: {
    document(document, { report }) {
      const genre = document.genre?.value
      const closing = genre === '公告' || genre === '通告' ? closingLine(document) : undefined
      const match = closing && /特此(公告|通告|通知|通报|函告|报告|批复)/.exec(closing.text)
      if (!closing || !match || match[1] === genre) return
      const at = within(closing.at, match.index, match.index + match[0].length)
      report({
        at,
        message: message('结语“{0}”与文种不符，{1}用“特此{1}”。', match[0], genre as string),
        fixes: [replaceBy('suggestion', at.span, `特此${genre}`)],
      })
    },
  },
})
