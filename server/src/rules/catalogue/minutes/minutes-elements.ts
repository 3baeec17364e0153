import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { withHead } from '../../sample.ts'

/** What minutes tell of a meeting, and the words by which it is known. */
const ELEMENTS = [
  ['时间', /[0-9一二三四五六七八九十】]月[【0-9一二三四五六七八九十月】]{1,5}日|时间[：:]/],
  ['地点', /地点[：:]|在[^，。；在]{2,30}(?:召开|举行|主持|会议室|组织)|会议室|视频会议/],
  ['主持人', /主持/],
  ['出席', /出席|参加(?:会议|人员)?|参会|到会|与会/],
] as const

const elements = sectionFacts((section): readonly string[] => {
  const lines = textLines(section)
  return ELEMENTS.filter(([, pattern]) => lines.some(({ text }) => pattern.test(text))).map(([name]) => name)
})

/** 纪要写明会议时间、地点、主持人、出席人员。 */
export default rule({
  id: 'minutes-elements',
  name: '纪要要素',
  group: '纪要与命令',
  clause: '《党政机关公文处理工作条例》第八条第十五项；GB/T 9704—2012 10.3',
  strength: '推荐',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('格式: 纪要\n发文机关: 某某市水务局', '# 某某市水务局局务会议纪要\n\n会议议定：落实值班。\n'),
      reports: 1,
    },
    {
      bad: withHead(
        '格式: 纪要\n发文机关: 某某市水务局',
        '# 某某市水务局局务会议纪要\n\n2026年3月5日，局长王某某在局机关主持召开局务会议。会议议定：落实值班。\n',
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
        '# 某某市水务局局务会议纪要\n\n2026年3月5日，局长王某某在局机关主持召开局务会议，研究防汛工作。会议议定：落实值班。\n\n参加会议的有：王某某、李某某\n',
      ),
    },
    { quiet: '# 某某市水务局关于会议情况的通知\n\n会议议定：落实值班。\n' },
  ],
  visit: {
    document(document, { report }) {
      const { genre, head, main, tree } = document
      const at = main.title?.at ?? main.body[0]?.at
      if (genre?.value !== '纪要' || !at || main.body.length === 0) return
      const told = new Set(tree.sections.flatMap((section) => elements(section)))
      if (head.attendees) told.add('出席')
      const missing = ELEMENTS.filter(([name]) => !told.has(name)).map(([name]) => name)
      if (missing.length === 0) return
      report({
        at,
        message: message(
          '纪要没有写{0}，应当写明会议时间、地点、主持人和出席人员，出席名单排在正文之后（GB/T 9704—2012 10.3）。',
          missing.join('、'),
        ),
      })
    },
  },
})
