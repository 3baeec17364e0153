import { seriesNumber } from '../../../model/seriesNumber.ts'
import { summarise } from '../../../model/summarise.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'
import { withHead } from '../../sample.ts'
import { written } from '../../written.ts'

/** 发文字号不重复。 */
export default rule({
  id: 'docnum-duplicate',
  name: '文号不重复',
  group: '跨文件',
  clause: '《党政机关公文处理工作条例》第九条第（五）项（发文顺序号）',
  strength: '推荐',
  severity: 'warning',
  fix: 'none',
  scope: 'workspace',
  due: 'always',
  examples: [
    {
      bad: withHead('发文字号: 某政发〔2026〕5号'),
      others: [withHead('发文字号: 某政发〔2026〕5号', '# 某某市人民政府关于防汛工作的通知\n')],
      reports: 1,
    },
    {
      bad: withHead('发文字号: 某政发〔2026〕5号'),
      others: [withHead('发文字号: 某政发[2026]05号')],
      reports: 1,
    },
    { quiet: withHead('发文字号: 某政发〔2026〕5号'), others: [withHead('发文字号: 某政办发〔2026〕5号')] },
    { quiet: withHead('发文字号: 某政发〔2026〕5号'), others: [withHead('发文字号: 某政发〔2025〕5号')] },
    { quiet: withHead('发文字号: 某政发〔2026〕 号'), others: [withHead('发文字号: 某政发〔2026〕 号')] },
  ],
  visit: {
    others(others, { document, report }) {
      const own = seriesNumber(summarise(document))
      const place = written(document.head.docNumber)
      if (!own || !place) return
      const same = others.filter((other) => {
        const number = seriesNumber(other)
        return number?.series === own.series && number.number === own.number
      })
      const [first] = same
      if (!first) return
      report({
        at: place.at,
        message: message(
          '“{0}”已经用在《{1}》上，同一机关同一年的发文字号不能重复。',
          own.written,
          first.title ?? message('无标题'),
        ),
        related: same.map(({ uri }) => ({ uri, span: BEGINNING, message: message('这里用了同一个文号') })),
      })
    },
  },
})
