import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** With a year before it, blanks inside, or without a number yet, too. */
const PROPER = /^(?:〔[0-9]{4}〕|[0-9]{4}年)?第\s?(?:[0-9]+|[一二三四五六七八九十百千零〇]+)?\s?号$/

/** 令号写作“第×号”。 */
export default rule({
  id: 'order-number-form',
  name: '令号写法',
  group: '发文字号',
  clause: 'GB/T 9704—2012 10.2',
  strength: '推荐',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('格式: 命令\n发文机关: 某某市人民政府\n令号: 某府令〔2026〕5号'),
      good: withHead('格式: 命令\n发文机关: 某某市人民政府\n令号: 第5号'),
      reports: 1,
    },
    { quiet: withHead('格式: 命令\n发文机关: 某某市人民政府\n令号: 第5号') },
    { quiet: withHead('格式: 命令\n发文机关: 某某市人民政府\n令号: 第五十二号') },
    { quiet: withHead('格式: 命令\n发文机关: 某某市人民政府\n令号: 第号') },
    { quiet: withHead('格式: 命令\n发文机关: 某某市人民政府\n令号: 第 199 号') },
    { quiet: withHead('格式: 命令\n发文机关: 某某市人民政府\n令号: 〔2026〕第5号') },
  ],
  visit: {
    orderNumber: asWritten((typed, { report }) => {
      const text = typed.text.trim()
      if (PROPER.test(text)) return
      const number = /([0-9]+)\s*号?$/.exec(text)?.[1]
      report({
        at: typed.at,
        message: message('令号写“第×号”，从本届政府首次发令起连续编号，这里写了“{0}”（GB/T 9704—2012 10.2）。', text),
        fixes: number ? [replaceBy('suggestion', typed.at.span, `第${Number(number)}号`)] : [],
      })
    }),
  },
})
