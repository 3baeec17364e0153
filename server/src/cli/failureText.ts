import { failureSentence } from '../features/failureSentence.ts'
import { Failure } from '../text/failure.ts'
import { formatMessage } from '../text/message.ts'
import type { Host } from './host.ts'

/** What went wrong, as plain data. */
export interface Complaint {
  readonly sentence: string
  /** Shown with `--verbose` only. */
  readonly stack: string
}

export function complaintOf(error: unknown, toPath: Host['toPath']): Complaint {
  return { sentence: describeError(error, toPath), stack: stackOf(error) }
}

/** What to tell people about an error: theirs to mend, or a fault of the program. */
export function describeError(error: unknown, toPath: Host['toPath']): string {
  const sentence = failureSentence(error, toPath)
  const more = error instanceof Failure && error.commandLine ? formatMessage(error.commandLine) : ''
  if (sentence) return formatMessage(sentence) + more
  const reason = error instanceof Error ? error.message : String(error)
  return `程序内部出错：${reason}。这不是您的文件的问题；请加 --verbose 再试一次，并把输出附在问题报告里。`
}

/** The error with its causes. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stack = error.stack ?? error.message
  return error.cause === undefined ? stack : `${stack}\n起因：${stackOf(error.cause)}`
}
