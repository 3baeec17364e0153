import { Unzip, UnzipInflate, UnzipPassThrough, type Zippable, zipSync } from 'fflate'
import { crc32 } from '../../text/crc32.ts'
import { Failure } from '../../text/failure.ts'
import { message } from '../../text/message.ts'
import type { BagFile } from './bag.ts'
import { readZipDirectory, type ZipEntry } from './zipDirectory.ts'
import { collision, isLongName, isOddName } from './zipNames.ts'
import { refuseZip, shownName, type ZipLimits } from './zipRefusal.ts'

/** The first moment that a zip can name: the time of packing would make equal packages differ. */
const MOMENT = '1980-01-01T00:00:00'

/**
 * Files of Unix that everybody may read. Info-ZIP's unzip, which Linux has, takes names from a zip of DOS for those of its
 * code page, whatever the zip says of UTF-8.
 */
const UNIX = { os: 3, attrs: 0o100644 << 16 } as const

/** Few files of offices shrink to a hundredth; a bomb to a thousandth, which is the most that Deflate can do. */
const DENSE = 100

/**
 * Packs files in the order given, under one folder; equal files, equal bytes. What shrinks beyond measure, such as a blank
 * scan, is kept as it is: otherwise it would be taken for a bomb.
 * @throws Failure `archive-name` for a name that {@link unpackZip} would refuse
 */
export function packZip(folder: string, files: readonly BagFile[]): Uint8Array {
  const paths = files.map(({ path }) => `${folder}/${path}`)
  const odd = paths.find((path) => isOddName(path) || isLongName(path)) ?? collision(paths)
  if (odd !== undefined)
    throw new Failure('archive-name', message('“{0}”这个文件名在别的系统上存不下来，请改名再归档。', shownName(odd)))
  const zip = zipped(folder, files, new Set())
  const dense = (readZipDirectory(zip) ?? []).filter(({ size, packed }) => size > DENSE * packed)
  return dense.length === 0 ? zip : zipped(folder, files, new Set(dense.map(({ name }) => name)))
}

function zipped(folder: string, files: readonly BagFile[], plain: ReadonlySet<string>): Uint8Array {
  const packed = files.map(({ path, bytes }) => {
    const name = `${folder}/${path}`
    return [name, plain.has(name) ? ([bytes, { level: 0 }] as const) : bytes] as const
  })
  return zipSync(Object.fromEntries(packed) as Zippable, { mtime: MOMENT, level: 6, ...UNIX })
}

/** Bytes fed at a time. */
const SLICE = 1 << 14

/**
 * The files of a package, without the one folder that holds all of them. Nothing is written anywhere, yet a name that
 * would lead out of a folder, a name that stands twice, and a link are refused: whoever unpacks it by other means must get
 * what was checked.
 * @throws Failure `zip-broken`, `zip-limit`, `zip-name`
 */
export function unpackZip(zip: Uint8Array, limits: ZipLimits): readonly BagFile[] {
  const entries = readZipDirectory(zip)
  if (!entries || entries.length === 0) throw broken(undefined)
  const refusal = refuseZip(entries, limits)
  if (refusal) throw refusal
  const files = unpack(zip, entries)
  return withoutFolder(files.filter(([name]) => !name.endsWith('/')))
}

/** Files are read one behind the other; other programs go by the directory, so both must say the same. */
function unpack(zip: Uint8Array, entries: readonly ZipEntry[]): readonly (readonly [string, Uint8Array])[] {
  const found: [name: string, bytes: Uint8Array][] = []
  let failure: Failure | undefined
  const unzip = new Unzip((file) => {
    const entry = entries[found.length]
    const all: [string, Uint8Array] = [file.name, new Uint8Array(entry?.size ?? 0)]
    let length = 0
    found.push(all)
    file.ondata = (error, piece) => {
      if (error) failure ??= broken(error)
      if (entry && length + piece.length <= entry.size) all[1].set(piece, length)
      else failure ??= otherFiles()
      length += piece.length
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
  const differs = ({ name, checksum }: ZipEntry, index: number) => {
    const [path, bytes] = found[index] ?? []
    if (!bytes || name !== path || (name.endsWith('/') && bytes.length > 0)) return true
    return checksum !== crc32(bytes)
  }
  if (entries.length !== found.length || entries.some(differs)) throw otherFiles()
  return found
}

function withoutFolder(files: readonly (readonly [name: string, bytes: Uint8Array])[]): readonly BagFile[] {
  const [first] = files[0] ?? ['']
  const folder = first.slice(0, first.indexOf('/') + 1)
  const inside = files.every(([name]) => name.startsWith(folder))
  return files.map(([name, bytes]) => ({ path: inside ? name.slice(folder.length) : name, bytes }))
}

function otherFiles(): Failure {
  return new Failure('zip-broken', message('归档包的目录与里面的文件对不上，不同的软件会解出不同的内容，不予解开。'))
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
