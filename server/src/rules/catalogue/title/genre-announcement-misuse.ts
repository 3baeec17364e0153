import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { issuerName } from '../../organs/routing.ts'
import { matchTitle, titleText } from '../../readings/titleMatch.ts'

/** Things of one town or street that its people have to observe or to know. */
const LOCAL =
  /严禁|禁止|限制通行|限行|停[水电气](?!站)|交通管制|封闭施工|楼道|占道|养犬|犬只|燃放|招租|遗失|失物|停车|乱[搭堆倒贴]|清理(?=.{0,6}(?:杂物|垃圾|摊))/
const WIDE = /国务院|省|自治区|国家|总署|总局|全国|中国|中华|中央|[^省市县区]部$|最高人民/

/** 公告与通告分清：停水停电、限行、清理等一定范围内的事项用通告。 */
export default rule({
  id: 'genre-announcement-misuse',
  name: '公告与通告分清',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条第五项、第六项',
  strength: '推荐',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市关于严禁在市区放养家禽的公告\n', good: '# 某某市关于严禁在市区放养家禽的通告\n', reports: 1 },
    { bad: '# 某某街道办事处关于清理楼道杂物的公告\n', good: '# 某某街道办事处关于清理楼道杂物的通告\n', reports: 1 },
    { quiet: '# 国家税务总局关于禁止销售某类设备的公告\n' },
    { quiet: '# 某某市财政局关于政府采购目录的公告\n' },
    { quiet: '# 某某市关于严禁在市区放养家禽的通告\n' },
  ],
  visit: {
    title(title, { document, report }) {
      if (document.genre?.value !== '公告') return
      const local = matchTitle(title, LOCAL)
      const found = matchTitle(title, /公告$/)
      if (!local || !found || WIDE.test(issuerName(document) ?? titleText(title))) return
      report({
        at: found.at,
        message: message(
          '公告向国内外宣布重要或者法定事项，“{0}”只在一定范围内遵守、周知，宜用“通告”（《条例》第八条）。',
          local.match[0],
        ),
        fixes: found.whole ? [replaceBy('suggestion', found.at.span, '通告')] : [],
      })
    },
  },
})
