import type { Finding } from '../../text/finding.ts'
import { formatMessage } from '../../text/message.ts'
import { SEVERITY_NAMES } from '../../text/severityNames.ts'
import { displayWidth } from '../displayWidth.ts'
import { humanPosition } from './humanPosition.ts'
import type { Paint } from './paint.ts'
import {
  type Catalogue,
  type FileReport,
  type Format,
  otherPlaces,
  ruleInfo,
  SEVERITIES,
  standing,
  type Tally,
} from './report.ts'

/** Columns of source shown around a finding; a paragraph of a 公文 is one long line. */
const EXCERPT = 64

/** The part of the line around the finding, and the same width of blanks and marks below it. */
function excerpt({ text, lines }: FileReport, { span }: Finding): readonly [source: string, marks: string] | undefined {
  const line = humanPosition({ text, lines }, span.start).line - 1
  const start = lines.starts[line] as number
  const lineText = text.slice(start, lines.starts[line + 1] ?? text.length).replace(/[\r\n]+$/, '')
  if (lineText.trim() === '') return undefined
  const from = Math.min(span.start - start, lineText.length)
  const to = Math.min(Math.max(span.end - start, from), lineText.length)
  let left = from
  let room = EXCERPT - Math.min(displayWidth(lineText.slice(from, to)), EXCERPT / 2)
  while (left > 0 && room > EXCERPT / 4) {
    left--
    room -= displayWidth(lineText.charAt(left))
  }
  if (isLowSurrogate(lineText, left)) left--
  let right = from
  let width = displayWidth(lineText.slice(left, from))
  while (right < lineText.length && width < EXCERPT) {
    width += displayWidth(lineText.charAt(right))
    right++
  }
  if (isLowSurrogate(lineText, right)) right++
  const before = (left > 0 ? '…' : '') + lineText.slice(left, from)
  const source = before + lineText.slice(from, right) + (right < lineText.length ? '…' : '')
  const marked = Math.max(displayWidth(lineText.slice(from, Math.min(to, right))), 1)
  return [source.replaceAll('\t', ' '), ' '.repeat(displayWidth(before)) + '~'.repeat(marked)]
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}

function entry(catalogue: Catalogue, file: FileReport, finding: Finding, paint: Paint): string {
  const { line, character } = humanPosition(file, finding.span.start)
  const info = ruleInfo(catalogue, finding.rule)
  const source = info ? `${finding.rule}，${info.strength}，${info.clause}` : finding.rule
  const head = `${paint.strong(`${file.name}:${line}:${character}`)} ${paint.severity(finding.severity, SEVERITY_NAMES[finding.severity])} ${formatMessage(finding.message)} ${paint.faint(`［${source}］`)}`
  const shown = excerpt(file, finding)
  const others = otherPlaces(file, finding)
  const lines = [
    head,
    ...(shown ? [`    ${shown[0]}`, `    ${paint.severity(finding.severity, shown[1])}`] : []),
    ...(others === undefined ? [] : [`    ${paint.faint(others)}`]),
  ]
  return lines.map((each) => `${each}\n`).join('')
}

/** The findings for people, each with its line. */
export function prettyFormat(catalogue: Catalogue, paint: Paint): Format {
  return {
    begin: '',
    file: (file) =>
      standing(file)
        .map((finding) => entry(catalogue, file, finding, paint))
        .join(''),
    end: () => '',
  }
}

/** One line that sums up: what was found and what can be done. */
export function prettySummary(tally: Tally): string {
  const found = SEVERITIES.filter((severity) => tally[severity] > 0)
    .map((severity) => `${tally[severity]} 处${SEVERITY_NAMES[severity]}`)
    .join('、')
  const parts = [
    `检查了 ${tally.files} 个文件`,
    ...(tally.fixed > 0
      ? [`改正了 ${tally.fixed} 处`, found === '' ? '没有遗留问题' : `还有 ${found}`]
      : [found === '' ? '没有发现问题' : found]),
    ...(tally.fixable > 0 ? [`${tally.fixable} 处可用 --fix 改正`] : []),
    ...(tally.ignored > 0 ? [`忽略 ${tally.ignored} 处`] : []),
  ]
  return `${parts.join('，')}。\n`
}
