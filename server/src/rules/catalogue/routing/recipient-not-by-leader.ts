import { textsOf } from '../../../model/text.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { isPersonSigning } from '../../organs/persons.ts'
import { isUpward } from '../../organs/upward.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const REQUEST = '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n'

/** 不以本机关负责人名义向上级机关报送公文。 */
export default rule({
  id: 'recipient-not-by-leader',
  name: '不以负责人名义上报',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十五条第五项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('署名: 局长 李某某', REQUEST), reports: 1 },
    { bad: `${REQUEST}\n局长　李某某\n2026年3月5日\n`, reports: 1 },
    { quiet: withHead('署名: 某某市水务局', REQUEST) },
    { quiet: withHead('署名: 局长 李某某', '# 某某市水务局关于表扬先进的通报\n\n各单位：\n\n予以表扬。\n') },
    { quiet: withHead('署名: 某某市人民政府驻外地办事处主任办公室', REQUEST) },
  ],
  visit: {
    signatory: asWritten((typed, { document, report }, element) => {
      const person = isUpward(document) && textsOf(element).find(isPersonSigning)
      if (!person) return
      report({
        at: typed.at,
        message: message(
          '不得以本机关负责人名义向上级机关报送公文，署名“{0}”应当改为机关名称（《条例》第十五条第五项）。',
          person,
        ),
      })
    }),
  },
})
