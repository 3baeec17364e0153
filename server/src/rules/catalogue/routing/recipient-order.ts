import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { routingOf } from '../../organs/routing.ts'

const TITLE = '# 某某市人民政府关于加强值班工作的通知\n\n'
/** Those below and outside come before one's own departments. */
const OUTSIDE = /^各.{0,24}人民政府$|^各(?:乡镇|县|市|区|镇|街道)[^直]{0,14}$/
const INSIDE = /^(?:[市县区省]?(?:政府|直)(?:各|直属|有关)|[市县区省]直|各直属|机关各)/

/** 主送先外后内、先上后下。 */
export default rule({
  id: 'recipient-order',
  name: '主送排列顺序',
  group: '行文规则',
  clause: '主送机关排列的通行写法',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${TITLE}市直各部门，各县人民政府：\n\n请落实。\n`, reports: 1 },
    { bad: `${TITLE}市政府各部门、各直属机构，各区人民政府：\n\n请落实。\n`, reports: 1 },
    { quiet: `${TITLE}各县人民政府，市直各部门：\n\n请落实。\n` },
    { quiet: `${TITLE}各镇人民政府、街道办事处，县政府直属各单位：\n\n请落实。\n` },
  ],
  visit: {
    addressee(element, { document, report }) {
      const { addressees } = routingOf(document)
      const inside = addressees.findIndex(({ name }) => INSIDE.test(name))
      const late = inside < 0 ? undefined : addressees.slice(inside).find(({ name }) => OUTSIDE.test(name))
      const at = late?.at ?? element.at
      if (!late || !at) return
      report({
        at,
        message: message('主送一般先外后内：“{0}”宜排在“{1}”前面。', late.name, addressees[inside]?.name ?? ''),
      })
    },
  },
})
