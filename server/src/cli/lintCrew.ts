import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { type Complaint, complaintOf } from './failureText.ts'
import type { Host, Threads } from './host.ts'
import type { Input } from './inputs.ts'
import type { FileReport, RuleFacts } from './report/report.ts'
import type { SourceText } from './sourceText.ts'

/** What a document says of itself to the others. */
export type SummaryOfFile = ReturnType<Workspace['others']>[number]

export interface CheckOptions {
  readonly stage: 'draft' | 'issue'
  /** `make`: the safe fixes are in the text that is reported on; `show`: only as a diff. */
  readonly change: 'none' | 'make' | 'show'
}

type Refused = { readonly complaint: Complaint }

export type Summarised = { readonly summary?: SummaryOfFile | undefined } | Refused

export interface Checked {
  /** What is wrong with the office's settings. */
  readonly warnings: readonly string[]
  readonly report: FileReport
  readonly diff?: string
  /** The text to write instead of the file's. */
  readonly written?: SourceText & { readonly changed: boolean }
}

/** Whoever checks files: this thread, or others. Rejects only when its thread is lost; arguments and answers are plain data. */
export interface LintHand {
  rules(): Promise<readonly RuleFacts[]>
  summarise(input: Input): Promise<Summarised>
  /** What all documents say of themselves, for the checks that follow. */
  tell(others: readonly SummaryOfFile[]): void
  check(input: Input, options: CheckOptions): Promise<Checked | Refused>
}

/** Hands that work at the same time. */
export interface LintCrew extends LintHand {
  /** How many files should be under work at a time, so that nobody waits. */
  readonly ahead: number
  close(): Promise<void>
}

/** While one file is checked the next ones are read. */
const READ_AHEAD = 4

/** This thread alone. */
export async function crewOfOne(host: Host): Promise<LintCrew> {
  const { createLintHand } = await import('./lintHand.ts')
  return { ...createLintHand(host), ahead: READ_AHEAD, close: async () => undefined }
}

/** Enough for a thread that has finished before its turn to have the next file at hand, and few enough to forget soon. */
const AHEAD = 8

/** Threads that each have a {@link LintHand}. One that is lost is replaced; what it was working on is complained of. */
export function crewOfThreads({ run, tell, close }: Threads, size: number, toPath: Host['toPath']): LintCrew {
  const about = async <T>(
    input: Input,
    method: 'summarise' | 'check',
    given: readonly unknown[],
  ): Promise<T | Refused> => {
    try {
      return (await run(method, [input, ...given])) as T
    } catch (error) {
      return { complaint: complaintOf(naming(input, error), toPath) }
    }
  }
  return {
    rules: () => run('rules', []) as Promise<readonly RuleFacts[]>,
    summarise: (input) => about(input, 'summarise', []),
    tell: (others) => tell('tell', [others]),
    check: (input, options) => about(input, 'check', [options]),
    ahead: size * AHEAD,
    close,
  }
}

const LOST: Readonly<Record<string, string>> = {
  'thread-memory': '{0} 太长或者太复杂，校对时内存不够，跳过了它。请拆成几个文件再校对；其余文件照常。',
  'thread-stopped': '校对 {0} 时程序意外停止，跳过了它，其余文件照常。请单独校对它，并加 --verbose 看技术细节。',
}

function naming({ name }: Input, error: unknown): unknown {
  const sentence = error instanceof Failure ? LOST[error.code] : undefined
  return sentence === undefined ? error : new Failure('lint-stopped', message(sentence, name), error)
}
