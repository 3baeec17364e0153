import { failureSentence } from '../features/failureSentence.ts'
import { formatMessage } from '../text/message.ts'
import type { Host } from './host.ts'

/** What to tell people about an error: theirs to mend, or a fault of the program. */
export function describeError(error: unknown, host: Host): string {
  const sentence = failureSentence(error, host.toPath)
  if (sentence) return formatMessage(sentence)
  const reason = error instanceof Error ? error.message : String(error)
  return `程序内部出错：${reason}。这不是您的文件的问题；请加 --verbose 再试一次，并把输出附在问题报告里。`
}

/** The error with its causes, for `--verbose`. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stack = error.stack ?? error.message
  return error.cause === undefined ? stack : `${stack}\n起因：${stackOf(error.cause)}`
}
