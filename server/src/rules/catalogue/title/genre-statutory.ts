import { genreOfTitle } from '../../../standard/genres.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { NOT_STATUTORY } from '../../readings/titleGenres.ts'
import { bareTitle, endOf, lastTitleLine, titleNamesGenre } from '../../readings/titleText.ts'
import { withHead } from '../../sample.ts'

/** Kinds of writing that offices publish beside 公文. */
const OUTSIDE: readonly string[] = ['公示', '声明', '须知', '讲话', '讲话稿', '证明', '倡议', '倡议书', '启事']

/** 文种限于法定的十五种。 */
export default rule({
  id: 'genre-statutory',
  name: '法定文种',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市应急管理局关于安全生产工作的总结\n', reports: 1 },
    { bad: '# 关于使用统缴证有关问题的说明\n', reports: 1 },
    { bad: '# 某某市防汛工作的情况报告\n', reports: 1 },
    { quiet: '# 某某市应急管理局关于印发安全生产工作总结的通知\n' },
    { quiet: '# 某某市人民政府办公室关于防汛工作方案的批复\n' },
    { quiet: '# 某某市水务局关于防汛工作情况的报告\n' },
    { quiet: withHead('文种: 函', '# 某某市人民政府对某某代表建议的答复\n') },
  ],
  visit: {
    title(title, { document, report }) {
      if (!titleNamesGenre(document)) return
      const text = bareTitle(title)
      const stuck = text.endsWith('的情况报告') ? '情况报告' : undefined
      const word = genreOfTitle(text) ? stuck : NOT_STATUTORY.find((each) => text.endsWith(each))
      const line = lastTitleLine(title)
      if (!word || !line) return
      report({
        at: endOf(line, word.length),
        message: stuck
          ? message('“情况报告”连在一起不是文种，宜写“……情况的报告”（《条例》第八条）。')
          : message(
              '“{0}”不是法定文种，不能单独作公文标题的文种，可以改用“关于印发……{0}的通知”（《条例》第八条）。',
              word,
            ),
        // 公示 and 声明 are published every day; 情况报告 grows together of 情况的报告: a slip, where 总结 is a wrong choice.
        ...(stuck || OUTSIDE.includes(word) ? { severity: 'info' as const } : {}),
      })
    },
  },
})
