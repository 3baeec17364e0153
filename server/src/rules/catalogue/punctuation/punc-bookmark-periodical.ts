import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'

/** …日报 of these is a newspaper; 日报 is also what is reported daily. */
const DAILIES =
  '人民 光明 经济 科技 法治 法制 农民 工人 新华 南方 大众 北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 浙江 安徽 福建 江西 河南 湖北 湖南 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 内蒙古'
const OTHERS = '解放军报 中国青年报 中国妇女报 中国教育报 中国纪检监察报 参考消息 求是 半月谈 瞭望 党建'
const NAMED = new RegExp(
  `“((?:${DAILIES.replaceAll(' ', '|')})日报|[\\p{Script=Han}]{2,6}(?:晚报|早报|时报|学报|周刊|双月刊)|${OTHERS.replaceAll(' ', '|')})”(?![\\p{Script=Han}]{0,2}(?:精神|态度|作风|原则|工程|行动|计划|栏目))`,
  'gu',
)
/** 求是, 党建 and the like are words too: only where they are read, ordered or printed. */
const READ = /(?:订阅|征订|发行|刊登|刊发|登载|报纸|报刊|党报|党刊|杂志|刊物|报社|版面|发表)/
const WORDS = new Set(['求是', '半月谈', '瞭望', '党建'])

/** 报纸、刊物的名称用书名号。 */
export default rule({
  id: 'punc-bookmark-periodical',
  name: '报刊名用书名号',
  group: '标点',
  clause: 'GB/T 15834—2011 4.15.3.1',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '“',
  examples: [
    {
      bad: '请做好“人民日报”和“求是”杂志的订阅工作。\n',
      good: '请做好《人民日报》和《求是》杂志的订阅工作。\n',
      reports: 2,
    },
    { bad: '据“羊城晚报”报道，有关情况属实。\n', good: '据《羊城晚报》报道，有关情况属实。\n', reports: 1 },
    { quiet: '请做好《人民日报》和《求是》杂志的订阅工作。\n' },
    { quiet: '实行疫情“日报告”“零报告”制度，落实“安全日报”要求。\n' },
    { quiet: '坚持“实事求是”，弘扬“求是”精神，推进“党建”引领。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      for (const match of matchesOf(NAMED, text)) {
        const [whole, name = ''] = match
        if (WORDS.has(name) && !READ.test(text.slice(Math.max(0, match.index - 30), match.index + 30))) continue
        const end = match.index + whole.length
        report({
          at: within(at, match.index, end),
          message: message('报纸、刊物的名称用书名号，“{0}”写“《{0}》”（GB/T 15834—2011 4.15.3.1）。', name),
          fixes: [
            safeFix(
              message('改用书名号'),
              { span: within(at, match.index, match.index + 1).span, text: '《' },
              { span: within(at, end - 1, end).span, text: '》' },
            ),
          ],
        })
      }
    },
  },
})
