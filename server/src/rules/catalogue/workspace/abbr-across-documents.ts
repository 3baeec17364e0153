import { summarise } from '../../../model/summarise.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

const OTHER = '某某市大数据发展管理局（以下简称市大数据局）负责实施。\n'

/** 同一简称在各份公文里指同一机关。 */
export default rule({
  id: 'abbr-across-documents',
  name: '各文简称一致',
  group: '跨文件',
  clause: '公文写作惯例',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'workspace',
  due: 'always',
  examples: [
    { bad: '某某市大数据资源中心（以下简称市大数据局）负责实施。\n', others: [OTHER], reports: 1 },
    { bad: '由某某市大数据发展管理局（以下简称市数据局）负责实施。\n', others: [OTHER], reports: 1 },
    { quiet: '请某某市大数据发展管理局（以下简称市大数据局）负责实施。\n', others: [OTHER] },
    {
      quiet: '制定《某某市安全办法》（以下简称《办法》）。\n',
      others: ['制定《某某市统计办法》（以下简称《办法》）。\n'],
    },
    {
      quiet: '成立某某市防汛工作领导小组（以下简称领导小组）。\n',
      others: ['成立某某市普查工作领导小组（以下简称领导小组）。\n'],
    },
  ],
  visit: {
    others(others, { document, report }) {
      const own = summarise(document).terms.filter(isOrgan)
      if (own.length === 0) return
      for (const { uri, terms } of others) {
        for (const their of terms) {
          const clash = own.find((term) => differs(term, their))
          if (!clash || !isOrgan(their)) continue
          report({
            at: clash.span,
            message:
              clash.short === their.short
                ? message(
                    '“{0}”在另一份公文里是“{1}”的简称，这里指“{2}”，请统一。',
                    clash.short,
                    their.full,
                    clash.full,
                  )
                : message(
                    '“{0}”在另一份公文里简称“{1}”，这里简称“{2}”，请统一。',
                    their.full,
                    their.short,
                    clash.short,
                  ),
            related: [{ uri, span: their.span, message: message('另一处的简称') }],
          })
        }
      }
    },
  },
})

interface Term {
  readonly full: string
  readonly short: string
}

/** 办法, 项目 and 领导小组 mean another thing in every document; 市大数据局 does not. */
function isOrgan({ short }: Term): boolean {
  return /^[省市县区州国].{2,}(?:[局委办厅院部处]|中心|公司)$/.test(short)
}

/** A verb may stand before a full name, so names are compared from the end. */
function differs(one: Term, other: Term): boolean {
  const sameName = one.full.endsWith(other.full) || other.full.endsWith(one.full)
  return one.short === other.short ? !sameName && one.full.slice(-4) !== other.full.slice(-4) : sameName
}
