import { damaged } from './damage.ts'
import { isRegular, isWhite, readDigits, readWord, skipSpace, startsWith } from './lexer.ts'
import type { PdfDictionary, PdfObject, PdfStream } from './objects.ts'

/** Nesting beyond this is taken for an attack on the stack. */
const MAX_DEPTH = 200

interface Parsed<T = PdfObject> {
  readonly value: T
  /** Place behind the object. */
  readonly end: number
}

/** What the parser reads from. `placed` is false inside an object stream, where offsets say nothing of the file. */
export interface Source {
  readonly bytes: Uint8Array
  readonly placed: boolean
}

/**
 * Reads one object that is not a stream.
 * @throws Failure `pdf-damaged`
 */
export function parseObject(source: Source, start: number, depth = 0): Parsed {
  const { bytes } = source
  const at = skipSpace(bytes, start)
  if (depth > MAX_DEPTH) throw damaged('嵌套过深', at)
  switch (bytes[at]) {
    case 0x2f:
      return parseName(bytes, at)
    case 0x28:
      return parseLiteralString(source, at)
    case 0x3c:
      return bytes[at + 1] === 0x3c ? parseDictionary(source, at, depth) : parseHexString(source, at)
    case 0x5b:
      return parseArray(source, at, depth)
    default:
      return parseNumberOrWord(bytes, at)
  }
}

function parseNumberOrWord(bytes: Uint8Array, at: number): Parsed {
  const word = readWord(bytes, at)
  const end = at + word.length
  if (word === 'true' || word === 'false') return { value: word === 'true', end }
  if (word === 'null') return { value: null, end }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw damaged('有读不懂的内容', at)
  return parseReference(bytes, at, end) ?? { value: Number(word), end }
}

/** `12 0 R`, if the number that stands at `at` begins one. */
function parseReference(bytes: Uint8Array, at: number, end: number): Parsed | undefined {
  const number = readDigits(bytes, at)
  if (!number || number.end !== end || !isWhite(bytes[end])) return undefined
  const generation = readDigits(bytes, skipSpace(bytes, end))
  if (!generation || !isWhite(bytes[generation.end])) return undefined
  const mark = skipSpace(bytes, generation.end)
  if (bytes[mark] !== 0x52 || isRegular(bytes[mark + 1])) return undefined
  return { value: { kind: 'reference', number: number.value, generation: generation.value }, end: mark + 1 }
}

