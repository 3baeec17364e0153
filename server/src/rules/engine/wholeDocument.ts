import type { RuleInfo } from '../../text/finding.ts'

/** Groups about the elements of a 公文 and how it is addressed. The text of an attachment is none (GB/T 9704—2012 7.3.7). */
const GROUPS: ReadonlySet<string> = new Set([
  '文种与标题',
  '行文规则',
  '版头',
  '份号与密级',
  '发文字号',
  '结语',
  '语气',
  '署名',
  '附注',
  '版记',
  '版面',
  '篇幅',
  '附件',
  '纪要与命令',
])

const RULES: ReadonlySet<string> = new Set(['date-missing', 'title-not-found'])

/** Whether a rule is about a 公文 as a whole: rules of running text hold for the text of its attachments, too. */
export function isOfWhole(rule: RuleInfo | undefined): boolean {
  return rule !== undefined && (RULES.has(rule.id) || (rule.scope !== 'block' && GROUPS.has(rule.group)))
}
