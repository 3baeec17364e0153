/** Turns what went wrong into a sentence for people: what is wrong, where, and what to do. */
import { FileError, type FileErrorCode } from '../ports/files.ts'
import { Failure } from '../text/failure.ts'
import type { Message, Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'

const FILE_SENTENCES: Readonly<Record<FileErrorCode, string>> = {
  missing: '找不到 {0}。请检查文件名和所在文件夹。',
  'no-folder': '没有文件夹 {0}。请先新建它，或者换一个位置。',
  folder: '{0} 是文件夹，这里要用一个文件。',
  'not-file': '{0} 是管道或设备，不是普通文件。请换一个文件。',
  denied: '没有权限读写 {0}。请检查文件和文件夹的权限，或者换一个位置。',
  'too-large': '{0} 太大，没有读取。请确认文件没有选错；过长的公文请拆成几个文件。',
  full: '写不进 {0}：磁盘已满。原来的文件没有改动，请腾出空间后重试。',
  busy: '{0} 正被其他程序占用。请关闭打开它的程序（例如 PDF 阅读器）后重试。',
  other: '读写 {0} 时出错。请检查磁盘和网络位置是否可用。',
}

/**
 * @param nameOf how people call a file; the whole path when absent
 * @returns undefined for an error that the user cannot mend: then it is ours
 */
export function failureSentence(error: unknown, nameOf: (uri: Uri) => string = readable): Message | undefined {
  if (error instanceof Failure) return error.sentence
  if (error instanceof FileError) return message(FILE_SENTENCES[error.code], nameOf(error.uri))
  return undefined
}

function readable(uri: Uri): string {
  try {
    return decodeURIComponent(uri.replace(/^file:\/\//, ''))
  } catch {
    return uri
  }
}
