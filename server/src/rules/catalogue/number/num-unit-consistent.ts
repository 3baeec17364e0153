import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { mixedForms } from '../../readings/mixedForms.ts'

const NAMES: readonly (readonly [symbol: string, name: string])[] = [
  ['km', '公里、千米'],
  ['kg', '公斤、千克'],
  ['㎡', '平方米'],
  ['m²', '平方米'],
  ['m2', '平方米'],
  ['m³', '立方米'],
  ['kW', '千瓦'],
  ['cm', '厘米'],
  ['mm', '毫米'],
]
const ODD = /(?<=[0-9]\s?)(?:km|kg|㎡|m²|m2|m³|kW|cm|mm)(?![A-Za-z0-9/·²³])/g
const USUAL = /(?<=[0-9万亿]\s?)(?:公里|千米|公斤|千克|平方米|立方米|千瓦(?!时)|厘米|毫米)/g
/** Both words are legal units; a document keeps to one of them. */
const TWINS = ['千米', '公里'] as const

const symbols = mixedForms({
  odd: ODD,
  usual: USUAL,
  triggers: 'kcm㎡',
  remark: (odd, usual) => {
    const name = NAMES.find(([symbol]) => symbol === odd)?.[1]
    if (!name?.includes(usual)) return undefined
    return {
      message: message('同一个单位一处写“{0}”，一处写“{1}”，全文宜统一。', odd, usual),
      instead: usual,
    }
  },
})

const twins = mixedForms({
  odd: /(?<=[0-9万亿余多]\s?)千米/g,
  usual: /(?<=[0-9万亿余多]\s?)公里/g,
  triggers: '千公',
  remark: () => ({
    message: message('同一个单位一处写“{0}”，一处写“{1}”，全文宜统一。', ...TWINS),
    instead: TWINS[1],
  }),
})

/** 同一个计量单位全文写法一致。 */
export default rule({
  id: 'num-unit-consistent',
  name: '单位写法统一',
  group: '数字',
  clause: '公文计量单位惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '新建道路5千米，改造道路8公里。\n', good: '新建道路5公里，改造道路8公里。\n', reports: 1 },
    { bad: '建筑面积300平方米，其中库房50㎡。\n', good: '建筑面积300平方米，其中库房50平方米。\n', reports: 1 },
    { quiet: '新建道路5公里，改造道路8公里，限速60km/h。\n' },
    { quiet: '运输里程8公里，货物5千克，用电千米以外。\n' },
  ],
  visit: {
    document(document, context) {
      symbols(document, context)
      twins(document, context)
    },
  },
})
