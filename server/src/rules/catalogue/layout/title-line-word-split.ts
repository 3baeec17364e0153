import { TITLE_COLUMNS } from '../../../standard/layout.ts'
import { columnsOf, wordsOf } from '../../../text/cjk.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'

/** 标题回行不拆开词语、机关名称和书名号里的名称。 */
export default rule({
  id: 'title-line-word-split',
  name: '标题回行词意完整',
  group: '版面',
  clause: 'GB/T 9704—2012 7.3.1',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'layout',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府关于推进工\n# 业互联网建设的通知\n\n各县人民政府：\n\n请认真落实。\n', reports: 1 },
    { bad: withHead('发文机关: 某某市应急管理局', '# 关于转发某某市应急\n# 管理局工作意见的通知\n'), reports: 1 },
    { quiet: '# 某某市人民政府关于推进\n# 工业互联网建设的通知\n\n各县人民政府：\n\n请认真落实。\n' },
    { quiet: '# 某某市人民政府\n# 关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n' },
  ],
  visit: {
    layout({ titleLines }, { document, report }) {
      const { title } = document.main
      if (!title || titleLines.length < 2 || titleLines.length !== title.value.length) return
      const names = document.issuers.map(({ value }) => value).filter((name) => columnsOf(name) <= TITLE_COLUMNS)
      for (const [index, word] of splitWords(titleLines, names)) {
        const at = title.lines?.[index] ?? title.at
        if (!at) continue
        report({
          at,
          message: message('这一行末尾把“{0}”拆开了，标题回行要词意完整（GB/T 9704—2012 7.3.1）。', word),
        })
      }
    },
  },
})

/** By the line that ends inside it: a word of the dictionary, or one of the names. */
function* splitWords(
  lines: readonly string[],
  names: readonly string[],
): Generator<readonly [line: number, word: string]> {
  const text = lines.join('')
  const words = [...wordsOf(text)].map(({ segment, index }) => ({ text: segment, start: index }))
  const named = names.flatMap((name) => {
    const start = text.indexOf(name)
    return start < 0 ? [] : [{ text: name, start }]
  })
  let end = 0
  for (const [index, line] of lines.slice(0, -1).entries()) {
    end += line.length
    const split = [...named, ...words].find((word) => word.start < end && end < word.start + word.text.length)
    if (split && /^[\p{Script=Han}]{2,}$/u.test(split.text)) yield [index, split.text]
  }
}
