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

/** What a report says of a rule; its examples are told elsewhere. */
export type RuleFacts = Omit<RuleInfo, 'examples' | 'options'>

/** What a report needs to know besides the files. */
export interface Catalogue {
  readonly rules: readonly RuleFacts[]
  readonly version: string
}

/** All that is reported: the files, and what the rules say of themselves. */
export interface Report extends Catalogue {
  readonly files: readonly FileReport[]
}

/**
 * One way to write a report, file by file: nothing of a file need be kept when it has been written.
 * All texts one behind the other are the report.
 */
export interface Format {
  readonly begin: string
  file(file: FileReport): string
  end(tally: Tally): string
}

export function ruleInfo({ rules }: Catalogue, id: string): RuleFacts | undefined {
  return rules.find((rule) => rule.id === id)
}

/** Findings that count: the ignored ones do not. */
export function standing(file: FileReport): readonly Finding[] {
  return file.findings.filter((finding) => !finding.ignored)
}

/** How many files there are, and findings of each kind. One that stands for several places is one, as it is listed. */
export type Tally = Readonly<Record<Severity | 'files' | 'ignored' | 'fixed' | 'fixable', number>>

export const NOTHING: Tally = {
  files: 0,
  error: 0,
  warning: 0,
  info: 0,
  hint: 0,
  ignored: 0,
  fixed: 0,
  fixable: 0,
}

/** The tally with one more file. */
export function counting(tally: Tally, { findings, fixed, fixable }: FileReport): Tally {
  const counts = {
    ...tally,
    files: tally.files + 1,
    fixed: tally.fixed + fixed,
    fixable: tally.fixable + fixable,
  }
  for (const { ignored, severity } of findings) counts[ignored ? 'ignored' : severity]++
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
