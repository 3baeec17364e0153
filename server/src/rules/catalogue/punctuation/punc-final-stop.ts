import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'

/** A clause, a comma, and the end without a mark. Forms and lists of names have no commas, verse has short lines. */
const UNENDED = /，[^，。；：？！]{4,}[\p{Script=Han}）〕》”]$/u
const SHORTEST = 16
/** The line goes on below, is a label or a remark in brackets, or ends with a name or a measure that stands by itself. */
const OPEN =
  /[、（《“—…]$|(?:如下|附后|名单|清单)$|[0-9][\p{Script=Han}%％℃]{0,3}$|^[（(]|^(?:注|备注|说明|附|联系人|地址|电话|来源)/u
/** Closing words have their own rule. */
const CLOSING = /[特专]此(?:通知|通报|报告|公告|通告|批复|函复|函告|函达|说明)$/

/** 一段话的末尾用句号。 */
export default rule({
  id: 'punc-final-stop',
  name: '段末有句号',
  group: '标点',
  clause: 'GB/T 15834—2011 4.1.2',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  many: 3,
  examples: [
    {
      bad: '各单位要安排专人值班，保持通信畅通，遇有重要情况及时报告\n',
      good: '各单位要安排专人值班，保持通信畅通，遇有重要情况及时报告。\n',
      reports: 1,
    },
    {
      bad: '各单位要安排专人值班。遇有重要情况，及时报告市政府办公室（值班室）\n',
      good: '各单位要安排专人值班。遇有重要情况，及时报告市政府办公室（值班室）。\n',
      reports: 1,
    },
    { quiet: '各单位要安排专人值班，保持通信畅通，遇有重要情况及时报告。\n' },
    { quiet: '一、安排专人值班，保持通信畅通，及时报告重要情况\n' },
    { quiet: '各单位要安排专人值班，保持通信畅通，有关要求如下\n' },
    { quiet: '组长：张某某，某某市人民政府副市长\n' },
    { quiet: '联系人：张某某，某某市人民政府办公室值班室\n' },
    { quiet: '先进事迹值得学习，现将有关情况予以通报，特此通报\n' },
  ],
  visit: {
    paragraph(block, { report }) {
      const text = textAt(block.at)
      const bare = text.trimEnd()
      if (bare.length < SHORTEST || !isSentence(bare)) return
      const end = within(block.at, bare.length, bare.length)
      report({
        at: within(block.at, bare.length - 1, bare.length),
        message: message('这一段末尾没有句号（GB/T 15834—2011 4.1.2）。'),
        fixes: [safeFix(message('加句号'), { span: end.span, text: '。' })],
      })
    },
  },
})

function isSentence(text: string): boolean {
  if (OPEN.test(text) || CLOSING.test(text)) return false
  const last = text.slice(text.lastIndexOf('。') + 1)
  // 组长：甲，乙局局长 is an entry of a list.
  return UNENDED.test(last.slice(-200)) && !/^[^，。]{1,12}：/.test(text)
}
