import type { Example, RuleInfo } from '../text/finding.ts'
import { SEVERITY_NAMES } from '../text/severityNames.ts'

const FIXES: Readonly<Record<RuleInfo['fix'], string>> = {
  safe: '可以自动修复',
  suggestion: '给出修改建议',
  none: '请人工修改',
}
const STRENGTHS: Readonly<Record<RuleInfo['strength'], string>> = {
  规定: '规定（条例、法律或者国家标准的要求）',
  推荐: '推荐（条例或者国家标准的一般性、推荐性要求）',
  实务: '实务（公文写作的通行做法）',
  旧规: '旧规（已经废止、仍被引用的规定）',
}

/** The page of a rule in Markdown: what it asks, on what it rests, how it is written wrongly and rightly, how to leave it alone. */
export function explain(rule: RuleInfo): string {
  return [
    `# ${rule.name}`,
    `\`${rule.id}\` · ${rule.group}`,
    [
      `- 依据：${rule.clause}`,
      `- 性质：${STRENGTHS[rule.strength]}`,
      `- 级别：${SEVERITY_NAMES[rule.severity]}${rule.due === 'issue' ? '（起草时只作提示，印发前按此级别）' : ''}`,
      `- 修复：${FIXES[rule.fix]}`,
    ].join('\n'),
    ...examples('错误的写法', rule.examples.filter(isBad), ({ bad, good }) =>
      good === undefined ? fence(bad) : `${fence(bad)}\n\n改为：\n\n${fence(good)}`,
    ),
    ...examples('正确的写法', rule.examples.filter(isQuiet), ({ quiet }) => fence(quiet)),
    '## 不适用时',
    `在这一段前面单独写一行，说明理由：\n\n${fence(`<!-- 红头：忽略 ${rule.name} 理由 -->`)}`,
    rule.strength === '实务' || rule.strength === '旧规'
      ? `整个单位都不用的，在单位设置里写 \`${rule.id}: off\`。`
      : `在单位设置里关闭这条规则的，每份公文都会提醒。`,
  ].join('\n\n')
}

type Bad = Extract<Example, { readonly bad: string }>
type Quiet = Extract<Example, { readonly quiet: string }>

function isBad(example: Example): example is Bad {
  return 'bad' in example
}

function isQuiet(example: Example): example is Quiet {
  return 'quiet' in example
}

function examples<E extends Example>(
  title: string,
  list: readonly E[],
  show: (example: E) => string,
): readonly string[] {
  return list.length === 0 ? [] : [`## ${title}`, ...list.map((example) => show(example) + around(example))]
}

/** What stands beside the text of an example. */
function around({ others = [], missing = [], profile }: Example): string {
  const beside = others.map((text) => `\n\n同时有另一份公文：\n\n${fence(text)}`)
  const absent = missing.map((path) => `\n\n文件“${path}”不存在。`)
  const settings = profile === undefined ? [] : [`\n\n单位设置（红头.yaml）：\n\n${fence(profile)}`]
  return [...settings, ...beside, ...absent].join('')
}

function fence(text: string): string {
  return `\`\`\`markdown\n${text.trimEnd()}\n\`\`\``
}
