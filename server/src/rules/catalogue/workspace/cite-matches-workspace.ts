import { readSeriesNumber, seriesNumber } from '../../../model/seriesNumber.ts'
import { summarise } from '../../../model/summarise.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { BEGINNING } from '../../place.ts'
import { sameTitle } from '../../readings/sameTitle.ts'
import { withHead } from '../../sample.ts'

const OTHER = withHead('发文字号: 某政发〔2026〕5号', '# 某某市人民政府关于做好防汛工作的通知\n')

/** 引用的标题和文号与原文一致。 */
export default rule({
  id: 'cite-matches-workspace',
  name: '引文与原文一致',
  group: '跨文件',
  clause: '《党政机关公文处理工作条例》第二十条第（一）项；公文写作惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'workspace',
  due: 'always',
  examples: [
    {
      bad: '根据《某某市人民政府关于做好抗旱工作的通知》（某政发〔2026〕5号）要求办理。\n',
      others: [OTHER],
      reports: 1,
    },
    {
      bad: '根据《关于做好防汛工作的通知》（某政发〔2026〕6号）要求办理。\n',
      good: '根据《关于做好防汛工作的通知》（某政发〔2026〕5号）要求办理。\n',
      others: [OTHER],
      reports: 1,
    },
    {
      bad: '根据《关于做好防汛工作的通知》（某政发〔2026〕6号，以下简称《通知》）办理。\n',
      good: '根据《关于做好防汛工作的通知》（某政发〔2026〕5号，以下简称《通知》）办理。\n',
      others: [OTHER],
      reports: 1,
    },
    { quiet: '根据《某某市人民政府关于做好防汛工作的通知》（某政发〔2026〕5号）要求办理。\n', others: [OTHER] },
    { quiet: '根据《关于做好防汛工作的通知》（某政发〔2026〕5号）要求办理。\n', others: [OTHER] },
    { quiet: '根据《关于做好防汛工作的通知》（某政发〔2025〕6号）要求办理。\n', others: [OTHER] },
    { quiet: '根据《某某县人民政府关于做好防汛工作的通知》（某县政发〔2026〕6号）要求办理。\n', others: [OTHER] },
  ],
  visit: {
    others(others, { document, report }) {
      for (const { title, docNumber, span } of summarise(document).cites) {
        const number = docNumber === undefined ? undefined : readSeriesNumber(docNumber)
        if (title === undefined || docNumber === undefined || !number) continue
        const numbered = others.find((other) => {
          const theirs = seriesNumber(other)
          return theirs?.series === number.series && theirs.number === number.number
        })
        if (numbered?.title !== undefined && !sameTitle(title, numbered.title)) {
          report({
            at: span,
            message: message('{0}是《{1}》，与这里引的标题“{2}”不同，请核对。', number.written, numbered.title, title),
            related: [{ uri: numbered.uri, span: BEGINNING, message: message('这份公文用的是这个文号') }],
          })
        }
        if (numbered) continue
        const titled = others.find(
          (other) =>
            other.title !== undefined && seriesNumber(other)?.series === number.series && sameTitle(title, other.title),
        )
        if (titled?.docNumber === undefined) continue
        const start = span.start + title.length + '《》（'.length
        report({
          at: span,
          message: message('《{0}》的文号是{1}，这里写的是{2}，请核对。', title, titled.docNumber, number.written),
          fixes: [
            replaceBy(
              'suggestion',
              { start, end: start + docNumber.length },
              seriesNumber(titled)?.written ?? titled.docNumber,
            ),
          ],
          related: [{ uri: titled.uri, span: BEGINNING, message: message('被引用的公文') }],
        })
      }
    },
  },
})
