/** Character classes and small scanners of PDF syntax (ISO 32000-1 7.2). */

const WHITE = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) WHITE[code] = 1
const DELIMITER = new Uint8Array(256)
for (const character of '()<>[]{}/%') DELIMITER[character.charCodeAt(0)] = 1

/** White space of ISO 32000-1 7.2.2; false behind the end. */
export function isWhite(code: number | undefined): boolean {
  return code !== undefined && WHITE[code] === 1
}

/** Ordinary character: part of a number, name or keyword. */
export function isRegular(code: number | undefined): boolean {
  return code !== undefined && WHITE[code] === 0 && DELIMITER[code] === 0
}

/** Only white space between two places, which follow each other. */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  if (start > end) return false
  for (let at = start; at < end; at++) if (!isWhite(bytes[at])) return false
  return true
}

/** The next place that is neither white space nor comment. */
export function skipSpace(bytes: Uint8Array, start: number, end: number = bytes.length): number {
  let at = start
  while (at < end) {
    const code = bytes[at] as number
    if (code === 0x25) {
      while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at++
    } else if (WHITE[code] === 1) at++
    else break
  }
  return at
}

/** The run of ordinary characters that begins at `start`. */
export function readWord(bytes: Uint8Array, start: number, end: number = bytes.length): string {
  let at = start
  while (at < end && isRegular(bytes[at])) at++
  return latin1(bytes.subarray(start, at))
}

/** Whether these ASCII characters stand at a place; false where the bytes end before. */
export function startsWith(bytes: Uint8Array, text: string, at: number): boolean {
  if (at < 0 || at + text.length > bytes.length) return false
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** A whole number without sign, or undefined; `end` is the place behind it. */
export function readDigits(bytes: Uint8Array, start: number): { value: number; end: number } | undefined {
  let at = start
  let value = 0
  while (at < bytes.length && at - start < 16) {
    const digit = (bytes[at] as number) - 48
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
    at++
  }
  return at === start || !Number.isSafeInteger(value) ? undefined : { value, end: at }
}

/** Bytes as characters of the same code. */
export function latin1(bytes: Uint8Array): string {
  // Most are words of a few letters, for which a call by list costs more than the letters.
  let text = ''
  if (bytes.length <= 32) for (const byte of bytes) text += String.fromCharCode(byte)
  else for (let at = 0; at < bytes.length; at += 4096) text += fromCodes(bytes.subarray(at, at + 4096))
  return text
}

/** By `apply`, which takes the bytes as they lie; spreading them goes through an iterator and takes ten times as long. */
function fromCodes(bytes: Uint8Array): string {
  return Reflect.apply(String.fromCharCode, undefined, bytes)
}

/** Characters up to U+00FF as bytes of the same code. */
export function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
