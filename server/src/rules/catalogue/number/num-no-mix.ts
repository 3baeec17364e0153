import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

/** 千 before these is part of a unit: 3千米, 5千瓦. */
const MIXED =
  /(?<![0-9A-Za-z.第])([0-9]{1,3}(?:\.[0-9]{1,3})?)([十百千])(?!米|克|瓦|伏|赫|帕|卡|字节|焦|[十百千]分|分[之点]|强|佳|优|大|里|县|村)(万|亿)?([余多]?[一-龥]?)/g
const VALUE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 一个数里不把阿拉伯数字和十、百、千混在一起，同样的量在一句里用一种写法。 */
export default rule({
  id: 'num-no-mix',
  name: '数字不混写',
  group: '数字',
  clause: 'GB/T 15835—2011 5.3',
  strength: '推荐',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '十百千',
  examples: [
    { bad: '发放补贴3千元，惠及5百户。\n', good: '发放补贴3000元，惠及500户。\n', reports: 2 },
    { bad: '下达资金2.5千万元。\n', good: '下达资金2500万元。\n', reports: 1 },
    { bad: '培训干部四千余人、群众6千余人。\n', reports: 2 },
    { quiet: '发放补贴3000元，惠及500万户、2亿人。\n' },
    { quiet: '全长12千米，装机5千瓦，入选2025百强县。\n' },
    { quiet: '培训干部四千余人、群众六千余人，另有3000户受益。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      for (const match of matchesOf(MIXED, text)) {
        const [, digits = '', unit = '', large = '', tail = ''] = match
        const value = String(Number((Number(digits) * (VALUE[unit] as number)).toFixed(3)))
        const written = digits + unit + large
        const place = within(at, match.index, match.index + written.length)
        report({
          at: place,
          message: message(
            '“{0}”把阿拉伯数字和汉字混在一个数里，宜写“{1}”（GB/T 15835—2011 5.3）。',
            written,
            value + large,
          ),
          fixes: [replaceBy('suggestion', place.span, value + large)],
        })
        if (tail === '') continue
        const other = inWords(text, match.index, unit + tail)
        if (!other) continue
        report({
          at: within(at, other.start, other.end),
          message: message(
            '同样的量一处写“{0}”，一处写“{1}”，体例要统一（GB/T 15835—2011 5.3）。',
            other.text,
            match[0],
          ),
        })
      }
    },
  },
})

/** The same kind of quantity, all in Chinese, within reach of the mixed one. */
function inWords(text: string, near: number, tail: string): { text: string; start: number; end: number } | undefined {
  const from = Math.max(0, near - 60)
  const around = text.slice(from, near + 60)
  for (let found = around.indexOf(tail); found >= 0; found = around.indexOf(tail, found + 1)) {
    const digit = around[found - 1] ?? ''
    if ('一二两三四五六七八九'.includes(digit) && digit !== '') {
      const start = from + found - 1
      return { text: text.slice(start, start + 1 + tail.length), start, end: start + 1 + tail.length }
    }
  }
  return undefined
}
