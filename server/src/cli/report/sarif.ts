import type { Finding, Fix, Severity } from '../../text/finding.ts'
import { positionAt } from '../../text/lines.ts'
import { formatMessage, message } from '../../text/message.ts'
import type { Span } from '../../text/span.ts'
import { jsonArray } from './jsonArray.ts'
import type { Catalogue, FileReport, Format, RuleFacts } from './report.ts'

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
}

/** Many findings of one kind are folded into the first. */
const SAME_KIND = message('同类问题')

function region(file: FileReport, span: Span): object {
  const start = positionAt(file.lines, span.start)
  const end = positionAt(file.lines, span.end)
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  }
}

function location(file: FileReport, span: Span): object {
  return { physicalLocation: { artifactLocation: { uri: encodeURI(file.name) }, region: region(file, span) } }
}

function fix(file: FileReport, { title, edits }: Fix): object {
  const replacements = edits
    .filter(({ uri }) => uri === file.uri)
    .flatMap((each) => each.edits)
    .map(({ span, text }) => ({ deletedRegion: region(file, span), insertedContent: { text } }))
  return {
    description: { text: formatMessage(title) },
    artifactChanges: [{ artifactLocation: { uri: encodeURI(file.name) }, replacements }],
  }
}

function result(file: FileReport, finding: Finding, ruleIndex: number): object {
  const related = [
    ...(finding.related ?? []).filter(({ uri }) => uri === file.uri),
    ...(finding.also ?? []).map((span) => ({ span, message: SAME_KIND })),
  ]
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: formatMessage(finding.message) },
    locations: [location(file, finding.span)],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        message: { text: formatMessage(each.message) },
        ...location(file, each.span),
      })),
    }),
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((each) => fix(file, each)) }),
    ...(finding.ignored && {
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: finding.ignored.reason }],
    }),
  }
}

function rule(info: RuleFacts): object {
  return {
    id: info.id,
    name: info.id,
    shortDescription: { text: info.name },
    fullDescription: { text: `${info.name}（${info.strength}，${info.clause}）` },
    defaultConfiguration: { level: LEVELS[info.severity] },
    properties: { group: info.group, clause: info.clause, strength: info.strength, fix: info.fix },
  }
}

/** A SARIF 2.1.0 log with one run; columns count UTF-16 code units. */
export function sarifFormat({ rules, version }: Catalogue): Format {
  const index = new Map(rules.map((info, position) => [info.id, position]))
  const { before, elements, after } = jsonArray({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'hongtou', version, language: 'zh-CN', rules: rules.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  })
  return {
    begin: before,
    file: (file) => elements(file.findings.map((finding) => result(file, finding, index.get(finding.rule) ?? -1))),
    end: () => after(),
  }
}
