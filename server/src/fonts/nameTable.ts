import type { Sfnt } from './sfnt.ts'

/** Family, full, PostScript and typographic family name. */
const WANTED = new Set([1, 4, 6, 16])

const WINDOWS_PRC = 3
const MAC_SIMPLIFIED_CHINESE = 25

function encodingOf(platform: number, encoding: number): string | undefined {
  if (platform === 0) return 'utf-16be'
  if (platform === 3) return encoding === WINDOWS_PRC ? 'gbk' : 'utf-16be'
  if (platform === 1) return encoding === MAC_SIMPLIFIED_CHINESE ? 'gbk' : encoding === 0 ? 'latin1' : undefined
  return undefined
}

/** All names of a face, in every language that it carries. Old Chinese fonts write theirs in GBK. */
export function readNames({ tables }: Sfnt): readonly string[] {
  const table = tables.get('name')
  if (table === undefined || table.length < 6) return []
  const data = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const count = data.getUint16(2)
  const storage = data.getUint16(4)
  const names = new Set<string>()
  for (let index = 0; index < count && 18 + 12 * index <= table.length; index++) {
    const at = 6 + 12 * index
    if (!WANTED.has(data.getUint16(at + 6))) continue
    const encoding = encodingOf(data.getUint16(at), data.getUint16(at + 2))
    if (encoding === undefined) continue
    const start = storage + data.getUint16(at + 10)
    const bytes = table.subarray(start, start + data.getUint16(at + 8))
    // A GBK name may be written in two-byte units with a zero before each single byte.
    const text = new TextDecoder(encoding).decode(encoding === 'gbk' ? bytes.filter((byte) => byte !== 0) : bytes)
    if (text.trim() !== '') names.add(text.trim())
  }
  return [...names]
}

/** Names are compared without regard to case and to full-width letters. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
