import type { Host } from '../host.ts'
import { githubFormat } from './github.ts'
import { jsonFormat } from './json.ts'
import { paint } from './paint.ts'
import { prettyFormat, prettySummary } from './pretty.ts'
import { type Catalogue, counting, type FileReport, type Format, NOTHING, type Report } from './report.ts'
import { sarifFormat } from './sarif.ts'

export const REPORT_FORMATS = ['pretty', 'json', 'sarif', 'github'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** A report that is being printed. */
export interface OpenReport {
  add(file: FileReport): void
  /** Prints what stands behind the files. */
  close(): void
}

/**
 * Begins a report that is printed file by file.
 * @param aside sends what people read to standard error, because standard output carries a text
 */
export function openReport(
  { terminal }: Pick<Host, 'terminal'>,
  format: ReportFormat,
  catalogue: Catalogue,
  aside = false,
): OpenReport {
  const apart = aside && format === 'pretty'
  const print = apart ? terminal.err : terminal.out
  const { begin, file, end } = formatOf(format, catalogue, apart ? terminal.errColour : terminal.outColour)
  let tally = NOTHING
  if (begin !== '') print(begin)
  return {
    add(each) {
      tally = counting(tally, each)
      const text = file(each)
      if (text !== '') print(text)
    },
    close() {
      const text = end(tally)
      if (text !== '') print(text)
      // What became of files that could not be read has been said.
      if (tally.files > 0 && (format === 'pretty' || format === 'github')) terminal.err(prettySummary(tally))
    },
  }
}

function formatOf(format: ReportFormat, catalogue: Catalogue, colour: boolean): Format {
  switch (format) {
    case 'json':
      return jsonFormat(catalogue)
    case 'sarif':
      return sarifFormat(catalogue)
    case 'github':
      return githubFormat(catalogue)
    case 'pretty':
      return prettyFormat(catalogue, paint(colour))
  }
}

/** Prints a whole report. */
export function printReport(host: Pick<Host, 'terminal'>, format: ReportFormat, report: Report, aside = false): void {
  const printed = openReport(host, format, report, aside)
  for (const file of report.files) printed.add(file)
  printed.close()
}
