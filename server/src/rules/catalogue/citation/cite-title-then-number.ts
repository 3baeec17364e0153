import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

/** 文号 with or without brackets, then at once the title. */
const REVERSED =
  /([（(]?)([\p{Script=Han}A-Za-z]{1,14}〔[0-9]{4}〕[0-9]{1,5}号)(?:文件|文)?[）)]?\s?(《[^《》\r\n]{4,80}》)(?![（(][^（）()]{1,20}〔)/gu
/** What may stand before a 代字 and is no part of it. */
const LEAD =
  /^.{0,8}(?:根据|依据|按照|依照|遵照|参照|贯彻|落实|执行|传达|学习|转发|印发|下发|以及|和|及|与|对|将|按|据|见|经|以)/u

/** 先引标题，后括注文号。 */
export default rule({
  id: 'cite-title-then-number',
  name: '先引标题后注文号',
  group: '引用与简称',
  clause: '公文写作惯例（引用公文先引标题，后引发文字号）',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '〔',
  examples: [
    {
      bad: '根据某政发〔2026〕7号《某某市人民政府关于做好防汛工作的通知》要求，现作如下安排。\n',
      good: '根据《某某市人民政府关于做好防汛工作的通知》（某政发〔2026〕7号）要求，现作如下安排。\n',
      reports: 1,
    },
    {
      bad: '现将（某政办〔2026〕3号）《关于加强值班工作的通知》转发给你们。\n',
      good: '现将《关于加强值班工作的通知》（某政办〔2026〕3号）转发给你们。\n',
      reports: 1,
    },
    { quiet: '根据《某某市人民政府关于做好防汛工作的通知》（某政发〔2026〕7号）要求办理。\n' },
    { quiet: '执行《甲工作办法》（某政发〔2026〕7号）《乙工作办法》（某政发〔2026〕8号）的规定。\n' },
    { quiet: '同时废止某政发〔2019〕7号、某政发〔2020〕8号文件和《某某市收费暂行办法》。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const match of matchesOf(REVERSED, line.text)) {
        const [whole, open = '', typed = '', title = ''] = match
        // 《甲》（字号）《乙》: the number belongs to the title before it.
        if (/[》”]\s?$/.test(line.text.slice(0, match.index))) continue
        const number = open ? typed : typed.replace(LEAD, '')
        const at = within(line.at, match.index + typed.length - number.length, match.index + whole.length)
        report({
          at,
          message: message('引用公文先写标题、后括注文号，宜写“{0}（{1}）”。', title, number),
          fixes: [replaceBy('suggestion', at.span, `${title}（${number}）`)],
        })
      }
    },
  },
})
