import { FileError } from '../ports/files.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Host } from './host.ts'

/** Whether there is a file of that name; it is not read. */
export async function isThere(host: Host, uri: Uri): Promise<boolean> {
  try {
    await host.files.read(uri, 0)
    return true
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return false
    if (error instanceof FileError && error.code === 'too-large') return true
    throw error
  }
}

/** @throws {Failure} `would-overwrite` when there is a file of that name */
export async function refuseExisting(host: Host, uri: Uri): Promise<void> {
  if (!(await isThere(host, uri))) return
  throw new Failure(
    'would-overwrite',
    message('{0} 已经存在，没有覆盖。要重新生成，请先把它移走。', host.toPath(uri)),
    undefined,
    message('也可以用 -o 换一个文件名，或者加 --force 覆盖。'),
  )
}
