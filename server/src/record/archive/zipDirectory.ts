/** An entry of the directory at the end of a zip, which most programs go by. */
export interface ZipEntry {
  readonly name: string
  /** Bytes of the file when it is unpacked, and as it is packed. */
  readonly size: number
  readonly packed: number
  /** CRC-32 of it. */
  readonly checksum: number
  /** Something else than a file or folder, such as a link. */
  readonly special: boolean
}

const END = 0x06054b50
const END_LENGTH = 22
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const HEADER = 0x04034b50
const HEADER_LENGTH = 30
/** Where flags, method, time, CRC, sizes and length of the name stand one behind the other in a header of a file. */
const HEADER_FACTS = 6
/** The same in an entry of the directory. */
const ENTRY_FACTS = 8
const FACTS_LENGTH = 22
/** How well it was packed, and that the name is in UTF-8. Encryption and sizes that follow the file are not among them. */
const FLAGS = 0x0806
const REGULAR = 0o100000
const FOLDER = 0o040000
const TYPE = 0o170000

/**
 * The directory of a zip; undefined where the file is anything but the entries of its directory, one behind the other from
 * the first byte, and that directory. Each says the same as the header in front of its file, and neither has extra fields:
 * programs that read one or the other, or look for files between them, find the same. Zip64, which our packages never need,
 * counts as not whole.
 */
export function readZipDirectory(zip: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  // Nothing may follow it: a comment could hold a second directory.
  const end = zip.length - END_LENGTH
  if (end < 0 || view.getUint32(end, true) !== END || view.getUint32(end + 4, true) !== 0) return undefined
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (view.getUint16(end + 8, true) !== count || start + view.getUint32(end + 12, true) !== end) return undefined
  const entries: ZipEntry[] = []
  let at = start
  let file = 0
  for (let nth = 0; nth < count; nth++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return undefined
    const length = view.getUint16(at + 28, true)
    const packed = view.getUint32(at + 20, true)
    const fileEnd = file + HEADER_LENGTH + length + packed
    if (fileEnd > start || !isPlain(view, at, file) || !hasHeader(zip, view, at, file, length)) return undefined
    const type = (view.getUint32(at + 38, true) >>> 16) & TYPE
    entries.push({
      name: new TextDecoder().decode(zip.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + length)),
      size: view.getUint32(at + 24, true),
      packed,
      checksum: view.getUint32(at + 16, true),
      special: type !== 0 && type !== REGULAR && type !== FOLDER,
    })
    at += ENTRY_LENGTH + length
    file = fileEnd
  }
  return at === end && file === start ? entries : undefined
}

/** No extra field, no comment, no other disk; the file stands where it is looked for and is not encrypted. */
function isPlain(view: DataView, at: number, file: number): boolean {
  const hasMore = view.getUint32(at + 30, true) !== 0 || view.getUint16(at + 34, true) !== 0
  return !hasMore && view.getUint32(at + 42, true) === file && (view.getUint16(at + 8, true) & ~FLAGS) === 0
}

/** Whether the header in front of the file says the same as the directory. */
function hasHeader(zip: Uint8Array, view: DataView, at: number, file: number, length: number): boolean {
  if (view.getUint32(file, true) !== HEADER || view.getUint16(file + 28, true) !== 0) return false
  const isSame = (inHeader: number, inEntry: number, count: number): boolean => {
    const other = zip.subarray(at + inEntry, at + inEntry + count)
    return zip.subarray(file + inHeader, file + inHeader + count).every((byte, index) => byte === other[index])
  }
  return isSame(HEADER_FACTS, ENTRY_FACTS, FACTS_LENGTH) && isSame(HEADER_LENGTH, ENTRY_LENGTH, length)
}
