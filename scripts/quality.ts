/**
 * Measures the rules on published documents and on published mistakes, and writes docs/quality.md and the snapshot of the counts.
 * The texts stay outside: HONGTOU_CORPUS names the folder of documents, HONGTOU_ERRORS that of mistakes (default: `errors` beside it).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readForCheck } from '../server/src/features/importText.ts'
import { buildDocument } from '../server/src/model/build.ts'
import { EMPTY_PROFILE } from '../server/src/profile/profile.ts'
import { lint } from '../server/src/rules/lint.ts'
import { RULES } from '../server/src/rules/registry.ts'
import { parse } from '../server/src/syntax/parse.ts'
import type { Finding, Severity } from '../server/src/text/finding.ts'
import { formatMessage } from '../server/src/text/message.ts'
import { SEVERITY_NAMES } from '../server/src/text/severityNames.ts'
import { ACCEPTED_RULES, REASONS_OF_ERRORS, REASONS_OF_MISSES } from './quality-reasons.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
export const SNAPSHOT = join(root, 'test/rules/quality.snapshot.json')
const PAGE = join(root, 'docs/quality.md')
/** Since this year the standard and the 条例 of 2012 apply. */
const SINCE = 2013
const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[]
/** A fixed day: findings about today must not change from run to run. */
const clock = { now: () => new Date('2026-03-05T02:00:00Z'), offset: () => 480 }

/** How often each rule reports in a text, as `severity rule` → count. */
export type Counts = Readonly<Record<string, number>>

export interface Measured {
  readonly file: string
  readonly characters: number
  /** 0 when the text names none. */
  readonly year: number
  /** By place: one that stands for many counts as many. */
  readonly counts: Counts
  /** By finding, as people see them. */
  readonly shown: Counts
  readonly errors: readonly { readonly rule: string; readonly message: string }[]
}

export interface Label {
  readonly file: string
  readonly number: string
  readonly rules: readonly string[]
  /** Those of them that are no rules. */
  readonly unknown: readonly string[]
  /** Rules that report in the text and fit the label. */
  readonly foundBy: readonly string[]
}

function textsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^\d+.*\.txt$/.test(name))
    .sort()
}

/** What stands below the lines that name the source. */
function stored(path: string): { readonly head: string; readonly text: string } {
  const all = readFileSync(path, 'utf8')
  const end = all.indexOf('\n\n')
  return { head: all.slice(0, end), text: all.slice(end + 2) }
}

function check(dialect: string): { readonly findings: readonly Finding[]; readonly year: number } {
  const document = buildDocument({
    uri: 'file:///公文.gw.md',
    version: 1,
    tree: parse(dialect),
    profile: EMPTY_PROFILE,
  })
  const findings = lint(document, { clock, stage: 'draft' }).filter(({ ignored }) => !ignored)
  return { findings, year: yearOf([document.head.issueDate?.value, document.head.docNumber?.value]) }
}

function yearOf(values: readonly unknown[]): number {
  for (const value of values) {
    const year = /(?:19|20)[0-9]{2}/.exec(typeof value === 'string' ? value : '')?.[0]
    if (year) return Number(year)
  }
  return 0
}

function count(findings: readonly Finding[], weight: (finding: Finding) => number): Counts {
  const counts: Record<string, number> = {}
  for (const finding of findings) {
    const kind = `${finding.severity} ${finding.rule}`
    counts[kind] = (counts[kind] ?? 0) + weight(finding)
  }
  return Object.fromEntries(Object.entries(counts).sort())
}

export function measureCorpus(folder: string): readonly Measured[] {
  return textsIn(folder).map((file) => {
    const { text } = stored(join(folder, file))
    const plain = readForCheck(text)
    const { findings: all, year } = check(plain.text)
    const findings = plain.place(all)
    return {
      file: basename(file, '.txt'),
      characters: text.replace(/\s/g, '').length,
      year,
      counts: count(findings, ({ also = [] }) => 1 + also.length),
      shown: count(findings, () => 1),
      errors: findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, message }) => ({ rule, message: formatMessage(message) })),
    }
  })
}

