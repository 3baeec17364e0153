import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const IDENTITY =
  /(?<![0-9A-Za-z])[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])/g
const MOBILE = /(?<![0-9A-Za-z.-])1[3-9][0-9]{9}(?![0-9A-Za-z])/g
/** Both have so many digits in a row. */
const LONG_NUMBER = /[0-9]{11}/
/** Somebody to call is named on purpose. */
const CONTACT = /联系|电话|手机|传真|热线|咨询|报名|监督|举报|值班|负责人|经理|老师|同志/

/** 不写非必要的个人信息。 */
export default rule({
  id: 'personal-data',
  name: '个人信息',
  group: '用语',
  clause: '《个人信息保护法》第六条；《政府信息公开条例》第十五条',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '0123456789',
  examples: [
    { bad: '张某某（身份证号110101199003071234）获补助3000元。\n', reports: 1 },
    { bad: '受助人李某某，13800138000，获补助500元。\n', reports: 1 },
    { quiet: '张某某（身份证号110101********1234）获补助3000元。\n' },
    { quiet: '联系人：李某某，电话：13800138000。\n' },
    { quiet: '统一社会信用代码91110000100000000X，账号123456199003071234567。\n' },
  ],
  visit: {
    text(line, context) {
      if (!LONG_NUMBER.test(line.text)) return
      identity(line, context)
      mobile(line, context)
    },
  },
})

const identity = eachMatch(IDENTITY, () => ({
  message: message('这里有完整的身份证号，非必要不写，确需写的遮去中间几位（《个人信息保护法》第六条）。'),
}))

const mobile = eachMatch(MOBILE, (match, text) =>
  CONTACT.test(text.slice(Math.max(0, match.index - 80), match.index))
    ? undefined
    : {
        message: message('这里有个人的手机号码，请核对有没有必要写（《个人信息保护法》第六条）。'),
        severity: 'hint',
      },
)
