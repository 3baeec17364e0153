import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { suggestion } from '../../fixes.ts'
import { within } from '../../place.ts'

/** （…（一）…）: the ordinal of a clause or annex is cited so in published documents without end. */
const NESTED = /（([^（）\n]{0,80})（([^（）\n]{1,60})）([^（）\n]{0,80})）/g
const ORDINAL = /^[一二三四五六七八九十0-9]{1,3}$/

/** 同形的括号不套用。 */
export default rule({
  id: 'punc-bracket-nest',
  name: '括号不套用',
  group: '标点',
  clause: 'GB/T 15834—2011 4.9.3.6',
  strength: '规定',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '（',
  examples: [
    {
      bad: '报送材料（含身份证明（复印件）和申请表）。\n',
      good: '报送材料〔含身份证明（复印件）和申请表〕。\n',
      reports: 1,
    },
    { quiet: '报送材料〔含身份证明（复印件）和申请表〕。\n' },
    { quiet: '（一）报送材料（含申请表）、证明（复印件）。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      for (const match of matchesOf(NESTED, text)) {
        const end = match.index + match[0].length
        report({
          at: within(at, match.index, end),
          message: message('括号里面又有同样的括号，宜避免，或者外层用六角括号“〔〕”（GB/T 15834—2011 4.9.3.6）。'),
          ...(ORDINAL.test(match[2] as string) ? { severity: 'hint' } : {}),
          fixes: [
            suggestion(
              message('外层改用六角括号'),
              { span: within(at, match.index, match.index + 1).span, text: '〔' },
              { span: within(at, end - 1, end).span, text: '〕' },
            ),
          ],
        })
      }
    },
  },
})
