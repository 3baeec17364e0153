import type { Finding, RuleInfo, Severity } from '../../text/finding.ts'
import type { LineIndex } from '../../text/lines.ts'

export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[]

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提醒',
  hint: '提示',
}

/** What was found in one file. Ignored findings are among them and carry their reason. */
export interface FileReport {
  readonly name: string
  readonly uri: string
  readonly text: string
  readonly lines: LineIndex
  readonly findings: readonly Finding[]
  /** Number of places that were mended before this report. */
  readonly fixed: number
}

/** All that a formatter needs: the files, and what the rules say of themselves. */
export interface Report {
  readonly files: readonly FileReport[]
  readonly rules: readonly RuleInfo[]
  readonly version: string
}

export function ruleInfo(report: Report, id: string): RuleInfo | undefined {
  return report.rules.find((rule) => rule.id === id)
}

/** Findings that count: the ignored ones do not. */
export function standing(file: FileReport): readonly Finding[] {
  return file.findings.filter((finding) => !finding.ignored)
}

export type Counts = Readonly<Record<Severity, number>> & { readonly ignored: number; readonly fixable: number }

/** How many places there are of each kind; a folded finding counts as many as it stands for. */
export function count(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0, ignored: 0, fixable: 0 }
  for (const finding of findings) {
    const places = 1 + (finding.also?.length ?? 0)
    if (finding.ignored) {
      counts.ignored += places
      continue
    }
    counts[finding.severity] += places
    if (finding.fixes.some((fix) => fix.kind === 'safe')) counts.fixable += places
  }
  return counts
}
