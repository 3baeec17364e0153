import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'
import { CONTEXT, type WordPair } from '../../words/wordPair.ts'
import { WORD_PAIRS } from '../../words/wordPairs.ts'

/** Pairs by the first two code units of the wrong word; the longer word first where the list has it so. */
const byStart = new Map<string, readonly WordPair[]>()
for (const pair of WORD_PAIRS) {
  const start = pair.wrong.slice(0, 2)
  byStart.set(start, [...(byStart.get(start) ?? []), pair])
}

/** 易混词和错别字。 */
export default rule({
  id: 'wording-pair',
  name: '易混词',
  group: '用语',
  clause: '《现代汉语词典》；公文用字惯例',
  strength: '实务',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: WORD_PAIRS.map(({ wrong }) => wrong),
  examples: [
    { bad: '截止2026年6月底，已布署3次。\n', good: '截至2026年6月底，已部署3次。\n', reports: 2 },
    { bad: '按装设备后组织峻工验收。\n', good: '安装设备后组织竣工验收。\n', reports: 2 },
    { bad: '其它单位要结清帐目。\n', good: '其他单位要结清账目。\n', reports: 2 },
    { quiet: '公布署名名单，汇报导致延误的原因。\n' },
    { quiet: '按装机容量核定，面对严峻工作形势。\n' },
    { quiet: '报名截止时间为2026年6月底，逾期不予受理；自己经营的，设备感应器须完好。\n' },
    { quiet: '阳光采购和观光采摘项目，抗辩认定后再答辩认真整改。\n' },
  ],
  visit: {
    text(line, { report }) {
      const { text } = line
      for (let at = 0; at < text.length; at++) {
        const pair = byStart.get(text.slice(at, at + 2))?.find((each) => fits(each, text, at))
        if (!pair) continue
        const end = at + pair.wrong.length
        const place = within(line.at, at, end)
        report({
          at: place,
          message:
            pair.severity === 'error'
              ? message('“{0}”是错别字，应当写“{1}”。', pair.wrong, pair.right)
              : message('这里的“{0}”宜写“{1}”。', pair.wrong, pair.right),
          fixes: [replaceBy(pair.fix, place.span, pair.right)],
          severity: pair.severity,
        })
        at = end - 1
      }
    },
  },
})

function fits(pair: WordPair, text: string, at: number): boolean {
  if (!text.startsWith(pair.wrong, at)) return false
  const end = at + pair.wrong.length
  const { before, after, notBefore, notAfter } = pair
  const left = before || notBefore ? text.slice(Math.max(0, at - CONTEXT), at) : ''
  const right = after || notAfter ? text.slice(end, end + CONTEXT) : ''
  return !(
    (before && !before.test(left)) ||
    (after && !after.test(right)) ||
    notBefore?.test(left) ||
    notAfter?.test(right)
  )
}
