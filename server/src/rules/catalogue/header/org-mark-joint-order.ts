import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 联合行文的发文机关标志，主办机关名称排列在前。 */
export default rule({
  id: 'org-mark-joint-order',
  name: '联合行文主办机关在前',
  group: '版头',
  clause: 'GB/T 9704—2012 7.2.4',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('发文机关: [某某市教育局, 某某市财政局]\n发文机关标志: [某某市财政局, 某某市教育局, 文件]'),
      reports: 1,
    },
    { quiet: withHead('发文机关: [某某市教育局, 某某市财政局]\n发文机关标志: [某某市教育局, 某某市财政局, 文件]') },
    { quiet: withHead('发文机关: [某某市教育局, 某某市财政局]\n发文机关标志: 主办') },
    { quiet: withHead('发文机关: 某某市教育局\n发文机关标志: 某某市教育局文件') },
  ],
  visit: {
    issuerMark: asWritten((typed, { document, report }, element) => {
      const [host, ...others] = document.issuers.map(({ value }) => value)
      const first = Array.isArray(element.value) ? String(element.value[0] ?? '') : ''
      if (host === undefined || !others.includes(first.replace(/文件$/, ''))) return
      report({
        at: typed.at,
        message: message(
          '联合行文主办机关名称排在最前：发文机关第一个是“{0}”，标志却先写“{1}”（GB/T 9704—2012 7.2.4）。',
          host,
          first,
        ),
      })
    }),
  },
})
