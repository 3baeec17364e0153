import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { isUpward } from '../../organs/upward.ts'
import { BEGINNING } from '../../place.ts'
import { withHead } from '../../sample.ts'

const REQUEST = '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n'

/** 上行文标注签发人姓名；签发人在签发时才定，起草时只是提示。 */
export default rule({
  id: 'signer-required-upward',
  name: '上行文标签发人',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第九条第六项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'issue',
  examples: [
    { bad: REQUEST, reports: 1 },
    { quiet: withHead('签发人: 王某某', REQUEST) },
    { quiet: '# 某某市水务局关于加强防汛工作的通知\n\n各直属单位：\n\n请认真落实。\n' },
  ],
  visit: {
    document(document, { report }) {
      if (!isUpward(document) || document.approvers.some(({ value }) => value.trim() !== '')) return
      report({
        at: document.main.title?.at ?? BEGINNING,
        message: message('上行文应当标注签发人，请在开头信息里写“签发人: 姓名”（《条例》第九条第六项）。'),
      })
    },
  },
})
