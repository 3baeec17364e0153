import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { withHead } from '../../sample.ts'

interface Discussion {
  readonly start: number
  readonly length: number
}

const UNSETTLED =
  /会议认为(?:可能|也许|大概|或许)|(?:有的?|个别|部分|少数)(?:与会)?(?:同志|人员|代表|委员|领导)(?:认为|提出|建议|表示|不同意)|有人(?:认为|提出|建议)|(?:尚|还)?(?:未|没有)(?:形成|达成|取得)一致(?:意见)?|意见(?:不一|分歧较大)/g

const discussions = sectionFacts((section): readonly Discussion[] =>
  textLines(section).flatMap(({ text, at }) =>
    matchesOf(UNSETTLED, text).map((match) => ({ start: at.span.start + match.index, length: match[0].length })),
  ),
)

/** 纪要写议定的事项，讨论中的个别意见不写。 */
export default rule({
  id: 'minutes-no-discussion-as-decision',
  name: '纪要只写议定事项',
  group: '纪要与命令',
  clause: '《党政机关公文处理工作条例》第八条第十五项',
  strength: '推荐',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead(
        '格式: 纪要\n发文机关: 某某市水务局',
        '# 某某市水务局局务会议纪要\n\n2026年3月5日，局长王某某在局机关主持召开局务会议，研究防汛工作。会议议定：落实值班。\n\n出席：王某某、李某某\n\n有的同志提出可以再缓一缓。\n',
      ),
      reports: 1,
    },
    {
      bad: withHead(
        '格式: 纪要\n发文机关: 某某市水务局',
        '# 某某市水务局局务会议纪要\n\n2026年3月5日，局长王某某在局机关主持召开局务会议，研究防汛工作。会议议定：落实值班。\n\n出席：王某某、李某某\n\n会议认为可能需要再增加经费。\n',
      ),
      reports: 1,
    },
    {
      quiet: withHead(
        '格式: 纪要\n发文机关: 某某市水务局',
        '# 某某市水务局局务会议纪要\n\n2026年3月5日，局长王某某在局机关主持召开局务会议，研究防汛工作。会议议定：落实值班。\n\n出席：王某某、李某某\n',
      ),
    },
    {
      quiet: withHead(
        '格式: 纪要\n发文机关: 某某市水务局',
        '# 某某市水务局局务会议纪要\n\n2026年3月5日，局长王某某在局机关主持召开局务会议，研究防汛工作。会议议定：落实值班。\n\n出席：王某某、李某某\n\n会议认为，防汛形势严峻。\n',
      ),
    },
    { quiet: '# 某某市水务局关于会议情况的通知\n\n有的同志提出意见。\n' },
  ],
  visit: {
    document(document, { report }) {
      if (document.genre?.value !== '纪要') return
      for (const { fact, offset } of factsOf(document.tree, discussions)) {
        report({
          at: { start: fact.start + offset, end: fact.start + offset + fact.length },
          message: message(
            '纪要记载会议情况和议定事项，没有定下来的个别意见不写，写“会议议定”“会议要求”（《条例》第八条第十五项）。',
          ),
        })
      }
    },
  },
})
