import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** A short quotation that is a member of the sentence: behind a word, not behind a colon or comma. */
const ENDS_INSIDE = /(?<=[一-龥])“([^“”。！？；：]{2,24})。”$/g
const MEMBER =
  /(?:做到|实现|坚持|落实|树立|推进|体现|达到|形成|贯彻|突出|的|称为|叫做|开展|防止|避免|打造|建设|建成|按照|遵循|围绕|践行)$/

/** What the quotation is stands behind it. */
const NAMED_BEHIND =
  /“[^“”。！？：]{2,40}(。)”(?=的(?:方针|原则|要求|目标|理念|思路|精神|总要求|工作|口号|规定|局面|格局|机制))/g

/** 引文是句子的一部分时，句号放在引号外面。 */
export default rule({
  id: 'punc-quote-terminal',
  name: '引文末的句号',
  group: '标点',
  clause: 'GB/T 15834—2011 附录B.2.1',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '“',
  examples: [
    { bad: '信息公开要做到“全面、及时。”\n', good: '信息公开要做到“全面、及时”。\n', reports: 1 },
    { bad: '坚持“安全第一。”的方针。\n', good: '坚持“安全第一”的方针。\n', reports: 1 },
    { quiet: '信息公开要做到“全面、及时”。\n' },
    { quiet: '条例规定：“信息公开要全面、及时。”\n' },
    { quiet: '他说“请按时到会。”\n' },
  ],
  visit: {
    text(line, context) {
      atEnd(line, context)
      namedBehind(line, context)
    },
  },
})

const atEnd = eachMatch(ENDS_INSIDE, (match, text) => {
  if (!MEMBER.test(text.slice(Math.max(0, match.index - 4), match.index))) return undefined
  const length = match[0].length
  return {
    message: message('引文是句子的一部分，句号放在引号外面（GB/T 15834—2011 附录B.2.1）。'),
    from: length - 2,
    to: length,
    instead: '”。',
  }
})

const namedBehind = eachMatch(NAMED_BEHIND, ([whole]) => ({
  message: message('引文是句子的一部分，引号里的末尾不用句号（GB/T 15834—2011 附录B.2.1）。'),
  from: whole.length - 2,
  to: whole.length - 1,
  instead: '',
}))
