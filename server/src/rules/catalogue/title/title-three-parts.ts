import { genreOfTitle } from '../../../standard/genres.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { matchTitle, titleText } from '../../readings/titleMatch.ts'
import { titleNamesGenre } from '../../readings/titleText.ts'
import { withHead } from '../../sample.ts'

/** An organ and a 文种 with nothing between them, or a 文种 alone; 某某市人民政府通告 is common and stays. */
const NO_SUBJECT =
  /^(?:(?!.*(?:关于|转发|印发|批转|对))[^的《]{2,40}(?:政府|[委局厅部]|办公[厅室]|委员会|公司|医院|学校|大学|学院|中心)的?)?(?:紧急|重要|补充)?(?:决定|通知|通报|意见|批复|请示|报告|公?函)$/
const NO_ISSUER = /^关于/

/** 标题由发文机关名称、事由和文种组成。红头已标明发文机关而标题省去的很常见，只作提示。 */
export default rule({
  id: 'title-three-parts',
  name: '标题三要素',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第九条第七项',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府决定\n', reports: 1 },
    { bad: '# 中共某某县委、某某县人民政府通知\n', reports: 1 },
    { bad: '# 某某县人民政府公函\n', reports: 1 },
    { bad: '# 关于开展普法宣传的通知\n', reports: 1 },
    { quiet: withHead('发文机关: 某某市司法局', '# 关于开展普法宣传的通知\n') },
    { quiet: '# 某某市司法局关于开展普法宣传的通知\n' },
    { quiet: '# 某某市人民政府通告\n' },
    { bad: '某某市人民政府：\n\n现将有关情况报告如下。\n', reports: 1 },
    { quiet: '# 某某市第五届人民代表大会第二次会议决议\n' },
  ],
  visit: {
    title(title, { document, report }) {
      if (!titleNamesGenre(document)) return
      const text = titleText(title)
      const bare = matchTitle(title, NO_SUBJECT)
      if (bare) {
        report({
          at: bare.at,
          message: message(
            '标题缺事由，应当由发文机关名称、事由和文种组成，写“某某机关关于……的{0}”（《条例》第九条第七项）。',
            genreOfTitle(text)?.name ?? '通知',
          ),
        })
        return
      }
      const lead = NO_ISSUER.test(text) && document.issuers.length === 0 ? matchTitle(title, NO_ISSUER) : undefined
      if (!lead) return
      report({
        at: lead.at,
        message: message(
          '标题没有写发文机关名称；红头上已有的可以省，否则应当写全发文机关、事由和文种（《条例》第九条第七项）。',
        ),
        severity: 'hint',
      })
    },
    document({ main, format }, { report }) {
      if (main.title || !main.addressee?.at || (format !== '文件' && format !== '信函')) return
      report({
        at: main.addressee.at,
        message: message(
          '公文没有标题，应当在主送机关上面写由发文机关名称、事由和文种组成的标题（《条例》第九条第七项）。',
        ),
      })
    },
  },
})