/** The labelled mistakes that a program can decide. */
export function measureErrors(folder: string): readonly Label[] {
  const ids = new Set(RULES.map(({ id }) => id))
  const reports = new Map(textsIn(folder).map((file) => [file, rulesReporting(join(folder, file))]))
  return readFileSync(join(folder, 'labels.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([, , decidable]) => decidable === 'yes')
    .map(([file = '', number = '', , named = '']) => {
      const rules = named === '' ? (ACCEPTED_RULES[`${basename(file, '.txt')} ${number}`] ?? []) : named.split(',')
      const reporting = reports.get(file) ?? new Set()
      return {
        file: basename(file, '.txt'),
        number,
        rules,
        unknown: rules.filter((rule) => !ids.has(rule)),
        foundBy: rules.filter((rule) => reporting.has(rule)),
      }
    })
}

/** A title alone is given its mark; everything else is read as people would give it to the tool. */
function rulesReporting(path: string): ReadonlySet<string> {
  const { head, text } = stored(path)
  const wrong = text.split('\n---\n')[0] as string
  const title = /^kind: title$/m.test(head)
  const dialect = title ? wrong.replace(/^(?=\S)/gm, '# ') : readForCheck(wrong).text
  return new Set(check(dialect).findings.map(({ rule }) => rule))
}

export interface Snapshot {
  readonly corpus: Readonly<Record<string, Counts>>
  readonly errors: Readonly<Record<string, readonly string[]>>
}

export function snapshotOf(corpus: readonly Measured[], errors: readonly Label[]): Snapshot {
  return {
    corpus: Object.fromEntries(corpus.map(({ file, counts }) => [file, counts])),
    errors: Object.fromEntries(errors.map(({ file, number, foundBy }) => [`${file} ${number}`, foundBy])),
  }
}

/** The folders to measure; undefined where none is named or there. */
export function folders(): { readonly corpus: string | undefined; readonly errors: string | undefined } {
  const corpus = process.env.HONGTOU_CORPUS
  const errors = process.env.HONGTOU_ERRORS ?? (corpus && join(corpus, '..', 'errors'))
  const there = (folder: string | undefined) => (folder && existsSync(folder) ? folder : undefined)
  return { corpus: there(corpus), errors: there(errors) }
}

/** A document of few characters counts as it is: half a warning in 1,500 characters is one in 3,000. */
export function rates(
  corpus: readonly Measured[],
  severity: Severity,
  per: number,
  by: 'counts' | 'shown' = 'counts',
): readonly number[] {
  return corpus
    .map((measured) => (total(measured[by], severity) * per) / Math.max(1, measured.characters))
    .sort((a, b) => a - b)
}

/** What rules report; problems of the dialect do not speak of the drafting. */
function total(counts: Counts, severity: Severity): number {
  return Object.entries(counts)
    .filter(([kind]) => kind.startsWith(`${severity} `) && !/ (?:syntax|model)-/.test(kind))
    .reduce((sum, [, times]) => sum + times, 0)
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function page(corpus: readonly Measured[], errors: readonly Label[]): string {
  const found = errors.filter(({ foundBy }) => foundBy.length > 0)
  return [
    '<!-- 由 npm run quality 生成，请勿修改。 -->',
    '# 校对质量',
    `用 ${RULES.length} 条规则校对 ${corpus.length} 份已发布的公文（共 ${corpus.reduce((sum, { characters }) => sum + characters, 0)} 字）和 ${errors.length} 处公开资料指出的、程序可以判定的错误。原文不在本项目中，这里只有数字和规则编号。同类问题折叠成一条的，“处数”按处计，“条数”按看到的条数计。`,
    '## 已发布的公文',
    rateTable(corpus),
    '### 错误级',
    errorTable(
      corpus.filter(({ year }) => year >= SINCE),
      `${SINCE} 年及以后成文的公文里没有错误级的问题。`,
    ),
    '### 警告级',
    ruleTable(corpus, 'warning'),
    '### 提醒级',
    ruleTable(corpus, 'info'),
    '## 指出的错误',
    `${errors.length} 处里查出 ${found.length} 处（${percent(found.length, errors.length)}）。`,
    missTable(errors.filter(({ foundBy }) => foundBy.length === 0)),
  ]
    .join('\n\n')
    .concat('\n')
}

function rateTable(corpus: readonly Measured[]): string {
  const rows = SEVERITIES.map((severity) => {
    const all = corpus.reduce((sum, { counts }) => sum + total(counts, severity), 0)
    const characters = corpus.reduce((sum, each) => sum + each.characters, 0)
    const thousand = (all * 1000) / Math.max(1, characters)
    const places = rates(corpus, severity, 3000)
    const shown = rates(corpus, severity, 3000, 'shown')
    const seen = corpus.reduce((sum, each) => sum + total(each.shown, severity), 0)
    const figures = [places, shown].flatMap((sorted) => [quantile(sorted, 0.5), quantile(sorted, 0.9)])
    return `| ${SEVERITY_NAMES[severity]} | ${all} | ${seen} | ${thousand.toFixed(2)} | ${(thousand * 3).toFixed(2)} | ${figures.map((each) => each.toFixed(2)).join(' | ')} |`
  })
  const columns = [
    '级别',
    '处数',
    '条数',
    '每千字（处）',
    '每三千字（处）',
    '中位数（处）',
    '第 90 百分位（处）',
    '中位数（条）',
    '第 90 百分位（条）',
  ]
  return `| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}\n${rows.join('\n')}\n\n中位数和百分位都按每三千字计。`
}

function errorTable(corpus: readonly Measured[], none: string): string {
  const rows = corpus.flatMap(({ file, errors }) =>
    errors.map(
      ({ rule, message }) =>
        `| ${file} | \`${rule}\` | ${message} | ${REASONS_OF_ERRORS[`${file.slice(0, 3)} ${rule}`] ?? '待核'} |`,
    ),
  )
  return rows.length === 0 ? none : `| 公文 | 规则 | 指出 | 为什么属实 |\n|---|---|---|---|\n${rows.join('\n')}`
}

function ruleTable(corpus: readonly Measured[], severity: Severity): string {
  const times = new Map<string, { times: number; files: number }>()
  for (const { counts } of corpus) {
    for (const [kind, number] of Object.entries(counts)) {
      if (!kind.startsWith(`${severity} `)) continue
      const rule = kind.slice(severity.length + 1)
      const known = times.get(rule) ?? { times: 0, files: 0 }
      times.set(rule, { times: known.times + number, files: known.files + 1 })
    }
  }
  const rows = [...times]
    .sort(([, a], [, b]) => b.times - a.times)
    .map(([rule, known]) => `| \`${rule}\` | ${known.times} | ${known.files} |`)
  return rows.length === 0 ? '没有。' : `| 规则 | 处数 | 公文数 |\n|---|---|---|\n${rows.join('\n')}`
}

function missTable(misses: readonly Label[]): string {
  if (misses.length === 0) return '全部查出。'
  const rows = misses.map(({ file, number, rules, unknown }) => {
    const reason = REASONS_OF_MISSES[`${file} ${number}`] ?? (unknown.length > 0 ? '没有这条规则' : '待核')
    return `| ${file} 第 ${number} 处 | ${rules.map((rule) => `\`${rule}\``).join('、')} | ${reason} |`
  })
  return `没有查出的：\n\n| 错误 | 该由哪条规则查出 | 为什么没有查出 |\n|---|---|---|\n${rows.join('\n')}`
}

function percent(part: number, whole: number): string {
  return `${((part * 100) / Math.max(1, whole)).toFixed(0)}%`
}

function run(): void {
  const { corpus, errors } = folders()
  if (!corpus || !errors) {
    console.error(
      'HONGTOU_CORPUS 要指向存放已发布公文的文件夹，HONGTOU_ERRORS（默认是它旁边的 errors）指向错例的文件夹。',
    )
    process.exitCode = 2
    return
  }
  const documents = measureCorpus(corpus)
  const labels = measureErrors(errors)
  const text = page(documents, labels)
  writeFileSync(PAGE, text)
  writeFileSync(SNAPSHOT, `${JSON.stringify(snapshotOf(documents, labels), undefined, 2)}\n`)
  console.log(text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run()
