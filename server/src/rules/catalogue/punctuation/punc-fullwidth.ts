import { message } from '../../../text/message.ts'
import { shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'
import { HALF_WIDTH, halfWidthMarks } from '../../readings/halfWidth.ts'

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
  triggers: HALF_WIDTH,
  many: 3,
  together: (named) =>
    named[0] === ''
      ? message('括号里是中文，应当用全角括号“（）”，全文有{0}处用了半角（GB/T 15834—2011 5.1）。', named.length)
      : message(
          '中文里用了半角标点“{0}”，应当用全角，全文有{1}处（GB/T 15834—2011 5.1）。',
          [...new Set(named)].join(''),
          named.length,
        ),
  yieldsTo: ['punc-halfwidth-document', 'recipient-colon', 'attach-note-colon'],
  examples: [
    { bad: '请审阅,并批示;有关情况如下:\n', good: '请审阅，并批示；有关情况如下：\n', reports: 1 },
    { bad: '各单位(含直属机构)要落实责任。\n', good: '各单位（含直属机构）要落实责任。\n', reports: 1 },
    { bad: '为解决人员紧缺问题, 拟招聘3人。\n', good: '为解决人员紧缺问题，拟招聘3人。\n', reports: 1 },
    { quiet: '会议于10:30开始，比例为1:2。\n' },
    { quiet: '总额1,234,567元，网址为https://example.cn/a?b=1。\n' },
    { quiet: '登录http://www.example.cn/政策,目录查询。\n' },
    { quiet: '报送Word(.docx)和PDF(A4)文件。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      for (const { start, end, full, ordinal, edits } of halfWidthMarks(text)) {
        if (ordinal) continue
        const place = within(at, start, end)
        const settled = edits.map(({ span, text }) => ({ span: shift(span, at.span.start), text }))
        report(
          full === undefined
            ? {
                at: place,
                message: message('括号里是中文，应当用全角括号“（）”（GB/T 15834—2011 5.1）。'),
                // One published document in eleven has them, most from the web.
                severity: 'info',
                fixes: [safeFix(message('改用全角括号'), ...settled)],
              }
            : {
                at: place,
                message: message(
                  '中文里用了半角标点“{0}”，应当用全角“{1}”（GB/T 15834—2011 5.1）。',
                  text[start] as string,
                  full,
                ),
                fixes: [safeFix(message('改为“{0}”', full), ...settled)],
              },
        )
      }
    },
  },
})
