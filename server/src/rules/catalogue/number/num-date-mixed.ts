import { readChineseDigits, readChineseNumber } from '../../../standard/chineseNumber.ts'
import type { At, Section, SyntaxTree } from '../../../syntax/tree.ts'
import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { type Span, shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { replaceBy } from '../../fixes.ts'

interface WrittenDate {
  readonly kind: 'chinese year' | 'mixed'
  readonly written: string
  readonly arabic: string
  readonly span: Span
}

const NUMERAL = '[一二三四五六七八九十]{1,3}'
/** 十月革命 and 三月三 are names, the months of the lunar calendar have their own rule. */
const MIXED = new RegExp(
  `(?<![0-9])([0-9]{4}年)(${NUMERAL})月(?!革命|三节|起义)(?:(${NUMERAL})日)?|[一二][〇○零一二三四五六七八九]{3}年[0-9]{1,2}月(?:[0-9]{1,2}日)?|(?<![0-9年])[0-9]{1,2}月(${NUMERAL})日|(?<![〇○零一二三四五六七八九十年])(${NUMERAL})月[0-9]{1,2}日|${NUMERAL}世纪[0-9]{2}年代|(?<![0-9])[0-9]{1,2}世纪[一二三四五六七八九]十年代`,
  'g',
)
const CHINESE_YEAR = /(?<![〇○零一二三四五六七八九十])[一二][〇○零一二三四五六七八九]{3}(?=年)/g
const ARABIC_YEAR = /(?<![0-9A-Za-z〔.-])[12][0-9]{3}(?=年)/g
/** What both kinds have in common; a date in digits, which most are, is not looked at. */
const NUMERAL_AHEAD = /[〇○零一二三四五六七八九十](?:[年月日]|世纪)|世纪[一二三四五六七八九]十年代/
/** A date that stands alone on its line is the 成文日期. */
const ALONE = /^\S{0,12}日$/
const LUNAR = /(?:农历|夏历|阴历|旧历).{0,8}$/

/** 同一个日期、同一个年份不混用汉字和阿拉伯数字。 */
export default rule({
  id: 'num-date-mixed',
  name: '日期数字不混用',
  group: '数字',
  clause: 'GB/T 15835—2011 5.1.4',
  strength: '规定',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '项目于2026年三月五日开工。\n', good: '项目于2026年3月5日开工。\n', reports: 1 },
    {
      bad: '标准于1992年试行，现对一九九二年的标准作出调整。\n',
      good: '标准于1992年试行，现对1992年的标准作出调整。\n',
      reports: 1,
    },
    { bad: '形成于二十世纪80年代。\n', good: '形成于20世纪80年代。\n', reports: 1 },
    { quiet: '形成于20世纪80年代，二十世纪八十年代重修，二十一世纪以来。\n' },
    { quiet: '项目于2026年3月5日开工，二〇二七年三月五日验收。\n' },
    { quiet: '2026年农历八月十五放假，纪念1917年十月革命，举办2026年三月三节庆。\n' },
    { quiet: '标准于1992年试行，一九九三年修订。\n' },
  ],
  visit: {
    document({ tree }, { report }) {
      const dates = factsOf(tree, datesOf)
      if (dates.length === 0) return
      const arabic = dates.some(({ fact }) => fact.kind === 'chinese year') ? arabicYears(tree) : NONE
      for (const { fact, offset } of dates) {
        const at = shift(fact.span, offset)
        if (fact.kind === 'mixed') {
          report({
            at,
            message: message(
              '一个日期里不混用汉字和阿拉伯数字，“{0}”应当写“{1}”（GB/T 15835—2011 5.1.4）。',
              fact.written,
              fact.arabic,
            ),
            fixes: [replaceBy('suggestion', at, fact.arabic)],
          })
        } else if (arabic.has(fact.arabic)) {
          report({
            at,
            message: message(
              '同一个年份有的写“{0}”，有的写“{1}”，宜统一写“{1}”（GB/T 15835—2011 5.1.4）。',
              fact.written,
              fact.arabic,
            ),
            fixes: [replaceBy('suggestion', at, fact.arabic)],
            severity: 'info',
          })
        }
      }
    },
  },
})

const NONE: ReadonlySet<string> = new Set()

/** Mixed dates and years in Chinese numerals. */
const datesOf = sectionFacts((section: Section): readonly WrittenDate[] => {
  const dates: WrittenDate[] = []
  for (const { text, at } of textLines(section)) {
    if (!NUMERAL_AHEAD.test(text)) continue
    for (const { 0: written, index } of matchesOf(MIXED, text)) {
      if (LUNAR.test(text.slice(Math.max(0, index - 12), index))) continue
      dates.push({ kind: 'mixed', written, arabic: inArabic(written), span: placed(at, index, written) })
    }
    if (ALONE.test(text)) continue
    for (const { 0: written, index } of matchesOf(CHINESE_YEAR, text)) {
      const arabic = String(readChineseDigits(written))
      dates.push({ kind: 'chinese year', written, arabic, span: placed(at, index, written) })
    }
  }
  return dates
})

function placed({ span }: At, index: number, written: string): Span {
  return { start: span.start + index, end: span.start + index + written.length }
}

function arabicYears(tree: SyntaxTree): ReadonlySet<string> {
  return new Set(factsOf(tree, arabicYearsOf).map(({ fact }) => fact))
}

const arabicYearsOf = sectionFacts((section: Section): readonly string[] => [
  ...new Set(
    textLines(section).flatMap(({ text }) =>
      ALONE.test(text) ? [] : matchesOf(ARABIC_YEAR, text).map(([year]) => year),
    ),
  ),
])

function inArabic(date: string): string {
  return date
    .replace(/^[一二][〇○零一二三四五六七八九]{3}/, (year) => String(readChineseDigits(year) ?? year))
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日]|世纪|年代)/g, (number) =>
      String(readChineseNumber(number) ?? number),
    )
}
