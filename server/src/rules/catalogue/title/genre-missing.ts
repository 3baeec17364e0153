import { genreOfTitle } from '../../../standard/genres.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { NOT_STATUTORY, OLD_GENRES } from '../../readings/titleGenres.ts'
import { bareTitle, endOf, lastTitleLine, titleNamesGenre } from '../../readings/titleText.ts'
import { withHead } from '../../sample.ts'

/** A 函 that answers a deputy's 建议 is often titled 答复: right in substance, only the 文种 has to be named. */
const ANSWER = /答复$/

/** 标题由发文机关名称、事由和文种组成。 */
export default rule({
  id: 'genre-missing',
  name: '标题有文种',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第九条第七项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府关于春节放假\n', reports: 1 },
    { bad: '# 某某乡人民政府关于召开春耕生产会议的有关事宜\n', reports: 1 },
    { quiet: '# 某某市人民政府关于春节放假的通知\n' },
    { quiet: '# 某某市人民政府关于加强城市管理的意见（试行）\n' },
    { quiet: withHead('文种: 函', '# 某某市人民政府对某某代表建议的答复\n') },
    { quiet: withHead('格式: 纪要', '# 市政府第五次常务会议\n') },
  ],
  visit: {
    title(title, { document, report }) {
      const text = bareTitle(title)
      const line = lastTitleLine(title)
      if (!titleNamesGenre(document) || !line || genreOfTitle(title.value.join('')) || genreOfTitle(text)) return
      if (OLD_GENRES.test(text) || NOT_STATUTORY.some((word) => text.endsWith(word))) return
      report({
        at: endOf(line, 2),
        message: message(
          '标题末尾缺文种，应当以通知、意见、函等文种结尾，或者在开头信息里写“文种”（《条例》第九条第七项）。',
        ),
        ...(ANSWER.test(text) ? { severity: 'info' as const } : {}),
      })
    },
  },
})
