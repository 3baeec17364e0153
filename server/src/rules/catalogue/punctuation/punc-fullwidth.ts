import { isClosing, isHan, isOpening } from '../../../text/cjk.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy, safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'
import type { RuleContext } from '../../rule.ts'
import type { TextLine } from '../../targets.ts'

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }
/** An ordinal in half-width brackets has its own rule. */
const ORDINAL = /^\s{0,8}[（(][0-9一二三四五六七八九十]{1,3}[）)]/

/** 中文之间的标点用全角。 */
export default rule({
  id: 'punc-fullwidth',
  name: '中文用全角标点',
  group: '标点',
  clause: 'GB/T 15834—2011 5.1',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: ',;:?!(',
  yieldsTo: ['recipient-colon'],
  examples: [
    { bad: '请审阅,并批示;有关情况如下:\n', good: '请审阅，并批示；有关情况如下：\n', reports: 3 },
    { bad: '各单位(含直属机构)要落实责任。\n', good: '各单位（含直属机构）要落实责任。\n', reports: 1 },
    { bad: '为解决人员紧缺问题, 拟招聘3人。\n', good: '为解决人员紧缺问题，拟招聘3人。\n', reports: 1 },
    { quiet: '会议于10:30开始，比例为1:2。\n' },
    { quiet: '总额1,234,567元，网址为https://example.cn/a?b=1。\n' },
    { quiet: '登录http://www.example.cn/政策,目录查询。\n' },
    { quiet: '报送Word(.docx)和PDF(A4)文件。\n' },
  ],
  visit: {
    text(line, context) {
      const { text } = line
      for (let at = 0; at < text.length; at++) {
        const mark = text[at] as string
        const full = FULL[mark]
        if (full !== undefined) point(line, at, full, context)
        else if (mark === '(') bracket(line, at, context)
      }
    },
  },
})

/** A web address runs on to the next blank or full-width mark, Chinese characters included. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s，。；：、（）“”《》]*$/

function point({ text, at }: TextLine, index: number, full: string, { report }: RuleContext): void {
  const left = text[index - 1] ?? ''
  const spaces = /^[ \u00a0]*/.exec(text.slice(index + 1, index + 4))?.[0].length ?? 0
  const right = text[index + 1 + spaces] ?? ''
  if (ADDRESS.test(text.slice(Math.max(0, index - LONGEST), index))) return
  const afterHan = isHan(left) || isClosing(left)
  const betweenLatinAndHan = /[0-9A-Za-z%％]/.test(left) && isHan(right) && (full === '，' || full === '；')
  if (!(afterHan && (spaces === 0 || isHan(right) || isOpening(right))) && !betweenLatinAndHan) return
  const place = within(at, index, index + 1)
  report({
    at: place,
    message: message('中文里用了半角标点“{0}”，应当用全角“{1}”（GB/T 15834—2011 5.1）。', text[index] as string, full),
    fixes: [replaceBy('safe', within(at, index, index + 1 + spaces).span, full)],
  })
}

/** How far a bracket may close; further off it is another one's. */
const LONGEST = 120

function bracket({ text, at }: TextLine, open: number, { report }: RuleContext): void {
  const inside = text.slice(open + 1, open + 1 + LONGEST)
  const length = inside.search(/[()（）]/)
  const close = inside[length]
  if (length < 0 || (close !== ')' && close !== '）') || !/\p{Script=Han}/u.test(inside.slice(0, length))) return
  if (open < 8 && ORDINAL.test(text) && text.search(/[（(]/) === open) return
  const end = open + 1 + length
  const edits = [{ span: within(at, open, open + 1).span, text: '（' }]
  if (close === ')') edits.push({ span: within(at, end, end + 1).span, text: '）' })
  report({
    at: within(at, open, end + 1),
    message: message('括号里是中文，应当用全角括号“（）”（GB/T 15834—2011 5.1）。'),
    // One published document in eleven has them, most from the web.
    severity: 'info',
    fixes: [safeFix(message('改用全角括号'), ...edits)],
  })
}
