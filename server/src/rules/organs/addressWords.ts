/** 你局, 贵厅: how a text speaks to the organ that it goes to. */
import { matchesOf } from '../../text/matches.ts'
import { sectionFacts } from '../engine/sectionFacts.ts'
import { textLines } from '../engine/textLines.ts'

interface Addressed {
  readonly text: string
  /** In the section. */
  readonly start: number
}

/** An organ of one character stands alone: 贵局 is one, 富贵局地 is none. */
const ADDRESSED =
  /(?<![富宝尊珍高昂权显])[你贵](?:单位|公司|中心|[局厅委部办院校处]|[省市县区](?![0-9一二三四五六七八九十]))(?=[^长员])/g

/** Of one section, in order. */
export const addressed = sectionFacts((section): readonly Addressed[] =>
  textLines(section).flatMap(({ text, at }) =>
    matchesOf(ADDRESSED, text).map((match) => ({ text: match[0], start: at.span.start + match.index })),
  ),
)
