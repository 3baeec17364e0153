import type { Finding, Severity } from '../../text/finding.ts'
import { formatMessage } from '../../text/message.ts'
import { humanPosition } from './humanPosition.ts'
import { type Catalogue, type FileReport, type Format, otherPlaces, ruleInfo, standing } from './report.ts'

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function annotation(catalogue: Catalogue, file: FileReport, finding: Finding): string {
  const start = humanPosition(file, finding.span.start)
  const end = humanPosition(file, finding.span.end)
  const properties = {
    file: file.name,
    line: start.line,
    endLine: end.line,
    col: start.character,
    endColumn: end.character,
    title: ruleInfo(catalogue, finding.rule)?.name ?? finding.rule,
  }
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  const others = otherPlaces(file, finding)
  const sentence = formatMessage(finding.message) + (others === undefined ? '' : `（${others}）`)
  return `::${COMMANDS[finding.severity]} ${list.join(',')}::${escapeData(sentence)}\n`
}

/** One annotation command of GitHub Actions a finding; lines and columns are 1-based. */
export function githubFormat(catalogue: Catalogue): Format {
  return {
    begin: '',
    file: (file) =>
      standing(file)
        .map((finding) => annotation(catalogue, file, finding))
        .join(''),
    end: () => '',
  }
}
