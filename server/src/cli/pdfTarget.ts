import { FileError } from '../ports/files.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Host } from './host.ts'
import type { Input } from './inputs.ts'

/** A PDF larger than this is refused, lest it fill the memory. */
export const PDF_LIMIT = 500_000_000

const PDF_START = [0x25, 0x50, 0x44, 0x46]

/** Where the result goes: to the place that the user names, else beside its source with another ending. */
export function targetOf(host: Host, source: Input, output: string | undefined, ending: string): Uri {
  if (output !== undefined) return host.toUri(output)
  if (source.standardInput) {
    throw new Failure('usage', message('源文件来自标准输入时，要用 -o 写明输出文件。'))
  }
  return source.uri.replace(/(?:\.gw)?\.[^./]*$/, '') + ending
}

/** What a signed PDF is called beside the unsigned one. */
export const SIGNED_ENDING = '-签章.pdf'

async function readIfThere(host: Host, uri: Uri): Promise<Uint8Array | undefined> {
  try {
    return await host.files.read(uri, PDF_LIMIT)
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return undefined
    throw error
  }
}

/** A filled signature field; an empty one of ours has no byte range. */
function isSigned(pdf: Uint8Array): boolean {
  return /\/ByteRange\s*\[\s*\d/.test(new TextDecoder('latin1').decode(pdf))
}

/**
 * Checks that a PDF may be written to `target`, before any work is done.
 * @throws {Failure} `not-pdf-name`, `would-overwrite` for another kind of file, `would-lose-signature` without `force`
 */
export async function checkPdfTarget(host: Host, target: Uri, force: boolean): Promise<void> {
  const path = host.toPath(target)
  if (!/\.pdf$/i.test(target)) {
    throw new Failure('not-pdf-name', message('输出文件 {0} 的扩展名要写 .pdf，目前只能生成 PDF。', path))
  }
  const standing = await readIfThere(host, target)
  if (!standing || standing.length === 0) return
  if (!PDF_START.every((byte, index) => standing[index] === byte)) {
    throw new Failure('would-overwrite', message('{0} 已经存在，而且不是 PDF，没有覆盖。请用 -o 换一个文件名。', path))
  }
  if (!force && isSigned(standing)) {
    throw new Failure(
      'would-lose-signature',
      message('{0} 已经签章，重新生成会丢掉签章。确实要覆盖请加 --force，或者用 -o 换一个文件名。', path),
    )
  }
}
