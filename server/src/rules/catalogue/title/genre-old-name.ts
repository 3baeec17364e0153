import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { OLD_GENRES } from '../../readings/titleGenres.ts'
import { matchTitle } from '../../readings/titleMatch.ts'

/** Old name and what it is called today; several names where the purpose decides. */
const TODAY: Readonly<Record<string, string>> = {
  公函: '函',
  便函: '函',
  会议纪要: '纪要',
  布告: '公告、通告',
  指示: '意见、通知',
  通令: '命令、通知',
  指令: '命令、通知',
}

/** 旧文种名称：公函、布告、指示等不在现行十五种之内；“某某会议纪要”是会议名称加纪要，不报。 */
export default rule({
  id: 'genre-old-name',
  name: '旧文种名称',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条、第四十二条',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某公司商请协助调查的公函\n', good: '# 某某公司商请协助调查的函\n', reports: 1 },
    { bad: '# 某某市人民政府关于某某工作的会议纪要\n', good: '# 某某市人民政府关于某某工作的纪要\n', reports: 1 },
    { bad: '# 某某市人民政府关于加强值班的指示\n', reports: 1 },
    { quiet: '# 某某市人民政府常务会议纪要\n' },
    { quiet: '# 某某市人民政府关于贯彻落实重要指示的通知\n' },
    { quiet: '# 某某局关于商请协助调查的函\n' },
  ],
  visit: {
    title(title, { report }) {
      const found = matchTitle(title, OLD_GENRES)
      if (!found) return
      const word = found.match[1] as string
      const proper = TODAY[word] as string
      report({
        at: found.at,
        message: message('“{0}”是旧的叫法，现行法定文种里没有，按行文目的改用“{1}”（《条例》第八条）。', word, proper),
        fixes: found.whole && !proper.includes('、') ? [replaceBy('suggestion', found.at.span, proper)] : [],
      })
    },
  },
})
