import type { Example, Message, RuleInfo } from '../text/finding.ts'
import { formatMessage, message } from '../text/message.ts'
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

/** The page of a rule in Markdown, in the language of `say`: what it asks, on what it rests, wrong and right, how to leave it alone. */
export function explain(rule: RuleInfo, say: Say = formatMessage): string {
  return [
    `# ${say(message(rule.name))}`,
    `\`${rule.id}\` · ${say(message(rule.group))}`,
    facts(rule)
      .map((fact) => `- ${say(fact)}`)
      .join('\n'),
    ...examples(say, message('错误的写法'), rule.examples.filter(isBad), ({ bad, good }) =>
      good === undefined ? fence(bad) : `${fence(bad)}\n\n${say(message('改为：'))}\n\n${fence(good)}`,
    ),
    ...examples(say, message('正确的写法'), rule.examples.filter(isQuiet), ({ quiet }) => fence(quiet)),
    `## ${say(message('不适用时'))}`,
    `${say(message('在这一段前面单独写一行，说明理由：'))}\n\n${fence(`<!-- 红头：忽略 ${rule.name} 理由 -->`)}`,
    say(
      rule.strength === '实务' || rule.strength === '旧规'
        ? message('整个单位都不用的，在单位设置里写 `{0}: off`。', rule.id)
        : message('在单位设置里关闭这条规则的，每份公文都会提醒。'),
    ),
  ].join('\n\n')
}

type Say = (sentence: Message) => string

function facts({ clause, strength, severity, due, fix }: RuleInfo): readonly Message[] {
  const level = message(SEVERITY_NAMES[severity])
  return [
    message('依据：{0}', message(clause)),
    message('性质：{0}', message(STRENGTHS[strength])),
    due === 'issue' ? message('级别：{0}（起草时只作提示，印发前按此级别）', level) : message('级别：{0}', level),
    message('修复：{0}', message(FIXES[fix])),
  ]
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
  say: Say,
  title: Message,
  list: readonly E[],
  show: (example: E) => string,
): readonly string[] {
  return list.length === 0 ? [] : [`## ${say(title)}`, ...list.map((example) => show(example) + around(say, example))]
}

/** What stands beside the text of an example. */
function around(say: Say, { others = [], missing = [], profile }: Example): string {
  const beside = others.map((text) => `\n\n${say(message('同时有另一份公文：'))}\n\n${fence(text)}`)
  const absent = missing.map((path) => `\n\n${say(message('文件“{0}”不存在。', path))}`)
  const settings = profile === undefined ? [] : [`\n\n${say(message('单位设置（红头.yaml）：'))}\n\n${fence(profile)}`]
  return [...settings, ...beside, ...absent].join('')
}

function fence(text: string): string {
  return `\`\`\`markdown\n${text.trimEnd()}\n\`\`\``
}
