import { YEAR } from '../../../model/docNumberForm.ts'
import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'
import type { RuleContext } from '../../rule.ts'
import { withHead } from '../../sample.ts'
import { asWritten, type Written } from '../../written.ts'

/** The year of a number cited in the text: 代字 before it, 号 behind it. */
const CITED = /(?<=\p{Script=Han})([［[【（(])((?:19|20)[0-9]{2})年?([］\]】）)])(?=[0-9]{1,5}号)/gu

/** 发文字号的年份用六角括号〔〕。 */
export default rule({
  id: 'docnum-brackets',
  name: '文号用六角括号',
  group: '发文字号',
  clause: 'GB/T 9704—2012 7.2.5',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  many: 3,
  triggers: [...'［[【（('].flatMap((open) => [`${open}19`, `${open}20`]),
  examples: [
    {
      bad: withHead('发文字号: 某政发[2026]5号'),
      good: withHead('发文字号: 某政发〔2026〕5号'),
      reports: 1,
    },
    {
      bad: '根据《某某省人民政府关于防汛工作的通知》（某政发【2026】7号）要求，现通知如下：\n',
      good: '根据《某某省人民政府关于防汛工作的通知》（某政发〔2026〕7号）要求，现通知如下：\n',
      reports: 1,
    },
    { quiet: withHead('发文字号: 某政发〔2026〕5号') },
    { quiet: '按照年度计划（2026年）执行，第（2026）号材料另送。\n' },
    { quiet: '请登录网站[2026]专栏下载。\n' },
  ],
  visit: {
    docNumber: asWritten((typed, context) => {
      const match = YEAR.exec(typed.text)
      if (match) check(typed, match, context)
    }),
    text(line, context) {
      for (const match of matchesOf(CITED, line.text)) check(line, match, context)
    },
  },
})

function check(typed: Written, match: RegExpExecArray, { report }: RuleContext): void {
  const [whole, open = '', , close = ''] = match
  if (open === '〔' && close === '〕') return
  const at = within(typed.at, match.index, match.index + whole.length)
  const { start, end } = at.span
  report({
    at,
    message: message('文号的年份用了“{0}{1}”，应当用六角括号“〔〕”（GB/T 9704—2012 7.2.5）。', open, close),
    fixes: [
      safeFix(
        message('改用六角括号〔〕'),
        { span: { start, end: start + 1 }, text: '〔' },
        { span: { start: end - 1, end }, text: '〕' },
      ),
    ],
  })
}
