import assert from 'node:assert/strict'
import type { Host } from '../../server/src/cli/host.ts'
import { humanPosition } from '../../server/src/cli/report/humanPosition.ts'
import { openReport, type ReportFormat } from '../../server/src/cli/report/print.ts'
import type { FileReport, Report } from '../../server/src/cli/report/report.ts'
import type { Finding, RuleInfo } from '../../server/src/text/finding.ts'
import { indexLines } from '../../server/src/text/lines.ts'
import { message } from '../../server/src/text/message.ts'

// 𠮷 is one character of two UTF-16 units: what people count and what programs count differ behind it.
const TEXT = '# 标题\n\n𠮷市[2026]5号\n'
const URI = 'file:///发文/甲.gw.md'
const start = TEXT.indexOf('[2026]')

const RULE: RuleInfo = {
  id: 'docnum-brackets',
  name: '发文字号用六角括号',
  group: '发文字号',
  clause: 'GB/T 9704—2012 7.2.5',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  examples: [],
}

const FOUND: Finding = {
  rule: RULE.id,
  severity: 'error',
  span: { start, end: start + 6 },
  message: message('年份要用{0}括起，50%的人写错：请改。', '〔〕'),
  fixes: [
    {
      title: message('改为〔2026〕'),
      kind: 'safe',
      edits: [{ uri: URI, version: 1, edits: [{ span: { start, end: start + 6 }, text: '〔2026〕' }] }],
    },
  ],
}

const IGNORED: Finding = { ...FOUND, severity: 'warning', fixes: [], ignored: { reason: '原文如此' } }

const REPORT: Report = {
  files: [
    {
      name: '发文/甲.gw.md',
      uri: URI,
      text: TEXT,
      lines: indexLines(TEXT),
      findings: [FOUND, IGNORED],
      fixed: 2,
      fixable: 1,
    },
  ],
  rules: [RULE],
  version: '1.2.3',
}

/** What a report sends to standard output, and to standard error. */
function printed(format: ReportFormat, report: Report, aside = false): { readonly out: string; readonly err: string } {
  const said = { out: '', err: '' }
  const terminal = {
    out: (text: string) => {
      said.out += text
    },
    err: (text: string) => {
      said.err += text
    },
    outColour: false,
    errColour: false,
  }
  const open = openReport({ terminal: terminal as Host['terminal'] }, format, report, aside)
  for (const file of report.files) open.add(file)
  open.close()
  return said
}

