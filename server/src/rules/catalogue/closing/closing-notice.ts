import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'

const OPENING = /通知如下[：:。]$/

/** 过渡句写了“通知如下”，末尾不再写“特此通知”。 */
export default rule({
  id: 'closing-notice',
  name: '通知结语不重复',
  group: '结语',
  clause: '公文结语惯例',
  strength: '实务',
  severity: 'info',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于加强值班工作的通知\n\n各县人民政府：\n\n现将有关事项通知如下：\n\n一、加强领导。请各地落实责任。\n\n特此通知。\n',
      reports: 1,
    },
    { quiet: '# 某某市人民政府关于加强值班工作的通知\n\n各县人民政府：\n\n请各地落实责任。\n\n特此通知。\n' },
    {
      quiet:
        '# 某某市人民政府关于加强值班工作的通知\n\n各县人民政府：\n\n现将有关事项通知如下：\n\n一、加强领导。请各地落实责任。\n',
    },
  ],
  visit: {
    document(document, { report }) {
      if (document.genre?.value !== '通知') return
      const closing = document.main.body.findLast((block) => block.kind === 'closing')
      if (!closing || !/^特此通知[。！]?$/.test(textAt(closing.at).trim())) return
      if (!document.main.body.some((block) => block.kind === 'paragraph' && OPENING.test(textAt(block.at)))) return
      report({
        at: closing.at,
        message: message('前面已经写了“通知如下”，末尾不必再写“特此通知”，二者用一个。'),
        fixes: [replaceBy('suggestion', closing.at.span, '')],
      })
    },
  },
})
