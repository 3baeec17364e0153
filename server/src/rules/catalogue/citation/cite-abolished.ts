import type { GongwenDocument } from '../../../model/document.ts'
import type { Clock } from '../../../ports/clock.ts'
import { type Abolished, findAbolished } from '../../../standard/abolished.ts'
import { readDate } from '../../../standard/dates.ts'
import type { Section } from '../../../syntax/tree.ts'
import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { type Span, shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'
import { withHead } from '../../sample.ts'

const BODY = '# 某某市人民政府关于加强管理的通知\n\n'

/** 不引用已经废止的文件作依据。 */
export default rule({
  id: 'cite-abolished',
  name: '依据现行有效',
  group: '引用与简称',
  clause: '《党政机关公文处理工作条例》第二十条第（一）项；各法律法规附则',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('成文日期: 2026年3月2日', `${BODY}依据《国家行政机关公文处理办法》办理。\n`),
      good: withHead('成文日期: 2026年3月2日', `${BODY}依据《党政机关公文处理工作条例》办理。\n`),
      reports: 1,
    },
    { bad: `${BODY}按照《中华人民共和国合同法》签订协议。\n`, reports: 1 },
    { quiet: withHead('成文日期: 2010年3月2日', `${BODY}依据《国家行政机关公文处理办法》办理。\n`) },
    { quiet: `${BODY}《国家行政机关公文处理办法》自2012年7月1日起停止执行。\n` },
    { quiet: `${BODY}依据《中华人民共和国劳动合同法》签订合同。\n` },
  ],
  visit: {
    document(document, { clock, report }) {
      let day: ReturnType<typeof dayOf> | undefined
      for (const { fact, offset } of factsOf(document.tree, citedIn)) {
        day ??= dayOf(document, clock)
        if (day.text < fact.abolished.since) continue
        const span = shift(fact.span, offset)
        report({
          at: span,
          message: message(
            '《{0}》已经停止执行，现行的是《{1}》（{2}起施行）。引用依据应当现行有效（《党政机关公文处理工作条例》第二十条）。',
            fact.name,
            fact.abolished.by,
            chineseDay(fact.abolished.since),
          ),
          fixes: [replaceBy('suggestion', span, fact.abolished.by)],
          // A copy without its date may be older than the end of what it cites.
          ...(day.known ? {} : { severity: 'info' as const }),
        })
      }
    },
  },
})

interface Cited {
  readonly name: string
  readonly abolished: Abolished
  /** Of the name between the marks. */
  readonly span: Span
}

/** Sentences that speak of the end or the history of a text cite it rightly. */
const HISTORY = /废止|停止|失效|修改|修订|修正|清理|原《|旧|曾|当时|取代|替代|代替|同时|施行前|实施前|以前/

const citedIn = sectionFacts((section: Section): readonly Cited[] => {
  if (!section.text.includes('《')) return []
  return textLines(section).flatMap(({ text, at }) =>
    [...matchesOf(/《([^《》\r\n]{3,40})》/g, text)].flatMap((match) => {
      const name = match[1] as string
      const abolished = findAbolished(name)
      if (!abolished || HISTORY.test(sentenceAround(text, match.index))) return []
      return [{ name, abolished, span: within(at, match.index + 1, match.index + 1 + name.length).span }]
    }),
  )
})

function sentenceAround(text: string, at: number): string {
  const end = text.indexOf('。', at)
  return text.slice(text.lastIndexOf('。', at) + 1, end < 0 ? text.length : end)
}

/** The day on which the document speaks: its own date, else the year of its number, else today. `YYYY-MM-DD` */
function dayOf({ head }: GongwenDocument, clock: Clock): { readonly text: string; readonly known: boolean } {
  const given = typeof head.issueDate?.value === 'string' ? readDate(head.issueDate.value) : undefined
  if (given) return { text: [given.year, two(given.month), two(given.day)].join('-'), known: true }
  const year = /〔([0-9]{4})〕/.exec(String(head.docNumber?.value ?? ''))?.[1]
  if (year) return { text: `${year}-01-01`, known: true }
  const today = new Date(clock.now().getTime() + clock.offset() * 60_000)
  return { text: today.toISOString().slice(0, 10), known: false }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
