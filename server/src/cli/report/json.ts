import { FileError } from '../../ports/files.ts'
import type { Edit } from '../../text/edit.ts'
import { Failure } from '../../text/failure.ts'
import type { Finding } from '../../text/finding.ts'
import { type LineIndex, type Position, positionAt } from '../../text/lines.ts'
import { formatMessage } from '../../text/message.ts'
import type { Span } from '../../text/span.ts'
import { describeError } from '../failureText.ts'
import type { Host } from '../host.ts'
import { jsonArray } from './jsonArray.ts'
import { type Catalogue, type FileReport, type Format, ruleInfo, standing } from './report.ts'

/** Version of the document that `lint --format json` prints; a change that breaks readers raises it. */
const SCHEMA = 1

interface Range {
  readonly start: Position
  readonly end: Position
}

function range(lines: LineIndex, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) }
}

function edit(lines: LineIndex, { span, text }: Edit): object {
  return { range: range(lines, span), newText: text }
}

function fixes(file: FileReport, finding: Finding): readonly object[] {
  return finding.fixes.map((fix) => ({
    title: formatMessage(fix.title),
    kind: fix.kind,
    edits: fix.edits
      .filter(({ uri }) => uri === file.uri)
      .flatMap((each) => each.edits.map((one) => edit(file.lines, one))),
  }))
}

function entry(catalogue: Catalogue, file: FileReport, finding: Finding): object {
  return {
    file: file.name,
    rule: finding.rule,
    severity: finding.severity,
    message: formatMessage(finding.message),
    clause: ruleInfo(catalogue, finding.rule)?.clause ?? null,
    range: range(file.lines, finding.span),
    // Many of one kind are folded into the first; the places of the others.
    ...(finding.also && { also: finding.also.map((span) => range(file.lines, span)) }),
    fixes: fixes(file, finding),
  }
}

/** One JSON document; positions are 0-based lines and UTF-16 code units, a byte order mark not counted. */
export function jsonFormat(catalogue: Catalogue): Format {
  const { before, elements, after } = jsonArray({ schema: SCHEMA, findings: [] })
  return {
    begin: before,
    file: (file) => elements(standing(file).map((finding) => entry(catalogue, file, finding))),
    end: ({ files, error, warning, info, hint, ignored, fixable, fixed }) =>
      after({
        summary: { files, errors: error, warnings: warning, infos: info, hints: hint, ignored, fixable, fixed },
      }),
  }
}

/** What `--format json` prints of any command that could not do its work. */
export function jsonFailure(error: unknown, host: Host): string {
  const code = error instanceof Failure || error instanceof FileError ? error.code : 'internal'
  const document = { schema: SCHEMA, error: { code, message: describeError(error, host.toPath) } }
  return `${JSON.stringify(document, undefined, 2)}\n`
}
