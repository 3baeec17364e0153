import { isRegular, isWhite, latin1, skipSpace } from '../lexer.ts'
import type { PdfObject } from '../objects.ts'
import { parseObject } from '../parser.ts'

/** Operands beyond this are dropped: a hundred ranges of a CMap have three each, and a hostile stream might have millions. */
const MAX_OPERANDS = 400

/** Numbers of one array, `TJ` included. */
const MAX_ITEMS = 100_000

/** Bytes of a string or dictionary. */
const MAX_OPERAND = 1 << 16

/** Strings and dictionaries that cannot be read, before a stream is given up. */
const MAX_FAILURES = 1000

/** Characters of a keyword or number. */
const MAX_WORD = 128

/**
 * Reads a content stream or a CMap, which share one syntax, and calls `handle` for every operator with its operands.
 * What cannot be read is passed over, as viewers do: a page with one odd operator still shows its text.
 * @param handle returns false to stop
 */
export function readOperators(
  bytes: Uint8Array,
  handle: (operator: string, operands: readonly PdfObject[]) => boolean,
): void {
  let operands: PdfObject[] = []
  let failures = 0
  let at = skipSpace(bytes, 0)
  while (at < bytes.length && failures < MAX_FAILURES) {
    const operand = readOperand(bytes, at)
    if (operand !== undefined) {
      if (operands.length < MAX_OPERANDS) operands.push(operand.value)
      at = skipSpace(bytes, operand.end)
      continue
    }
    const word = readKeyword(bytes, at)
    at += Math.max(1, word.length)
    if (word === '') failures++
    if (word === 'BI') at = skipInlineImage(bytes, at)
    if (word !== '' && !handle(word, operands)) return
    operands = []
    at = skipSpace(bytes, at)
  }
}

function readKeyword(bytes: Uint8Array, start: number): string {
  let at = start
  while (at < bytes.length && isRegular(bytes[at]) && at - start < MAX_WORD) at++
  return latin1(bytes.subarray(start, at))
}

interface Operand {
  readonly value: PdfObject
  readonly end: number
}

/** The operand at `at`, or undefined where an operator or an unreadable byte stands. */
function readOperand(bytes: Uint8Array, at: number): Operand | undefined {
  const code = bytes[at] as number
  if (isNumberStart(code)) return readNumber(bytes, at)
  if (code === 0x5b) return readArray(bytes, at)
  if (code === 0x2f || code === 0x28 || code === 0x3c) return readStrictly(bytes, at)
  return undefined
}

/**
 * Names, strings and dictionaries are spelled as elsewhere in the file. What does not end soon is not one: else each of
 * many that never end would be read to the end of the stream.
 */
function readStrictly(bytes: Uint8Array, at: number): Operand | undefined {
  try {
    const { value, end } = parseObject({ bytes: bytes.subarray(at, at + MAX_OPERAND), placed: false }, 0)
    return { value, end: at + end }
  } catch {
    return undefined
  }
}

function isNumberStart(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 0x2d || code === 0x2b || code === 0x2e
}

/** A number, forgiving what viewers forgive: `--5`, `1.2-3`, `.`; never a reference, which content does not have. */
function readNumber(bytes: Uint8Array, start: number): Operand {
  let at = start
  let negative = false
  let value = 0
  let scale = 0
  for (; at < bytes.length; at++) {
    const code = bytes[at] as number
    if (code >= 48 && code <= 57) {
      value = scale === 0 ? value * 10 + code - 48 : value + (code - 48) * scale
      if (scale !== 0) scale /= 10
    } else if (code === 0x2e && scale === 0) scale = 0.1
    else if (code === 0x2d && at === start) negative = true
    else if (code !== 0x2d && code !== 0x2b && code !== 0x2e) break
    else if (value !== 0 || scale !== 0) {
      while (at < bytes.length && isRegular(bytes[at])) at++
      break
    }
  }
  return { value: negative ? -value : value, end: Math.max(at, start + 1) }
}

function readArray(bytes: Uint8Array, start: number): Operand | undefined {
  const items: PdfObject[] = []
  let at = skipSpace(bytes, start + 1)
  while (at < bytes.length && bytes[at] !== 0x5d) {
    // No operator takes arrays within arrays: their brackets are passed over.
    const item = bytes[at] === 0x5b ? undefined : readOperand(bytes, at)
    if (item === undefined) {
      // A string without an end swallows what follows.
      if (bytes[at] === 0x28 || bytes[at] === 0x3c) return { value: { kind: 'array', items }, end: bytes.length }
      at = skipSpace(bytes, at + Math.max(1, readKeyword(bytes, at).length))
      continue
    }
    if (items.length < MAX_ITEMS) items.push(item.value)
    at = skipSpace(bytes, item.end)
  }
  return { value: { kind: 'array', items }, end: at + 1 }
}

/** Place behind the `EI` of an inline image, whose data may hold any bytes (8.9.7). */
function skipInlineImage(bytes: Uint8Array, start: number): number {
  let at = start
  while (
    at < bytes.length &&
    !(bytes[at] === 0x49 && bytes[at + 1] === 0x44 && isWhite(bytes[at + 2]) && isWhite(bytes[at - 1]))
  )
    at++
  for (at += 3; at < bytes.length; at++) {
    const ends = bytes[at] === 0x45 && bytes[at + 1] === 0x49 && isWhite(bytes[at - 1])
    if (ends && (at + 2 >= bytes.length || isWhite(bytes[at + 2])) && looksLikeContent(bytes, at + 2)) return at + 2
  }
  return bytes.length
}

/** Behind the data of an image comes text again: the next bytes are printable. */
function looksLikeContent(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < Math.min(bytes.length, start + 10); at++) {
    const code = bytes[at] as number
    if (!isWhite(code) && (code < 32 || code > 126)) return false
  }
  return true
}
