import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

const MEMBER = /([，；。、])(?=[二三四五六七八九]是(?:要)?[^否])/g

/** 一段里的“一是”“二是”“三是”之间，标点一致。 */
export default rule({
  id: 'punc-parallel-consistent',
  name: '并列分项标点一致',
  group: '标点',
  clause: 'GB/T 15834—2011 4.6',
  strength: '推荐',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '是',
  examples: [
    { bad: '一是修路；二是绿化，三是供水。\n', good: '一是修路；二是绿化；三是供水。\n', reports: 1 },
    { bad: '一是修路。二是绿化；三是供水。\n', good: '一是修路。二是绿化。三是供水。\n', reports: 1 },
    { quiet: '一是修路；二是绿化；三是供水。\n' },
    { quiet: '一是修路，二是绿化，三是供水。总的是好的。\n' },
    { quiet: '一是修路。二是绿化。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      const found = matchesOf(MEMBER, text)
      const first = found[0]?.[1]
      // 一是 may stand behind any mark; the marks between the members have to agree with the first of them.
      if (first === undefined || found.length < 2 || !text.includes('一是')) return
      for (const match of found.slice(1)) {
        const mark = match[1] as string
        if (mark === first) continue
        const place = within(at, match.index, match.index + 1)
        report({
          at: place,
          message: message('并列的各项之间，前面用“{0}”，这里用“{1}”，宜一致（GB/T 15834—2011 4.6）。', first, mark),
          fixes: [replaceBy('suggestion', place.span, first)],
        })
      }
    },
  },
})
