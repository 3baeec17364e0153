import type { Host } from '../host.ts'
import { githubReport } from './github.ts'
import { jsonReport } from './json.ts'
import { paint } from './paint.ts'
import { prettyReport, prettySummary } from './pretty.ts'
import type { Report } from './report.ts'
import { sarifReport } from './sarif.ts'

export const REPORT_FORMATS = ['pretty', 'json', 'sarif', 'github'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Prints a report; `aside` sends what people read to standard error, because standard output carries a text. */
export function printReport({ terminal }: Host, format: ReportFormat, report: Report, aside = false): void {
  if (format === 'json') terminal.out(jsonReport(report))
  else if (format === 'sarif') terminal.out(sarifReport(report))
  else printForPeople(terminal, format, report, aside)
}

function printForPeople(terminal: Host['terminal'], format: 'pretty' | 'github', report: Report, aside: boolean): void {
  if (format === 'github') terminal.out(githubReport(report))
  else if (aside) terminal.err(prettyReport(report, paint(terminal.errColour)))
  else terminal.out(prettyReport(report, paint(terminal.outColour)))
  terminal.err(prettySummary(report))
}
