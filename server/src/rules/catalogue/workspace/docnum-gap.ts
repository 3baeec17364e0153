import { seriesNumber } from '../../../model/seriesNumber.ts'
import { summarise } from '../../../model/summarise.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { written } from '../../written.ts'

/** Below so many numbers of a series at hand, the folder is no register of it. */
const ENOUGH = 3
/** More numbers than this are not skipped by mistake: those documents are kept elsewhere. */
const WIDEST_GAP = 2

/** 发文字号不跳号。 */
export default rule({
  id: 'docnum-gap',
  name: '文号不跳号',
  group: '跨文件',
  clause: '公文处理惯例（发文登记顺序编号）',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'workspace',
  due: 'always',
  examples: [
    {
      bad: withHead('发文字号: 某政发〔2026〕5号'),
      others: [1, 2, 3].map((number) => withHead(`发文字号: 某政发〔2026〕${number}号`)),
      reports: 1,
    },
    {
      quiet: withHead('发文字号: 某政发〔2026〕5号'),
      others: [2, 3, 4].map((number) => withHead(`发文字号: 某政发〔2026〕${number}号`)),
    },
    {
      quiet: withHead('发文字号: 某政发〔2026〕50号'),
      others: [2, 3, 4].map((number) => withHead(`发文字号: 某政发〔2026〕${number}号`)),
    },
    { quiet: withHead('发文字号: 某政发〔2026〕5号'), others: [withHead('发文字号: 某政发〔2026〕3号')] },
  ],
  visit: {
    others(others, { document, report }) {
      const own = seriesNumber(summarise(document))
      const place = written(document.head.docNumber)
      if (!own || !place) return
      const series = others.flatMap((other) => {
        const number = seriesNumber(other)
        return number?.series === own.series ? [number.number] : []
      })
      if (series.length < ENOUGH) return
      const before = Math.max(...series.filter((number) => number <= own.number))
      const gap = own.number - before - 1
      if (gap < 1 || gap > WIDEST_GAP) return
      const skipped = Array.from({ length: gap }, (_, index) => `${before + 1 + index}号`).join('、')
      report({
        at: place.at,
        message: message('{0}的{1}没有见到，本文是{2}号，请核对是否跳号。', own.series, skipped, own.number),
      })
    },
  },
})
