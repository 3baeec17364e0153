import type { GongwenDocument, Part } from '../model/document.ts'
import {
  asSeparate,
  boundFiles,
  type FileAttachment,
  type IncludedFile,
  isDivided,
  separateFiles,
  withFiles,
} from '../model/include.ts'
import { isIncludable } from '../model/parts.ts'
import { allParts } from '../model/traverse.ts'
import { FileError, type Files } from '../ports/files.ts'
import { parse } from '../syntax/parse.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { placed, resolveInside } from './images.ts'

/** Far more than an attachment of a 公文 has. */
const BYTE_LIMIT = 10_000_000

/** A document with the text of the files that it counts on. */
interface Taken {
  readonly document: GongwenDocument
  /** Why it cannot be printed as it is: the text of a file is missing. */
  readonly refusal?: Failure
}

/**
 * The document with the text of the files that its bound attachments name. A file that cannot be taken in leaves its
 * attachment without text; whoever prints must refuse.
 * @param within folder outside of which nothing is read
 */
export async function withBoundFiles(document: GongwenDocument, files: Files, within: Uri): Promise<Taken> {
  const bound = boundFiles(document)
  const read = new Map<string, IncludedFile>()
  let refusal = otherPrograms(document)
  for (const attachment of bound) {
    try {
      read.set(attachment.file, await readFile(document, attachment, files, within))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      refusal ??= error
    }
  }
  const taken = bound.length === 0 ? document : withFiles(document, read)
  return { document: taken, ...(refusal ? { refusal } : {}) }
}

/**
 * An attachment that is sent beside the document, as a document of its own.
 * @param index among {@link separateFiles}
 * @throws {Failure} when its file cannot be read
 */
export async function separateDocument(
  document: GongwenDocument,
  index: number,
  files: Files,
  within: Uri,
): Promise<GongwenDocument> {
  const attachment = separateFiles(document)[index]
  if (!attachment) throw new RangeError(`no separate attachment ${index}`)
  const file = await readFile(document, attachment, files, within)
  return withFiles(asSeparate(document, attachment.part), new Map([[attachment.file, file]]))
}

/** A document that counts on the text of a file of another program is not printed without it. */
function otherPrograms(document: GongwenDocument): Failure | undefined {
  const found = allParts(document).find(({ file, external }) => file !== undefined && !external && !isIncludable(file))
  if (found?.file === undefined) return undefined
  const template = '{0} 第{1}行：附件文件“{2}”的文字不会排印，没有生成。只能并入 .gw.md 文件；单独附送的，加上“另附”。'
  return refuse('attachment-file', template, document, found, found.file)
}

async function readFile(
  document: GongwenDocument,
  { part, file }: FileAttachment,
  files: Files,
  within: Uri,
): Promise<IncludedFile> {
  const fail = (code: string, template: string, cause?: unknown) => refuse(code, template, document, part, file, cause)
  const uri = resolveInside(file, document.uri, within)
  if (uri === undefined) {
    throw fail(
      'attachment-outside',
      '{0} 第{1}行：附件文件“{2}”不在公文所在的文件夹里。请把它放进这个文件夹，再写相对路径。',
    )
  }
  const read = { uri, tree: parse(decoded(await bytesOf(uri, files, fail), fail)) }
  if (isDivided(read, document.profile)) {
    throw fail(
      'attachment-divided',
      '{0} 第{1}行：附件文件“{2}”里还有“::附件”或“::印发”，不能再套一层。请把它们写在公文里。',
    )
  }
  return read
}

type Fail = (code: string, template: string, cause?: unknown) => Failure

async function bytesOf(uri: Uri, files: Files, fail: Fail): Promise<Uint8Array> {
  try {
    return await files.read(uri, BYTE_LIMIT)
  } catch (cause) {
    const code = cause instanceof FileError ? cause.code : 'other'
    if (code === 'too-large') throw fail('attachment-too-large', '{0} 第{1}行：附件文件“{2}”超过 10 MB。', cause)
    if (code === 'denied') {
      throw fail('attachment-denied', '{0} 第{1}行：没有权限读取附件文件“{2}”，或者它指向文件夹以外。请检查。', cause)
    }
    throw fail(
      'attachment-missing',
      '{0} 第{1}行：找不到附件文件“{2}”。请检查文件名，路径从公文所在的文件夹算起。',
      cause,
    )
  }
}

function decoded(bytes: Uint8Array, fail: Fail): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw fail('attachment-encoding', '{0} 第{1}行：附件文件“{2}”不是 UTF-8 文本。请另存为 UTF-8 后再用。', cause)
  }
}

function refuse(
  code: string,
  template: string,
  document: GongwenDocument,
  { at }: Part,
  path: string,
  cause?: unknown,
): Failure {
  // A part that names a file has its divider.
  if (!at) throw new RangeError('a part without a divider names no file')
  return new Failure(code, placed(template, document, { at, path }), cause)
}