function hexDigit(code: number | undefined): number {
  if (code === undefined) return -1
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

function parseName(bytes: Uint8Array, at: number): Parsed {
  const word = readWord(bytes, at + 1)
  const text = word.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { value: { kind: 'name', name: text }, end: at + 1 + word.length }
}

function parseHexString(source: Source, at: number): Parsed {
  const { bytes } = source
  let digits = 0
  let end = at + 1
  for (; bytes[end] !== 0x3e; end++) {
    if (hexDigit(bytes[end]) >= 0) digits++
    else if (!isWhite(bytes[end])) throw damaged('的十六进制字符串不完整', end)
  }
  // An odd one is followed by a zero (ISO 32000-1 7.3.4.3).
  const result = new Uint8Array((digits + 1) >> 1)
  let nth = 0
  for (let place = at + 1; place < end; place++) {
    const digit = hexDigit(bytes[place])
    if (digit < 0) continue
    result[nth >> 1] = (result[nth >> 1] as number) | (nth % 2 === 0 ? digit << 4 : digit)
    nth++
  }
  return stringAt(source, result, true, at, end + 1)
}

function stringAt(source: Source, bytes: Uint8Array, hex: boolean, start: number, end: number): Parsed {
  const value = { kind: 'string', bytes, hex } as const
  return { value: source.placed ? { ...value, at: { start, end } } : value, end }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function parseLiteralString(source: Source, start: number): Parsed {
  const { bytes } = source
  const result: number[] = []
  let open = 1
  let at = start + 1
  for (;;) {
    const code = bytes[at]
    if (code === undefined) throw damaged('的字符串没有结束', start)
    if (code === 0x5c) {
      at = readEscape(bytes, at + 1, result)
      continue
    }
    if (code === 0x28) open++
    if (code === 0x29 && --open === 0) break
    if (code === 13) {
      result.push(10)
      if (bytes[at + 1] === 10) at++
    } else result.push(code)
    at++
  }
  return stringAt(source, Uint8Array.from(result), false, start, at + 1)
}

/** Reads what follows a backslash (7.3.4.2) and returns the place behind it. */
function readEscape(bytes: Uint8Array, at: number, result: number[]): number {
  const code = bytes[at]
  if (code === undefined) return at
  if (code === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1
  if (code === 10) return at + 1
  if (code >= 48 && code <= 55) {
    let value = 0
    let end = at
    for (; end < at + 3 && (bytes[end] as number) >= 48 && (bytes[end] as number) <= 55; end++)
      value = value * 8 + (bytes[end] as number) - 48
    result.push(value & 255)
    return end
  }
  result.push((ESCAPES[String.fromCharCode(code)] ?? String.fromCharCode(code)).charCodeAt(0))
  return at + 1
}

function parseArray(source: Source, start: number, depth: number): Parsed {
  const items: PdfObject[] = []
  let at = skipSpace(source.bytes, start + 1)
  while (source.bytes[at] !== 0x5d) {
    const item = parseObject(source, at, depth + 1)
    items.push(item.value)
    at = skipSpace(source.bytes, item.end)
  }
  return { value: { kind: 'array', items }, end: at + 1 }
}

function parseDictionary(source: Source, start: number, depth: number): Parsed<PdfDictionary> {
  const entries = new Map<string, PdfObject>()
  let repeated = false
  let at = skipSpace(source.bytes, start + 2)
  while (!startsWith(source.bytes, '>>', at)) {
    if (source.bytes[at] !== 0x2f) throw damaged('的字典缺少名称', at)
    const key = parseName(source.bytes, at)
    const { name } = key.value as { name: string }
    const item = parseObject(source, key.end, depth + 1)
    if (entries.has(name)) repeated = true
    entries.set(name, item.value)
    at = skipSpace(source.bytes, item.end)
  }
  return { value: { kind: 'dictionary', entries, repeated }, end: at + 2 }
}

/** An object with its number, as `12 0 obj … endobj` puts it down. */
export interface Indirect {
  readonly number: number
  readonly generation: number
  readonly value: PdfObject
  /** Place behind `endobj`. */
  readonly end: number
}

/**
 * Reads the indirect object at `start`.
 * @param lengthOf value of a /Length that is itself an indirect object
 * @throws Failure `pdf-damaged`
 */
export function parseIndirect(
  bytes: Uint8Array,
  start: number,
  lengthOf: (length: PdfObject | undefined) => number | undefined,
): Indirect {
  const number = readDigits(bytes, start)
  const generation = number && readDigits(bytes, skipSpace(bytes, number.end))
  const word = generation && skipSpace(bytes, generation.end)
  if (!number || !generation || word === undefined || !startsWith(bytes, 'obj', word)) throw damaged('缺少对象', start)
  const object = parseObject({ bytes, placed: true }, word + 3)
  const next = skipSpace(bytes, object.end)
  const { value, end } = startsWith(bytes, 'stream', next)
    ? parseStream(bytes, object.value, next, lengthOf)
    : { value: object.value, end: next }
  if (!startsWith(bytes, 'endobj', end)) throw damaged('的对象没有结束', end)
  return { number: number.value, generation: generation.value, value, end: end + 6 }
}

function parseStream(
  bytes: Uint8Array,
  head: PdfObject,
  at: number,
  lengthOf: (length: PdfObject | undefined) => number | undefined,
): Parsed<PdfStream> {
  if (typeof head !== 'object' || head?.kind !== 'dictionary') throw damaged('的数据流没有字典', at)
  let start = at + 6
  if (bytes[start] === 13 && bytes[start + 1] === 10) start += 2
  else if (bytes[start] === 10) start += 1
  else throw damaged('的数据流开头不对', start)
  const length = lengthOf(head.entries.get('Length'))
  if (length === undefined || length < 0 || start + length > bytes.length) throw damaged('的数据流长度不对', at)
  const end = skipSpace(bytes, start + length)
  if (!startsWith(bytes, 'endstream', end)) throw damaged('的数据流长度不对', at)
  const data = bytes.subarray(start, start + length)
  return { value: { kind: 'stream', dictionary: head, data }, end: skipSpace(bytes, end + 9) }
}
