/** An entry of the directory at the end of a zip, which most programs go by. */
export interface ZipEntry {
  readonly name: string
  /** Something else than a file or folder, such as a link. */
  readonly special: boolean
}

const END = 0x06054b50
const END_LENGTH = 22
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const REGULAR = 0o100000
const FOLDER = 0o040000
const TYPE = 0o170000

/** The directory of a zip; undefined where it is not whole. Zip64, which our packages never need, counts as not whole. */
export function readZipDirectory(zip: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  // Nothing may follow it: a comment could hold a second directory.
  const end = zip.length - END_LENGTH
  if (end < 0 || view.getUint32(end, true) !== END) return undefined
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  let at = view.getUint32(end + 16, true)
  if (at + size !== end) return undefined
  const entries: ZipEntry[] = []
  for (let nth = 0; nth < count; nth++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return undefined
    const length = view.getUint16(at + 28, true)
    const type = (view.getUint32(at + 38, true) >>> 16) & TYPE
    const name = new TextDecoder().decode(zip.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + length))
    entries.push({ name, special: type !== 0 && type !== REGULAR && type !== FOLDER })
    at += ENTRY_LENGTH + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return at === end ? entries : undefined
}
