import type { Finding, RuleInfo, Severity } from '../../text/finding.ts'
import { type LineIndex, lineAt } from '../../text/lines.ts'

export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[]

/** What was found in one file. Ignored findings are among them and carry their reason. */
export interface FileReport {
  readonly name: string
  readonly uri: string
  readonly text: string
  readonly lines: LineIndex
  readonly findings: readonly Finding[]
  /** How many findings were mended before this report, and how many `--fix` would mend now. */
  readonly fixed: number
  readonly fixable: number
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

export type Counts = Readonly<Record<Severity | 'ignored' | 'fixed' | 'fixable', number>>

/** How many findings there are of each kind. One that stands for several places is one, as it is listed. */
export function count({ files }: Report): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0, ignored: 0, fixed: 0, fixable: 0 }
  for (const { findings, fixed, fixable } of files) {
    for (const { ignored, severity } of findings) counts[ignored ? 'ignored' : severity]++
    counts.fixed += fixed
    counts.fixable += fixable
  }
  return counts
}

/** So many lines are named; more would hide the sentence. */
const MOST_LINES = 8

/** Where else a finding stands that stands for several places. */
export function otherPlaces({ lines }: FileReport, { also = [] }: Finding): string | undefined {
  if (also.length === 0) return undefined
  const numbers = [...new Set(also.map(({ start }) => lineAt(lines, start) + 1))].sort((a, b) => a - b)
  const named = numbers.slice(0, MOST_LINES).join('、')
  return `另有 ${also.length} 处同样的问题，在第 ${named} 行${numbers.length > MOST_LINES ? '等' : ''}`
}
