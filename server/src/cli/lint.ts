import { Failure } from '../text/failure.ts'
import type { Severity } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { ChineseCommand, oneOf, wholeNumber } from './command.ts'
import { DONE, FAULT, TROUBLE } from './exitCode.ts'
import type { Host } from './host.ts'
import { inOrder } from './inOrder.ts'
import { findInputs, type Input } from './inputs.ts'
import {
  type Checked,
  type CheckOptions,
  crewOfOne,
  crewOfThreads,
  type LintCrew,
  type SummaryOfFile,
} from './lintCrew.ts'
import { createProgress, type Progress } from './progress.ts'
import { warnOnce } from './readDocument.ts'
import { openReport, REPORT_FORMATS, type ReportFormat } from './report/print.ts'
import { type FileReport, SEVERITIES, standing } from './report/report.ts'
import type { Session } from './session.ts'
import { encodeSource } from './sourceText.ts'

interface LintOptions {
  readonly fix?: true
  readonly dryRun?: true
  readonly format: ReportFormat
  readonly maxSeverity: Severity | 'none'
  readonly stage: CheckOptions['stage']
  readonly jobs?: number
}

const LIMITS = [...SEVERITIES, 'none'] as const

/** A thread takes as long to start as some files to be checked: with fewer files for each it would not pay. */
const FILES_A_THREAD = 40
/** Beyond any machine that this runs on, and before the threads themselves become the work. */
const MOST_THREADS = 64

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
    .option(
      '-j, --jobs <个数>',
      '同时校对几个文件（默认按处理器核数；文件少时只用 1 个，更快）',
      wholeNumber('--jobs', 1),
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

/** All that one run has in hand. */
interface Run {
  readonly host: Host
  readonly session: Session
  readonly options: LintOptions
  readonly crew: LintCrew
  readonly progress: Progress
}

async function runLint(
  host: Host,
  patterns: readonly string[],
  options: LintOptions,
  session: Session,
): Promise<number> {
  const inputs = await findInputs(host, patterns)
  refuseTwoOutputs(options, inputs)
  refuseChangingPlainText(options, inputs)
  const crew = await openCrew(host, inputs, options)
  const progress = createProgress(host.terminal)
  try {
    const run = { host, session, options, crew, progress }
    const readable = await introduce(run, inputs)
    const outcome = await checkAll(run, readable)
    return readable.length < inputs.length ? TROUBLE : outcome
  } finally {
    progress.clear()
    await crew.close()
  }
}

async function openCrew(host: Host, inputs: readonly Input[], { jobs }: LintOptions): Promise<LintCrew> {
  const worthwhile = Math.min(host.cores, Math.floor(inputs.length / FILES_A_THREAD))
  const size = Math.min(jobs ?? worthwhile, inputs.length, MOST_THREADS)
  // Standard input belongs to this thread.
  if (size < 2 || inputs.some(({ standardInput }) => standardInput)) return crewOfOne(host)
  return crewOfThreads(host.openThreads(size), size, host.toPath)
}

/**
 * Lets every document say of itself what the others are compared with; one alone has nobody to tell.
 * @returns the documents that can be read
 */
async function introduce(run: Run, inputs: readonly Input[]): Promise<readonly Input[]> {
  const { crew, session } = run
  if (inputs.length === 1) return inputs
  const readable: Input[] = []
  const summaries: SummaryOfFile[] = []
  await forEach(run, '正在通读', inputs, crew.summarise, (input, answer) => {
    if ('complaint' in answer) return session.tell(answer.complaint)
    readable.push(input)
    if (answer.summary) summaries.push(answer.summary)
  })
  crew.tell(summaries)
  return readable
}

/** Checks the documents and reports on them in their order; the result is the exit code. */
async function checkAll(run: Run, inputs: readonly Input[]): Promise<number> {
  const { host, session, crew } = run
  const { format, stage, fix, dryRun, maxSeverity } = run.options
  if (inputs.length === 0 && format === 'pretty') return TROUBLE
  const catalogue = { rules: await crew.rules(), version: host.version }
  const report = openReport(host, format, catalogue, quiet(run.options, inputs))
  const check = (input: Input) => crew.check(input, { stage, change: dryRun ? 'show' : fix ? 'make' : 'none' })
  let code = DONE
  await forEach(run, '正在校对', inputs, check, async (input, answer) => {
    if ('complaint' in answer) {
      session.tell(answer.complaint)
      code = TROUBLE
    } else if (await deliver(run, input, answer)) {
      report.add(answer.report)
      if (code === DONE && exceeds(answer.report, maxSeverity)) code = FAULT
    } else {
      code = TROUBLE
    }
  })
  report.close()
  return code
}

/** Works on files at the same time, takes the answers in the order of the files, and shows how far it has come. */
async function forEach<Answer>(
  { crew, progress }: Run,
  doing: string,
  inputs: readonly Input[],
  work: (input: Input) => Promise<Answer>,
  take: (input: Input, answer: Answer) => Promise<void> | void,
): Promise<void> {
  let done = 0
  const show = ({ name }: Input): void => {
    const folder = name.slice(0, Math.max(name.lastIndexOf('/'), 0)) || '当前文件夹'
    if (inputs.length > 1) progress.show(`${doing} ${folder}（${done}/${inputs.length}）`)
  }
  if (inputs[0]) show(inputs[0])
  for await (const [input, answer] of inOrder(inputs, crew.ahead, work)) {
    progress.clear()
    await take(input, answer)
    done++
    show(input)
  }
  progress.clear()
}

/**
 * Puts a changed text where it belongs: into its file, whole or not at all, or on standard output.
 * @returns false when it could not be written
 */
async function deliver({ host, session }: Run, input: Input, { warnings, diff, written }: Checked): Promise<boolean> {
  warnOnce(host, warnings)
  if (diff) host.terminal.out(diff)
  if (!written) return true
  try {
    if (input.standardInput) host.terminal.out(written.text)
    else if (written.changed) await host.files.write(input.uri, encodeSource(written))
    return true
  } catch (error) {
    session.complain(error)
    return false
  }
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
function quiet({ fix, dryRun }: LintOptions, inputs: readonly Input[]): boolean {
  return dryRun === true || (fix === true && inputs.some(({ standardInput }) => standardInput))
}

function exceeds(file: FileReport, limit: Severity | 'none'): boolean {
  const allowed = limit === 'none' ? SEVERITIES.length : SEVERITIES.indexOf(limit)
  return standing(file).some(({ severity }) => SEVERITIES.indexOf(severity) < allowed)
}
