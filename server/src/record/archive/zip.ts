import { Unzip, UnzipInflate, UnzipPassThrough, zipSync } from 'fflate'
import { crc32 } from '../../text/crc32.ts'
import { Failure } from '../../text/failure.ts'
import { message } from '../../text/message.ts'
import { visibleText } from '../../text/visible.ts'
import type { BagFile } from './bag.ts'
import { readZipDirectory, type ZipEntry } from './zipDirectory.ts'
import { collision, isOddName } from './zipNames.ts'

/** The first moment that a zip can name: the time of packing would make equal packages differ. */
const MOMENT = '1980-01-01T00:00:00'

/**
 * Files of Unix that everybody may read. Info-ZIP's unzip, which Linux has, takes names from a zip of DOS for those of its
 * code page, whatever the zip says of UTF-8.
 */
const UNIX = { os: 3, attrs: 0o100644 << 16 } as const

/**
 * Packs files in the order given, under one folder; equal files, equal bytes.
 * @throws Failure `archive-name` for a name that {@link unpackZip} would refuse
 */
export function packZip(folder: string, files: readonly BagFile[]): Uint8Array {
  const paths = files.map(({ path }) => `${folder}/${path}`)
  const odd = paths.find(isOddName) ?? collision(paths)
  if (odd !== undefined)
    throw new Failure('archive-name', message('“{0}”这个文件名在别的系统上存不下来，请改名再归档。', visibleText(odd)))
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [`${folder}/${path}`, bytes])), {
    mtime: MOMENT,
    level: 6,
    ...UNIX,
  })
}

/** What a package may unfold to; more is refused before it has filled the memory. */
export interface ZipLimits {
  readonly files: number
  readonly bytes: number
}

/** Bytes fed at a time, so that a bomb is seen early. */
const SLICE = 1 << 14

/**
 * The files of a package, without the one folder that holds all of them. Nothing is written anywhere, yet a name that
 * would lead out of a folder, a name that stands twice, and a link are refused: whoever unpacks it by other means must get
 * what was checked.
 * @throws Failure `zip-broken`, `zip-limit`, `zip-name`
 */
export function unpackZip(zip: Uint8Array, limits: ZipLimits): readonly BagFile[] {
  const found = new Map<string, Uint8Array>()
  let room = limits.bytes
  let failure: Failure | undefined
  const unzip = new Unzip((file) => {
    const problem = nameProblem(file.name, found) ?? (found.size >= limits.files ? tooMany(limits.files) : undefined)
    if (problem) {
      failure ??= problem
      return
    }
    const pieces: Uint8Array[] = []
    found.set(file.name, new Uint8Array())
    file.ondata = (error, piece, last) => {
      if (error) failure ??= broken(error)
      if (failure) return
      room -= piece.length
      if (room < 0) failure ??= tooLarge(limits.bytes)
      pieces.push(piece)
      if (last) found.set(file.name, joined(pieces))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  unzip.register(UnzipPassThrough)
  try {
    for (let at = 0; at < zip.length && !failure; at += SLICE) {
      unzip.push(zip.subarray(at, at + SLICE), at + SLICE >= zip.length)
    }
  } catch (error) {
    failure ??= broken(error)
  }
  if (failure) throw failure
  compareDirectory(zip, [...found])
  const twice = collision([...found.keys()])
  if (twice !== undefined)
    throw new Failure(
      'zip-name',
      message('归档包里的“{0}”与另一个文件只差大小写或字符的编码，有的系统会混为一个，不予解开。', visibleText(twice)),
    )
  return withoutFolder([...found].filter(([name]) => !name.endsWith('/')))
}

/** Files are read one behind the other; other programs go by the directory, so both must say the same. */
function compareDirectory(zip: Uint8Array, files: readonly (readonly [name: string, bytes: Uint8Array])[]): void {
  const entries = readZipDirectory(zip)
  if (!entries || entries.length === 0) throw broken(undefined)
  const special = entries.find((entry) => entry.special)
  if (special)
    throw new Failure('zip-name', message('归档包里的“{0}”不是普通文件（是链接之类），不予解开。', special.name))
  const differs = ({ name, size, checksum }: ZipEntry, index: number) => {
    const [path, bytes] = files[index] ?? []
    if (!bytes || name !== path || size !== bytes.length || (name.endsWith('/') && size > 0)) return true
    return checksum !== crc32(bytes)
  }
  if (entries.length !== files.length || entries.some(differs))
    throw new Failure('zip-broken', message('归档包的目录与里面的文件对不上，不同的软件会解出不同的内容，不予解开。'))
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

function withoutFolder(files: readonly (readonly [name: string, bytes: Uint8Array])[]): readonly BagFile[] {
  const [first] = files[0] ?? ['']
  const folder = first.slice(0, first.indexOf('/') + 1)
  const inside = files.every(([name]) => name.startsWith(folder))
  return files.map(([name, bytes]) => ({ path: inside ? name.slice(folder.length) : name, bytes }))
}

function nameProblem(name: string, found: ReadonlyMap<string, unknown>): Failure | undefined {
  if (isOddName(name))
    return new Failure('zip-name', message('归档包里有不正当的文件名“{0}”，不予解开。', visibleText(name.slice(0, 80))))
  if (found.has(name)) return new Failure('zip-name', message('归档包里“{0}”出现了两次，不予解开。', name))
  return undefined
}

function tooMany(count: number): Failure {
  return new Failure('zip-limit', message('归档包里的文件超过{0}个，不予解开。', count))
}

function tooLarge(bytes: number): Failure {
  return new Failure('zip-limit', message('归档包解开以后超过{0} MB，不予解开。', Math.round(bytes / 1e6)))
}

function broken(cause: unknown): Failure {
  return new Failure(
    'zip-broken',
    message(
      '这不是完整的 ZIP 文件，或者里面另外藏着东西（不同的软件会解出不同的内容），不予解开。请重新取得这份归档包。',
    ),
    cause,
  )
}