describe('reports', () => {
  it('count positions for people from 1, in characters', () => {
    assert.deepEqual(humanPosition({ text: TEXT, lines: indexLines(TEXT) }, start), { line: 3, character: 3 })
  })

  it('as JSON: 0-based UTF-16 positions, without ignored findings', () => {
    assert.deepEqual(JSON.parse(printed('json', REPORT).out), {
      schema: 1,
      findings: [
        {
          file: '发文/甲.gw.md',
          rule: 'docnum-brackets',
          severity: 'error',
          message: '年份要用〔〕括起，50%的人写错：请改。',
          clause: 'GB/T 9704—2012 7.2.5',
          range: { start: { line: 2, character: 3 }, end: { line: 2, character: 9 } },
          fixes: [
            {
              title: '改为〔2026〕',
              kind: 'safe',
              edits: [
                { range: { start: { line: 2, character: 3 }, end: { line: 2, character: 9 } }, newText: '〔2026〕' },
              ],
            },
          ],
        },
      ],
      summary: { files: 1, errors: 1, warnings: 0, infos: 0, hints: 0, ignored: 1, fixable: 1, fixed: 2 },
    })
  })

  it('as SARIF: rule metadata, 1-based UTF-16 columns, ignored findings as suppressed', () => {
    const log = JSON.parse(printed('sarif', REPORT).out)
    assert.equal(log.version, '2.1.0')
    const [run] = log.runs
    assert.equal(run.columnKind, 'utf16CodeUnits')
    assert.equal(run.tool.driver.version, '1.2.3')
    assert.equal(run.tool.driver.rules[0].id, 'docnum-brackets')
    assert.equal(run.tool.driver.rules[0].properties.clause, 'GB/T 9704—2012 7.2.5')
    const [found, ignored] = run.results
    assert.equal(found.ruleIndex, 0)
    assert.equal(found.level, 'error')
    const { artifactLocation, region } = found.locations[0].physicalLocation
    assert.equal(decodeURI(artifactLocation.uri), '发文/甲.gw.md')
    assert.deepEqual(region, { startLine: 3, startColumn: 4, endLine: 3, endColumn: 10 })
    assert.equal(found.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, '〔2026〕')
    assert.equal(found.suppressions, undefined)
    assert.deepEqual(ignored.suppressions, [{ kind: 'inSource', status: 'accepted', justification: '原文如此' }])
  })

  for (const format of ['json', 'sarif'] as const) {
    it(`as ${format.toUpperCase()}: written file by file, laid out as a whole document is`, () => {
      const [file] = REPORT.files as readonly [FileReport]
      for (const files of [[], [file], [file, { ...file, findings: [] }, file]]) {
        const { out, err } = printed(format, { ...REPORT, files })
        assert.equal(out, `${JSON.stringify(JSON.parse(out), undefined, 2)}\n`)
        assert.equal(err, '')
      }
    })
  }

  it('for people go aside where standard output carries a text', () => {
    const { out, err } = printed('pretty', REPORT, true)
    assert.equal(out, '')
    assert.equal(err, printed('pretty', REPORT).out + printed('pretty', REPORT).err)
  })

  it('for GitHub: one escaped command a finding', () => {
    assert.equal(
      printed('github', REPORT).out,
      '::error file=发文/甲.gw.md,line=3,endLine=3,col=3,endColumn=9,title=发文字号用六角括号::年份要用〔〕括起，50%25的人写错：请改。\n',
    )
  })

  it('for people: place, sentence, clause, and the line with marks below', () => {
    assert.equal(
      printed('pretty', REPORT).out,
      [
        '发文/甲.gw.md:3:3 错误 年份要用〔〕括起，50%的人写错：请改。 ［docnum-brackets，规定，GB/T 9704—2012 7.2.5］',
        '    𠮷市[2026]5号',
        '        ~~~~~~',
        '',
      ].join('\n'),
    )
    assert.equal(
      printed('pretty', REPORT).err,
      '检查了 1 个文件，改正了 2 处，还有 1 处错误，1 处可用 --fix 改正，忽略 1 处。\n',
    )
  })

  it('count a finding that stands for several places once, and name them all', () => {
    const folded = {
      ...FOUND,
      also: [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
      ],
    }
    const report = { ...REPORT, files: [{ ...(REPORT.files[0] as FileReport), findings: [folded] }] }
    const json = JSON.parse(printed('json', report).out)
    assert.equal(json.summary.errors, json.findings.length)
    assert.match(printed('pretty', report).err, /，还有 1 处错误，/)
    assert.match(printed('pretty', report).out, /\n {4}另有 2 处同样的问题，在第 1 行\n$/)
    assert.match(printed('github', report).out, /请改。（另有 2 处同样的问题，在第 1 行）\n$/)
    assert.deepEqual(json.findings[0].also[1], { start: { line: 0, character: 2 }, end: { line: 0, character: 3 } })
    const [result] = JSON.parse(printed('sarif', report).out).runs[0].results
    assert.equal(result.relatedLocations.length, 2)
    assert.equal(result.relatedLocations[1].physicalLocation.region.startColumn, 3)
  })

  it('shorten a long paragraph around the finding', () => {
    const text = `${'甲'.repeat(100)}乙${'丙'.repeat(100)}\n`
    const finding = { ...FOUND, span: { start: 100, end: 101 } }
    const file = {
      name: '长.gw.md',
      uri: URI,
      text,
      lines: indexLines(text),
      findings: [finding],
      fixed: 0,
      fixable: 0,
    }
    const [, source = '', marks = ''] = printed('pretty', { ...REPORT, files: [file] }).out.split('\n')
    assert.match(source, /^ {4}…甲+乙丙+…$/)
    assert.ok(source.length < 50)
    assert.match(marks, /^ +~~$/)
  })
})
