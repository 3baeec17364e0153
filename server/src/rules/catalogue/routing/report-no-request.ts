import type { BodyBlock } from '../../../model/document.ts'
import { type At, textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { isRequest } from '../../organs/upward.ts'
import { within } from '../../place.ts'

const TITLE = '# 某某市水务局关于防汛工作情况的报告\n\n某某市人民政府：\n\n'
/** A request of one's own: 请 with nobody but the superior in front, then what is to be granted. */
const ASKS =
  /(?:^|[。；，：])(?:为此|因此|现|另外|此外|同时)?，?(?:我[局厅委办市县区镇乡院校]|我们|特|恳|现|建议)?(?:恳|特|拟|提)?请(?:求)?(?:市|省|县|区|上级|贵)?(?:人民)?(?:政府|委|领导|部门)?(?:尽快|及时|予以|给予|从[^，。；]{1,20}中)?(?:批准|批复|审批|核准|拨付|拨款|增拨|追加|核拨|安排|解决|增加)[^。；]{0,60}(?:经费|资金|编制|万元|亿元|用地|指标|人员|车辆|事项|项目|立项|方案)/

/** 报告等非请示性公文不夹带请示事项。 */
export default rule({
  id: 'report-no-request',
  name: '报告不夹带请示',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十五条第四项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${TITLE}全市已经入汛。为此，请批准增加防汛经费200万元。\n\n特此报告。\n`, reports: 1 },
    { bad: `${TITLE}全市已经入汛。此外，恳请市政府解决防汛经费200万元。\n\n特此报告。\n`, reports: 1 },
    { quiet: `${TITLE}全市已经入汛，市政府批准增加防汛经费200万元。\n\n特此报告。\n` },
    { quiet: `${TITLE}我局已请财政部门安排经费。\n\n以上报告，请审阅。\n` },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请批准增加防汛经费200万元。\n' },
  ],
  visit: {
    document(document, { report }) {
      const { genre, main } = document
      if (genre?.value !== '报告' || isRequest(document)) return
      for (const block of main.body) {
        const at = requestIn(block)
        if (!at) continue
        report({
          at,
          message: message('报告不得夹带请示事项，需要批准或者解决的请另写请示（《条例》第十五条第四项）。'),
        })
      }
    },
  },
})

const known = new WeakMap<BodyBlock, At | null>()

/** Each block is read once for as long as it stands. */
function requestIn(block: BodyBlock): At | null {
  let found = known.get(block)
  if (found === undefined) {
    const text = 'inline' in block && block.kind !== 'quoted' && block.kind !== 'verbatim' ? textAt(block.at) : ''
    const match = text.includes('请') ? ASKS.exec(text) : null
    const lead = match ? (/^[。；，：]/.test(match[0]) ? 1 : 0) : 0
    found = match ? within(block.at, match.index + lead, match.index + match[0].length) : null
    known.set(block, found)
  }
  return found
}
