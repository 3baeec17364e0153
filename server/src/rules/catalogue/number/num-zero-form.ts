import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const YEAR =
  /(?<![一二三四五六七八九〇○零十百千万点])[一二](?=[零○◯OＯoｏ0０〇一二三四五六七八九]{3}年)[零○◯OＯoｏ0０〇一二三四五六七八九]{3}(?=年)/g
const COUNT = /(?<=[一二三四五六七八九][百千])〇(?=[一二三四五六七八九])/g
/** What may stand before 年, and behind 〇 in a count. */
const LAST = '零○◯OＯoｏ0０〇一二三四五六七八九'
/** A circle looks like 〇, and most documents of before 2013 have it. */
const ALIKE = /^[^零OＯoｏ0０]{4}$/
const WRONG = /[零○◯OＯoｏ0０]/

/** A letter among the digits of a year: 2O26年. */
const LETTER = /(?<![0-9A-Za-z])[12](?=[0-9OＯo]{3}年)[0-9]{0,2}[OＯo][0-9OＯo]{0,2}(?=年)/g

/** 汉字年份里的零写“〇”，计数写“零”。 */
export default rule({
  id: 'num-zero-form',
  name: '汉字的零和〇',
  group: '数字',
  clause: 'GB/T 15835—2011 5.2.5',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  triggers: [...'OＯo', ...[...LAST].flatMap((numeral) => [`${numeral}年`, `〇${numeral}`])],
  examples: [
    { bad: '二零二六年和二O二七年两个年度。\n', good: '二〇二六年和二〇二七年两个年度。\n', reports: 2 },
    { bad: '2O26年，工作有新进展。\n', good: '2026年，工作有新进展。\n', reports: 1 },
    { bad: '全长一百〇五公里。\n', good: '全长一百零五公里。\n', reports: 1 },
    { bad: withHead('成文日期: 二○○六年三月五日'), reports: 1 },
    { quiet: '二〇二六年，全长一百零五公里。\n' },
    { quiet: '零距离服务满十年，二十一年从零开始，O型血站成立一〇三年。\n' },
  ],
  visit: {
    text(line, context) {
      years(line, context)
      letters(line, context)
      counts(line, context)
    },
    issueDate: asWritten((typed, context, element) => {
      if (element.origin === 'frontMatter') years(typed, context)
    }),
  },
})

const years = eachMatch(YEAR, ([year]) => {
  if (!WRONG.test(year)) return undefined
  const instead = year.replace(/[零○◯OＯoｏ0０]/g, '〇')
  return {
    message: message('汉字年份里的零用“〇”，“{0}年”应当写“{1}年”（GB/T 15835—2011 5.2.5）。', year, instead),
    instead,
    fix: 'safe',
    ...(ALIKE.test(year) ? { severity: 'info' } : {}),
  }
})

const letters = eachMatch(LETTER, ([year]) => {
  const instead = year.replace(/[OＯo]/g, '0')
  return {
    message: message('年份里用了字母，“{0}年”应当写“{1}年”（GB/T 15835—2011 5.1.4）。', year, instead),
    instead,
    fix: 'safe',
  }
})

const counts = eachMatch(COUNT, () => ({
  message: message('计数时用“零”，不用“〇”（GB/T 15835—2011 5.2.5）。'),
  instead: '零',
  fix: 'safe',
}))
