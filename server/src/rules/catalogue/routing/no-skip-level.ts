import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { routingOf } from '../../organs/routing.ts'
import { organsBetween } from '../../organs/standing.ts'
import { isUpward } from '../../organs/upward.ts'
import { withHead } from '../../sample.ts'

const PROFILE =
  '机关:\n  - 名称: 某某市人民政府\n    上级: 浙江省人民政府\n    级别: 市\n  - 名称: 甲县人民政府\n    上级: 某某市人民政府\n    级别: 县\n'
const HEAD = '发文机关: 甲县人民政府\n签发人: 王某某'
const TO_PROVINCE = '# 甲县人民政府关于增加经费的请示\n\n浙江省人民政府：\n\n请予审批。\n'

/** 一般不得越级行文；特殊情况越级的，抄送被越过的机关。 */
export default rule({
  id: 'no-skip-level',
  name: '不越级行文',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十四条',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead(HEAD, TO_PROVINCE), profile: PROFILE, reports: 1 },
    { quiet: withHead(`${HEAD}\n抄送: 某某市人民政府。`, TO_PROVINCE), profile: PROFILE },
    {
      quiet: withHead(HEAD, '# 甲县人民政府关于增加经费的请示\n\n某某市人民政府：\n\n请予审批。\n'),
      profile: PROFILE,
    },
    { quiet: withHead(HEAD, TO_PROVINCE) },
  ],
  visit: {
    addressee(element, { document, report }) {
      const { issuers, addressees, copies, directory } = routingOf(document)
      const own = issuers[0]?.organ
      if (!isUpward(document) || !own) return
      for (const { organ, name, at = element.at } of addressees) {
        const passed = organ ? organsBetween(own, organ, directory) : []
        const uninformed = passed.find((each) => !copies.some((copy) => copy.organ === each))
        if (!uninformed || !at) continue
        report({
          at,
          message: message(
            '一般不得越级向“{0}”行文；特殊情况需要越级的，应当同时抄送被越过的“{1}”（《条例》第十四条）。',
            name,
            uninformed.name,
          ),
        })
      }
    },
  },
})
