import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { inlineOrdinals } from '../../outline/inlineOrdinals.ts'
import { within } from '../../place.ts'

/** 段内“一是、二是”“第一、第二”依次写，不漏不重。 */
export default rule({
  id: 'ordinal-inline-continuity',
  name: '段内序次连续',
  group: '层次序数',
  clause: '逻辑',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '是第首',
  examples: [
    { bad: '一是加强领导，二是落实责任，四是严格考核。\n', reports: 1 },
    { bad: '第一，加强领导；第二，落实责任；第二，严格考核。\n', reports: 1 },
    { quiet: '一是加强领导，二是落实责任，三是严格考核。\n' },
    { quiet: '一是加强领导，一是落实责任。\n' },
    { quiet: '加强领导，二是落实责任。\n' },
    { quiet: '第一，加强领导，一是健全机制，二是落实责任；第二，严格考核。\n' },
    { quiet: '这三是最重要的。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      const last = new Map<string, number>()
      for (const { series, number, start, text: word } of inlineOrdinals(text)) {
        const before = last.get(series)
        last.set(series, number)
        if (before === undefined || number === before + 1 || number === 1) continue
        report({
          at: within(at, start, start + word.length),
          message:
            number === before
              ? message('“{0}”重复了，请核对序次。', word)
              : message('“{0}”与前面的序次接不上，请核对。', word),
        })
      }
    },
  },
})
