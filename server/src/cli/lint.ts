import { applyEdits } from '../text/edit.ts'
import { Failure } from '../text/failure.ts'
import type { Severity } from '../text/finding.ts'
import { indexLines } from '../text/lines.ts'
import { message } from '../text/message.ts'
import { createWorkspace, type Workspace } from '../workspace/workspace.ts'
import { ChineseCommand, oneOf } from './command.ts'
import { DONE, FAULT, TROUBLE } from './exitCode.ts'
import { countFixable } from './fixable.ts'
import type { Host } from './host.ts'
import { findInputs, type Input } from './inputs.ts'
import { openText, readForReport, type Source } from './readDocument.ts'
import { printReport, REPORT_FORMATS, type ReportFormat } from './report/print.ts'
import { type FileReport, SEVERITIES, standing } from './report/report.ts'
import type { Session } from './session.ts'
import { encodeSource } from './sourceText.ts'
import { unifiedDiff } from './unifiedDiff.ts'

interface LintOptions {
  readonly fix?: true
  readonly dryRun?: true
  readonly format: ReportFormat
  readonly maxSeverity: Severity | 'none'
  readonly stage: 'draft' | 'issue'
}

const LIMITS = [...SEVERITIES, 'none'] as const

export function lintCommand(session: Session): ChineseCommand {
  return new ChineseCommand('lint')
    .description('校对公文')
    .usage('[选项] <文件…>')
    .argument('<文件...>', '公文源文件、纯文本（.txt）、文件夹或通配符；- 表示标准输入')
    .option('--fix', '把有把握的问题直接改在文件里')
    .option('--dry-run', '同 --fix，但只显示要改什么，不动文件')
    .option(
      '--format <格式>',
      '输出格式：pretty、json、sarif、github（默认 pretty）',
      oneOf('--format', REPORT_FORMATS),
      'pretty',
    )
    .option(
      '--max-severity <级别>',
      '容许的最高级别，超过它就以 1 退出：error、warning、info、hint、none（默认 warning）',
      oneOf('--max-severity', LIMITS),
      'warning',
    )
    .option(
      '--stage <阶段>',
      '按起草 draft 还是按印发 issue 的要求校对（默认 draft）',
      oneOf('--stage', ['draft', 'issue']),
      'draft',
    )
    .examples(
      'hongtou lint 通知.gw.md             校对一份公文',
      'hongtou lint 发文 --format json     校对文件夹里的全部公文，输出 JSON',
      'hongtou lint 通知.gw.md --dry-run   看看能自动改正什么',
      '退出码：0 没有错误，1 有错误，2 用法不对或文件读写不了',
    )
    .action((patterns: readonly string[], options: LintOptions) =>
      session.run((host) => runLint(host, patterns, options, session)),
    )
}

async function runLint(
  host: Host,
  patterns: readonly string[],
  options: LintOptions,
  session: Session,
): Promise<number> {
  const [{ RULES }, inputs] = await Promise.all([import('../rules/registry.ts'), findInputs(host, patterns)])
  refuseTwoOutputs(options, inputs)
  refuseChangingPlainText(options, inputs)
  const workspace = createWorkspace(host.files)
  const { sources, failed } = await readAll(host, workspace, inputs, session)
  const files: FileReport[] = []
  let unwritten = false
  for (const source of sources) {
    try {
      files.push(await lintOne(host, workspace, source, options))
    } catch (error) {
      session.complain(error)
      unwritten = true
    }
  }
  if (sources.length > 0 || options.format !== 'pretty') {
    printReport(host, options.format, { files, rules: RULES, version: host.version }, quiet(options, sources))
  }
  if (failed || unwritten) return TROUBLE
  return exceeds(files, options.maxSeverity) ? FAULT : DONE
}

/** Standard output carries one thing: a machine's report, or else a text or a diff. */
function refuseTwoOutputs({ fix, dryRun, format }: LintOptions, inputs: readonly Input[]): void {
  if (format === 'pretty') return
  if (dryRun)
    throw new Failure('usage', message('--dry-run 要在标准输出上显示改动，不能与 --format {0} 合用。', format))
  if (fix && inputs.some(({ standardInput }) => standardInput)) {
    throw new Failure('usage', message('改正后的标准输入要写到标准输出，不能与 --format {0} 合用。', format))
  }
}

/** The fixes are made for the dialect; a plain text is imported first. */
function refuseChangingPlainText({ fix, dryRun }: LintOptions, inputs: readonly Input[]): void {
  const plain = fix || dryRun ? inputs.find(({ name }) => /\.txt$/i.test(name)) : undefined
  if (!plain) return
  throw new Failure(
    'usage',
    message('{0} 是纯文本，只能校对，不能直接改正。请先用 hongtou import {0} 转成公文源文件，再改正。', plain.name),
  )
}

/** With a changed text on standard output, the report goes to standard error. */
function quiet({ fix, dryRun }: LintOptions, sources: readonly Source[]): boolean {
  return dryRun === true || (fix === true && sources.some(({ input }) => input.standardInput))
}

/** Reads every file before the first is checked, so that each can be compared with the others. */
async function readAll(
  host: Host,
  workspace: Workspace,
  inputs: readonly Input[],
  session: Session,
): Promise<{ readonly sources: readonly Source[]; readonly failed: boolean }> {
  const sources: Source[] = []
  let failed = false
  for (const input of inputs) {
    try {
      sources.push(await readForReport(host, workspace, input))
    } catch (error) {
      session.complain(error)
      failed = true
    }
  }
  return { sources, failed }
}

async function lintOne(host: Host, workspace: Workspace, source: Source, options: LintOptions): Promise<FileReport> {
  const [{ lint }, { fixAll }] = await Promise.all([import('../rules/lint.ts'), import('../features/fixAll.ts')])
  const { input, document } = source
  const { text } = source.source
  const place = source.plain?.place ?? ((findings: FileReport['findings']) => findings)
  const surroundings = { clock: host.clock, others: workspace.others(input.uri), missing: source.missing }
  const report = async (checked: Source['document'], shown: string, fixed: number): Promise<FileReport> => {
    const findings = place(lint(checked, { ...surroundings, stage: options.stage }))
    const fixable = await countFixable(checked, findings, surroundings)
    return { name: input.name, uri: input.uri, text: shown, lines: indexLines(shown), findings, fixed, fixable }
  }
  if (!options.fix && !options.dryRun) return report(document, text, 0)
  const { edits, mended } = fixAll(document, surroundings)
  const fixed = applyEdits(text, edits)
  if (options.dryRun) {
    host.terminal.out(unifiedDiff(input.name, text, fixed))
    return report(document, text, 0)
  }
  if (input.standardInput) host.terminal.out(fixed)
  else if (fixed !== text) await host.files.write(input.uri, encodeSource({ ...source.source, text: fixed }))
  return report((await openText(workspace, input, fixed)).document, fixed, mended)
}

function exceeds(files: readonly FileReport[], limit: Severity | 'none'): boolean {
  const allowed = limit === 'none' ? SEVERITIES.length : SEVERITIES.indexOf(limit)
  return files.some((file) => standing(file).some(({ severity }) => SEVERITIES.indexOf(severity) < allowed))
}
