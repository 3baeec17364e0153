import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { routingOf } from '../../organs/routing.ts'
import { isUpward } from '../../organs/upward.ts'
import { withHead } from '../../sample.ts'

const REQUEST = '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n'
/** 各… with a lower kind of organ is always one's own subordinates. */
const SUBORDINATES =
  /^(?:本局|我局|本厅|我厅)?(?:所属|下属|直属|各)[^，、。]{0,12}(?:县|区|市|镇|乡|街道|局|办|所|站|单位|分局|科室|处室)/

/** 向上级机关行文不抄送下级机关。 */
export default rule({
  id: 'upward-no-cc-downward',
  name: '上行文不抄送下级',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十五条第一项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('签发人: 王某某\n抄送: 各县（区）水务局。', REQUEST), reports: 1 },
    {
      bad: withHead('发文机关: 某某市水务局\n签发人: 王某某\n抄送: 甲水库管理所。', REQUEST),
      profile: '机关:\n  - 名称: 某某市水务局\n  - 名称: 甲水库管理所\n    上级: 某某市水务局\n',
      reports: 1,
    },
    { quiet: withHead('签发人: 王某某\n抄送: 某某省水利厅，某某市财政局。', REQUEST) },
    {
      quiet: withHead(
        '抄送: 各县（区）水务局。',
        '# 某某市水务局关于加强防汛工作的通知\n\n各直属单位：\n\n请认真落实。\n',
      ),
    },
  ],
  visit: {
    copyTo(element, { document, report }) {
      const { directory, issuers, copies } = routingOf(document)
      if (!isUpward(document) || !element.at) return
      const lower = copies.find(
        ({ name, organ }) =>
          SUBORDINATES.test(name) ||
          (organ !== undefined && issuers.some((own) => own.organ && directory.isBelow(organ, own.organ))),
      )
      const at = lower?.at
      if (!lower || !at) return
      report({
        at,
        message: message('上行文不抄送下级机关，请去掉“{0}”（《条例》第十五条第一项）。', lower.name),
      })
    },
  },
})
