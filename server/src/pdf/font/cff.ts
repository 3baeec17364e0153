import { charstringBox, type StepBudget } from './charstring.ts'
import type { EmBox } from './font.ts'
import { LATIN_NAMES } from './glyphNames.ts'
import type { Outlines } from './outlines.ts'

/** An INDEX of the Compact Font Format (Adobe technical note 5176, 5): items one after the other. */
interface Index {
  readonly items: readonly Uint8Array[]
  readonly end: number
}

const MAX_ITEMS = 70_000

/** Steps of all charstrings of a font: ten thousand glyphs take a tenth of it. */
const MAX_STEPS = 20_000_000

function readIndex(bytes: Uint8Array, at: number): Index {
  const count = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  if (count === 0) return { items: [], end: at + 2 }
  const size = bytes[at + 2] ?? 0
  const data = at + 3 + size * (count + 1) - 1
  if (size < 1 || size > 4 || data > bytes.length || count > MAX_ITEMS) throw new Error('no index')
  const offset = (index: number): number => {
    let value = 0
    for (let i = 0; i < size; i++) value = value * 256 + (bytes[at + 3 + index * size + i] as number)
    return data + value
  }
  const items = Array.from({ length: count }, (_, index) => bytes.subarray(offset(index), offset(index + 1)))
  return { items, end: offset(count) }
}

/** A DICT: operands by operator; two-byte operators as 1200 and above. */
function readDict(bytes: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const dict = new Map<number, readonly number[]>()
  let operands: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const code = bytes[at++] as number
    if (code <= 21) {
      dict.set(code === 12 ? 1200 + (bytes[at++] ?? 0) : code, operands)
      operands = []
    } else if (code === 28) {
      operands.push((((bytes[at] ?? 0) << 24) >> 16) | (bytes[at + 1] ?? 0))
      at += 2
    } else if (code === 29) {
      operands.push(
        ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0),
      )
      at += 4
    } else if (code === 30) {
      const real = readReal(bytes, at)
      operands.push(real.value)
      at = real.end
    } else if (code >= 251) operands.push(-(code - 251) * 256 - (bytes[at++] ?? 0) - 108)
    else if (code >= 247) operands.push((code - 247) * 256 + (bytes[at++] ?? 0) + 108)
    else if (code >= 32) operands.push(code - 139)
  }
  return dict
}

const NIBBLES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-', ''] as const

function readReal(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let text = ''
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] as number
    for (const nibble of [byte >> 4, byte & 15]) {
      if (nibble === 15) return { value: Number(text) || 0, end: at + 1 }
      text += NIBBLES[nibble]
    }
  }
  return { value: 0, end: bytes.length }
}

const KEY = {
  charset: 15,
  encoding: 16,
  charstrings: 17,
  private: 18,
  subrs: 19,
  matrix: 1207,
  ros: 1230,
  fdArray: 1236,
  fdSelect: 1237,
} as const

/** Opens a CFF program. @throws Error when its frame cannot be read */
export function openCff(bytes: Uint8Array): Outlines {
  const names = readIndex(bytes, bytes[2] as number)
  const tops = readIndex(bytes, names.end)
  const strings = readIndex(bytes, tops.end)
  const globals = readIndex(bytes, strings.end)
  const top = readDict(tops.items[0] ?? new Uint8Array())
  const charstrings = readIndex(bytes, top.get(KEY.charstrings)?.[0] ?? bytes.length).items
  const charset = readCharset(bytes, top.get(KEY.charset)?.[0] ?? 0, charstrings.length)
  const keyed = top.has(KEY.ros)
  const byCharset = new Map(charset.map((id, glyph) => [id, glyph] as const).reverse())
  const subrsOf = privateSubrs(bytes, top, charstrings.length)
  const unit = Math.abs(top.get(KEY.matrix)?.[0] ?? 0.001) || 0.001
  const nameOf = (sid: number): string =>
    sid < STANDARD_STRINGS
      ? (LATIN_NAMES[sid - 1] ?? '')
      : String.fromCharCode(...(strings.items[sid - STANDARD_STRINGS] ?? []))
  const byName = keyed
    ? new Map<string, number>()
    : new Map(charset.map((sid, glyph) => [nameOf(sid), glyph] as const).reverse())
  const encoding = keyed ? undefined : readEncoding(bytes, top.get(KEY.encoding)?.[0] ?? 0)
  const budget: StepBudget = { left: MAX_STEPS }
  return {
    glyphOf: () => undefined,
    glyphOfCode: (code) => encoding?.get(code),
    glyphOfCid: (cid) => (keyed ? (byCharset.get(cid) ?? -1) : cid),
    glyphOfName: (name) => byName.get(name),
    characterOf: () => undefined,
    ink(glyph) {
      const program = charstrings[glyph]
      if (program === undefined) return 'missing'
      const box = charstringBox(program, { globals: globals.items, locals: subrsOf(glyph) }, budget)
      return box === 'missing' || box === undefined ? box : scaled(box, unit)
    },
  }
}

