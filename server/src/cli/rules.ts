import type { RuleInfo } from '../text/finding.ts'
import { SEVERITY_NAMES } from '../text/severityNames.ts'
import { ChineseCommand, oneOf } from './command.ts'
import { displayWidth } from './displayWidth.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import type { Session } from './session.ts'

interface RulesOptions {
  readonly format: 'table' | 'json'
}

/** Version of each entry that `rules --format json` prints. */
const SCHEMA = 1

export function rulesCommand(session: Session): ChineseCommand {
  return new ChineseCommand('rules')
    .description('列出全部校对规则')
    .usage('[选项]')
    .option('--format <格式>', '输出格式：table、json（默认 table）', oneOf('--format', ['table', 'json']), 'table')
    .examples('hongtou rules', 'hongtou rules --format json')
    .action((options: RulesOptions) => session.run((host) => runRules(host, options)))
}

async function runRules(host: Host, { format }: RulesOptions): Promise<number> {
  const { RULES } = await import('../rules/registry.ts')
  host.terminal.out(format === 'json' ? `${JSON.stringify(RULES.map(entry), undefined, 2)}\n` : table(RULES))
  return DONE
}

function entry({ id, name, group, clause, strength, severity, fix, scope, due, options }: RuleInfo): object {
  return { schema: SCHEMA, id, name, group, clause, strength, severity, fix, scope, due, ...(options && { options }) }
}

const FIX_NAMES = { safe: '可自动改', suggestion: '有建议', none: '' } as const

function table(rules: readonly RuleInfo[]): string {
  const rows = rules.map(({ id, name, strength, severity, fix, clause }) => [
    id,
    SEVERITY_NAMES[severity],
    strength,
    FIX_NAMES[fix],
    name,
    clause,
  ])
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => displayWidth(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)))).join('  ')
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('')
}
