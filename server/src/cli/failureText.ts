import { FileError, type FileErrorCode } from '../ports/files.ts'
import { Failure } from '../text/failure.ts'
import type { Message } from '../text/finding.ts'
import { formatMessage, message } from '../text/message.ts'
import type { Host } from './host.ts'

const FILE_SENTENCES: Readonly<Record<FileErrorCode, string>> = {
  missing: '找不到 {0}。请检查文件名和所在文件夹。',
  folder: '{0} 是文件夹，这里要写一个文件。',
  denied: '没有权限读写 {0}。请检查文件和文件夹的权限，或者换一个位置。',
  'too-large': '{0} 太大，没有读取。请确认文件没有选错；过长的公文请拆成几个文件。',
  full: '写不进 {0}：磁盘已满。原来的文件没有改动，请腾出空间后重试。',
  busy: '{0} 正被其他程序占用。请关闭打开它的程序（例如 PDF 阅读器）后重试。',
  other: '读写 {0} 时出错。请检查磁盘和网络位置是否可用。',
}

function fileSentence(error: FileError, host: Host): Message {
  return message(FILE_SENTENCES[error.code], host.toPath(error.uri))
}

/** What to tell people about an error; `expected` ones are theirs to mend, others are ours. */
export function describeError(error: unknown, host: Host): { readonly text: string; readonly expected: boolean } {
  if (error instanceof Failure) return { text: formatMessage(error.sentence), expected: true }
  if (error instanceof FileError) return { text: formatMessage(fileSentence(error, host)), expected: true }
  const reason = error instanceof Error ? error.message : String(error)
  return {
    text: `程序内部出错：${reason}。这不是您的文件的问题；请加 --verbose 再试一次，并把输出附在问题报告里。`,
    expected: false,
  }
}

/** The error with its causes, for `--verbose`. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stack = error.stack ?? error.message
  return error.cause === undefined ? stack : `${stack}\n起因：${stackOf(error.cause)}`
}
