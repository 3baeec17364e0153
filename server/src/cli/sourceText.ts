import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

/** A source file of 10 MB or more is refused: that is some 5,000 pages, so it is another file chosen by mistake. */
export const TEXT_LIMIT = 10_000_000 - 1

/** A text and whether its file began with a byte order mark, which is kept when the file is written again. */
export interface SourceText {
  readonly text: string
  readonly mark: boolean
}

const UTF8_MARK = [0xef, 0xbb, 0xbf]

/** First bytes of files that people take for a text. */
const OTHER_FORMATS: readonly { readonly start: readonly number[]; readonly sentence: string }[] = [
  {
    start: [0x50, 0x4b, 0x03, 0x04],
    sentence:
      '{0} 是 Word（.docx）、WPS 或压缩文件，不是文本。请在 Word 或 WPS 里全选复制，粘贴到一个新的 .gw.md 文件。',
  },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    sentence: '{0} 是旧版 Word（.doc）文件，不是文本。请在 Word 或 WPS 里全选复制，粘贴到一个新的 .gw.md 文件。',
  },
  { start: [0x25, 0x50, 0x44, 0x46], sentence: '{0} 是 PDF，不是文本。这里要写公文的源文件（.gw.md）。' },
  {
    start: [0xff, 0xfe],
    sentence: '{0} 是 UTF-16 编码（记事本里叫“Unicode”）。请用记事本或 VS Code 另存为 UTF-8 编码。',
  },
  {
    start: [0xfe, 0xff],
    sentence: '{0} 是 UTF-16 编码（记事本里叫“Unicode big endian”）。请用记事本或 VS Code 另存为 UTF-8 编码。',
  },
]

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** The first line (1-based) that is no UTF-8; a line feed is never part of a longer character. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  for (;;) {
    const end = bytes.indexOf(10, start)
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end))
    } catch {
      return line
    }
    if (end < 0) return line
    start = end + 1
    line++
  }
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return /\p{Script=Han}/u.test(text)
  } catch {
    return false
  }
}

function notUtf8(bytes: Uint8Array, name: string): Failure {
  const line = firstBadLine(bytes)
  const sentence = isGb18030(bytes)
    ? '{0} 第{1}行起不是 UTF-8，看来是 GB 18030（GBK）编码。请在 VS Code 右下角点编码、选“通过编码重新打开 → GB18030”，再“通过编码保存 → UTF-8”；或者运行 iconv -f GB18030 -t UTF-8 {0} -o 新文件。'
    : '{0} 第{1}行起不是 UTF-8 文本。请用能认出它的编码的编辑器打开，另存为 UTF-8。'
  return new Failure('not-utf8', message(sentence, name, line))
}

/**
 * The text of a source file, without its byte order mark.
 * @param name what the file is called in messages
 * @throws {Failure} `not-text`, `not-utf8` or `empty-file`
 */
export function decodeSource(bytes: Uint8Array, name: string): SourceText {
  const other = OTHER_FORMATS.find(({ start }) => startsWith(bytes, start))
  if (other) throw new Failure('not-text', message(other.sentence, name))
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notUtf8(bytes, name)
  }
  if (text.includes('\0')) {
    throw new Failure('not-text', message('{0} 不是文本文件（里面有空字节），请确认文件没有选错。', name))
  }
  if (/^\s*$/.test(text)) {
    throw new Failure(
      'empty-file',
      message('{0} 是空文件，没有可处理的内容。', name),
      undefined,
      message('可用 hongtou new 通知 -o {0} --force 从模板写起。', name),
    )
  }
  return { text, mark: startsWith(bytes, UTF8_MARK) }
}

const ENCODINGS: readonly (readonly [mark: readonly number[], name: string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/**
 * The text of a plain text file, whatever it was saved by: UTF-8, GB 18030 (GBK, GB 2312) or, with a mark, UTF-16.
 * @throws {Failure} `not-text`, `not-utf8` or `empty-file`
 */
export function decodePlainText(bytes: Uint8Array, name: string): SourceText {
  const marked = ENCODINGS.find(([mark]) => startsWith(bytes, mark))?.[1]
  if (marked) return { text: new TextDecoder(marked).decode(bytes), mark: false }
  try {
    return decodeSource(bytes, name)
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'not-utf8' && isGb18030(bytes))) throw error
    return { text: new TextDecoder('gb18030').decode(bytes), mark: false }
  }
}

/** The bytes to write for a changed text. */
export function encodeSource({ text, mark }: SourceText): Uint8Array {
  return new TextEncoder().encode(mark ? `\uFEFF${text}` : text)
}
