import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** What the names of organs end with: each of the pieces must, or the mark is part of one name. */
const ORGAN = /(?:政府|委员会|常委会|办公室|办公厅|委|部|局|厅|院|署|办|会|处|中心|公司)$/

/** 联合行文的发文机关分行列出：标志、署名、印章都按一个个机关排。 */
export default rule({
  id: 'issuer-one-each',
  name: '联合发文机关逐个列出',
  group: '版头',
  clause: 'GB/T 9704—2012 7.2.4、7.3.5.1',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('发文机关: 某某市教育局、某某市财政局'),
      good: withHead('发文机关: [某某市教育局, 某某市财政局]'),
      reports: 1,
    },
    { bad: withHead('发文机关: 某某市教育局 某某市财政局'), reports: 1 },
    { quiet: withHead('发文机关: [某某市教育局, 某某市财政局]') },
    { quiet: withHead('发文机关: 某某市教育、科技工作领导小组办公室') },
    { quiet: withHead('发文机关: 某某市教育局') },
  ],
  visit: {
    issuer: asWritten((typed, { report }, element) => {
      const names = element.value.trim().split(/[、，,；;\s]+/)
      if (names.length < 2 || !names.every((name) => ORGAN.test(name))) return
      report({
        at: typed.at,
        message: message(
          '这里写了{0}个机关，却会当作一个机关印标志、署名和印章。联合行文请逐个列出，主办机关在前。',
          names.length,
        ),
        fixes: [replaceBy('suggestion', typed.at.span, `[${names.join(', ')}]`)],
      })
    }),
  },
})