function scaled({ left, bottom, right, top }: EmBox, unit: number): EmBox {
  return { left: left * unit, bottom: bottom * unit, right: right * unit, top: top * unit }
}

/** Strings that every reader knows; those of a font begin behind them (appendix A). */
const STANDARD_STRINGS = 391

/** CID or name number of every glyph (13). */
function readCharset(bytes: Uint8Array, offset: number, count: number): readonly number[] {
  // 0 to 2 name charsets that every reader knows; the first, ISOAdobe, numbers straight on.
  if (offset <= 2) return Array.from({ length: count }, (_, glyph) => glyph)
  const charset = [0]
  const word = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  const format = bytes[offset] as number
  for (let at = offset + 1; charset.length < count && at < bytes.length; ) {
    const first = word(at)
    at += 2
    if (format === 0) charset.push(first)
    else {
      const left = format === 1 ? (bytes[at] ?? 0) : word(at)
      at += format === 1 ? 1 : 2
      for (let i = 0; i <= left && charset.length < count; i++) charset.push(first + i)
    }
  }
  return charset
}

/** Glyphs by code of the font's own encoding (12); undefined for the two standard ones. */
function readEncoding(bytes: Uint8Array, offset: number): ReadonlyMap<number, number> | undefined {
  if (offset <= 1) return undefined
  const encoding = new Map<number, number>()
  const format = (bytes[offset] ?? 0) & 0x7f
  const count = bytes[offset + 1] ?? 0
  let glyph = 1
  for (let index = 0; index < count; index++) {
    if (format === 0) encoding.set(bytes[offset + 2 + index] ?? 0, glyph++)
    else {
      const [first, left] = [bytes[offset + 2 + 2 * index] ?? 0, bytes[offset + 3 + 2 * index] ?? 0]
      for (let i = 0; i <= left; i++) encoding.set(first + i, glyph++)
    }
  }
  return encoding
}

/** Local subroutines of a glyph: of the font, or of the one of its fonts that FDSelect names. */
function privateSubrs(
  bytes: Uint8Array,
  top: ReadonlyMap<number, readonly number[]>,
  count: number,
): (glyph: number) => readonly Uint8Array[] {
  const subrs = (dict: ReadonlyMap<number, readonly number[]>): readonly Uint8Array[] => {
    const [size = 0, offset = 0] = dict.get(KEY.private) ?? []
    const own = readDict(bytes.subarray(offset, offset + size)).get(KEY.subrs)?.[0]
    return own === undefined ? [] : readIndex(bytes, offset + own).items
  }
  const array = top.get(KEY.fdArray)?.[0]
  if (array === undefined) {
    const all = subrs(top)
    return () => all
  }
  const fonts = readIndex(bytes, array).items.map((item) => subrs(readDict(item)))
  const select = readSelect(bytes, top.get(KEY.fdSelect)?.[0] ?? bytes.length, count)
  return (glyph) => fonts[select[glyph] ?? 0] ?? []
}

function readSelect(bytes: Uint8Array, offset: number, count: number): Uint8Array {
  const select = new Uint8Array(count)
  if (bytes[offset] === 0) {
    select.set(bytes.subarray(offset + 1, offset + 1 + count))
    return select
  }
  const word = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  const ranges = word(offset + 1)
  for (let index = 0; index < ranges && offset + 3 + 3 * index < bytes.length; index++) {
    const at = offset + 3 + 3 * index
    select.fill(bytes[at + 2] ?? 0, word(at), Math.max(word(at), word(at + 3)))
  }
  return select
}
