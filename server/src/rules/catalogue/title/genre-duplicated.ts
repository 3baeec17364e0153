import { GENRES } from '../../../standard/genres.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { bareTitle, endOf, lastTitleLine } from '../../readings/titleText.ts'

const NAME = `(?:${GENRES.map(({ name }) => name).join('|')})`
/** 征求意见函 asks for opinions, 会议纪要通知 forwards: only two kinds side by side that both stand for this document. */
const TWICE = new RegExp(`(?<!征求|听取|反馈|采纳|指导|实施)(${NAME})(${NAME})$`)

/** 一份公文只用一个文种。 */
export default rule({
  id: 'genre-duplicated',
  name: '文种不叠用',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条、第十五条第四项',
  strength: '规定',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市水务局关于增拨防汛经费的请示报告\n', good: '# 某某市水务局关于增拨防汛经费的请示\n', reports: 1 },
    { quiet: '# 某某市水务局关于增拨防汛经费的请示\n' },
    { quiet: '# 某某市水务局关于防汛条例征求意见函\n' },
    { quiet: '# 某某市人民政府关于某某请示的批复\n' },
  ],
  visit: {
    title(title, { report }) {
      const match = TWICE.exec(bareTitle(title))
      const line = lastTitleLine(title)
      if (!match || !line) return
      const [whole, first = '', second = ''] = match
      const at = endOf(line, whole.length)
      report({
        at,
        message: message('“{0}”和“{1}”两个文种叠用了，只能用一个，请按行文目的选定（《条例》第八条）。', first, second),
        fixes: [replaceBy('suggestion', at.span, first), replaceBy('suggestion', at.span, second)],
      })
    },
  },
})
