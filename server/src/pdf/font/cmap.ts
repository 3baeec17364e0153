import { readOperators } from '../content/tokens.ts'
import { isArray, isString, nameOf, type PdfObject } from '../objects.ts'

/** Entries kept of one map: more than a font of 65,536 glyphs needs. */
const MAX_ENTRIES = 140_000

/** A CMap (ISO 32000-1 9.7.5) or a ToUnicode map (9.10.3). */
export interface CMap {
  /** Bytes of the code that begins with this byte. */
  lengthAt(first: number): number
  readonly cids: ReadonlyMap<number, number>
  readonly texts: ReadonlyMap<number, string>
  readonly vertical: boolean
  /** The map that this one builds on. */
  readonly base: string | undefined
}

/** Reads a map; what it does not understand is passed over. */
export function readCMap(bytes: Uint8Array): CMap {
  const lengths = new Uint8Array(256)
  const cids = new Map<number, number>()
  const texts = new Map<number, string>()
  let vertical = false
  let base: string | undefined
  let left = MAX_ENTRIES
  const eachCode = (from: number, to: number, put: (code: number, index: number) => void): void => {
    for (let code = from; code <= to && left > 0; code++, left--) put(code, code - from)
  }
  const triples = (operands: readonly PdfObject[], use: (from: number, to: number, value: PdfObject) => void): void => {
    for (let i = 0; i + 2 < operands.length; i += 3)
      use(codeOf(operands[i]), codeOf(operands[i + 1]), operands[i + 2] as PdfObject)
  }
  const handlers: Readonly<Record<string, (operands: readonly PdfObject[]) => void>> = {
    endcodespacerange: (operands) => {
      for (let i = 0; i + 1 < operands.length; i += 2) {
        const [low, high] = [operands[i], operands[i + 1]]
        if (isString(low) && isString(high)) lengths.fill(low.bytes.length, low.bytes[0] ?? 0, (high.bytes[0] ?? 0) + 1)
      }
    },
    endcidrange: (operands) =>
      triples(operands, (from, to, value) => {
        if (typeof value === 'number') eachCode(from, to, (code, index) => cids.set(code, value + index))
      }),
    endcidchar: (operands) => {
      for (let i = 0; i + 1 < operands.length; i += 2) {
        const value = operands[i + 1]
        if (typeof value === 'number' && left-- > 0) cids.set(codeOf(operands[i]), value)
      }
    },
    endbfrange: (operands) =>
      triples(operands, (from, to, value) => {
        const list = isArray(value) ? value.items.map(textOf) : undefined
        const first = list ? '' : textOf(value)
        eachCode(from, to, (code, index) => texts.set(code, list ? (list[index] ?? '') : shifted(first, index)))
      }),
    endbfchar: (operands) => {
      for (let i = 0; i + 1 < operands.length; i += 2)
        if (left-- > 0) texts.set(codeOf(operands[i]), textOf(operands[i + 1]))
    },
    usecmap: (operands) => {
      base = nameOf(operands.at(-1))
    },
    def: (operands) => {
      if (nameOf(operands.at(-2)) === 'WMode') vertical = operands.at(-1) === 1
    },
  }
  readOperators(bytes, (operator, operands) => {
    handlers[operator]?.(operands)
    return left > 0
  })
  return { lengthAt: (first) => lengths[first] || 0, cids, texts, vertical, base }
}

function codeOf(object: PdfObject | undefined): number {
  if (!isString(object)) return Number.NaN
  return object.bytes.slice(0, 4).reduce((code, byte) => code * 256 + byte, 0)
}

function textOf(object: PdfObject | undefined): string {
  if (!isString(object)) return ''
  return new TextDecoder('utf-16be').decode(object.bytes.slice(0, 32)).replaceAll('\0', '')
}

/** The text whose last character lies `index` further on. */
function shifted(text: string, index: number): string {
  const characters = [...text]
  const last = characters.pop()?.codePointAt(0)
  if (last === undefined || index === 0 || last + index > 0x10ffff) return text
  return characters.join('') + String.fromCodePoint(last + index)
}
