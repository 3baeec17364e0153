import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'

/** They are always sent to somebody; 通报, 意见 and 决定 may be for all, 纪要 are distributed. */
const SENT = new Set(['请示', '报告', '批复', '函', '通知'])
/** What only such documents say at their end, where the title is missing. */
const CLOSINGS = /^(?:(?:特此|专此)(?:报告|请示|函复|函达|函告|批复|通知)|(?:以上.{0,12}，?)?[妥当]否，(?:敬)?请)/

/** 上行文、平行文和普发的下行文写主送机关。 */
export default rule({
  id: 'recipient-missing',
  name: '缺主送机关',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第九条第八项',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市水务局关于增加防汛经费的请示\n\n请增加经费。\n\n妥否，请批示。\n', reports: 1 },
    { bad: '我院派人查核了有关档案，情况属实。\n\n特此报告。\n\n某某院\n2026年3月5日\n', reports: 1 },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请增加经费。\n' },
    { quiet: '# 某某市人民政府关于停水的通告\n\n现将停水事项通告如下。\n' },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n' },
    {
      quiet: withHead('主送位置: 版记', '# 某某市水务局关于防汛的通知\n\n各县水务局：\n\n请落实。\n'),
    },
  ],
  visit: {
    document({ main, genre, format, imprint, tree }, { report }) {
      if (main.addressee || imprint.addressee || imprint.distribution || main.body.length === 0) return
      if (format !== '文件' && format !== '信函') return
      // An office gives a notice to all who read it: such a notice is for the last to decide.
      if (genre && (!SENT.has(genre.value) || main.body.length < 2)) return
      const last = main.body.at(-1)
      const closing = last && 'inline' in last ? last.at.section.text.slice(last.at.span.start, last.at.span.end) : ''
      if (!genre && (main.title || !CLOSINGS.test(closing))) return
      const [first] = main.body
      report({
        at: main.title?.at ?? first?.at ?? { start: tree.starts[0] ?? 0, end: tree.starts[0] ?? 0 },
        message: message('没有主送机关：请在标题下面一行写主送机关的名称，后面用冒号（《条例》第九条第八项）。'),
        ...(genre?.value === '通知' ? { severity: 'info' as const } : {}),
      })
    },
  },
})
