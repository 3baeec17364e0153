import { spellChineseNumber } from '../../../standard/chineseNumber.ts'
import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

const ARTICLE =
  /《[^《》\r\n]{1,60}(?:法|法典|条例|规定|办法|规则|细则|解释)(?:（[^（）]{1,10}）)?》((?:第?[0-9]{1,4}[条款项目]){1,4})/g

/** 引用法条用汉字数字。 */
export default rule({
  id: 'cite-law-article',
  name: '法条序号用汉字',
  group: '引用与简称',
  clause: '立法技术规范；公文写作惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '》',
  examples: [
    {
      bad: '根据《中华人民共和国行政许可法》第12条第2款办理。\n',
      good: '根据《中华人民共和国行政许可法》第十二条第二款办理。\n',
      reports: 1,
    },
    {
      bad: '违反《某某市养犬管理规定》12条3款的，依法处理。\n',
      good: '违反《某某市养犬管理规定》第十二条第三款的，依法处理。\n',
      reports: 1,
    },
    { quiet: '根据《中华人民共和国行政许可法》第十二条第二款办理。\n' },
    { quiet: '根据《关于进一步优化营商环境的意见》12条措施，逐项抓落实。\n' },
    { quiet: '《统计办法》2026年修订，第3条生产线投产。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const match of matchesOf(ARTICLE, line.text)) {
        const typed = match[1] as string
        // 《…》12条措施 counts, it does not cite.
        if (
          /^[0-9]+条(?:措施|意见|规定|政策|举措|要求|建议)/.test(
            line.text.slice(match.index + match[0].length - typed.length),
          )
        )
          continue
        const right = typed.replace(/第?([0-9]+)([条款项目])/g, (_, number: string, unit: string) =>
          unit === '项'
            ? `第（${spellChineseNumber(Number(number))}）项`
            : `第${spellChineseNumber(Number(number))}${unit}`,
        )
        const end = match.index + match[0].length
        const at = within(line.at, end - typed.length, end)
        report({
          at,
          message: message('引用法条宜用汉字数字，写“{0}”。', right),
          fixes: [replaceBy('suggestion', at.span, right)],
        })
      }
    },
  },
})
