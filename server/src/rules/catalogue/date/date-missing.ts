import type { At, Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'
import { withHead } from '../../sample.ts'

/** 成文日期在签发时定；起草时只是提示。 */
export default rule({
  id: 'date-missing',
  name: '标注成文日期',
  group: '成文日期',
  clause: '《党政机关公文处理工作条例》第九条第十二项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'issue',
  examples: [
    { bad: withHead('发文字号: 某政发〔2026〕5号'), reports: 1 },
    { bad: withHead('发文字号: 某政发〔2026〕5号\n成文日期:'), reports: 1 },
    { bad: withHead('格式: 命令\n令号: 第5号', '现予公布，自公布之日起施行。\n'), reports: 1 },
    { quiet: withHead('成文日期: 2026年3月5日') },
    {
      quiet: withHead(
        '署名方式: 无',
        '# 某某市人民代表大会关于工作报告的决议\n（2026年3月6日某某市第九届人民代表大会第一次会议通过）\n\n会议同意这个报告。\n',
      ),
    },
  ],
  visit: {
    document({ head, main, tree }, { report }) {
      if (String(head.issueDate?.value ?? '').trim() !== '') return
      if (main.adoption && String(head.signatureForm?.value ?? '') === '无') return
      report({
        at: head.issueDate?.at ?? firstLine(tree.frontMatter) ?? main.title?.at ?? BEGINNING,
        message: message('还没有成文日期，签发时填上负责人签发的日期（《条例》第九条第十二项）。'),
      })
    },
  },
})

/** Where the key has to be added. */
function firstLine(frontMatter: Section | undefined): At | undefined {
  if (!frontMatter) return undefined
  const length = frontMatter.text.search(/[\r\n]/)
  return { section: frontMatter, span: { start: 0, end: length < 0 ? frontMatter.text.length : length } }
}
