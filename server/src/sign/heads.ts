import { isWhite, startsWith } from '../pdf/lexer.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Where a reader that mends files would find an object in these bytes: at each `12 0 obj`, be it within a stream, a
 * string or a comment. White space and comments may stand between the three, and signs before the numbers: some readers
 * take `6 -0 obj` for object 6.
 */
export function objectHeads(bytes: Uint8Array, range: Range): readonly number[] {
  const heads: number[] = []
  for (let at = range.start; at + 3 <= range.end; at++) {
    if (bytes[at] !== 0x6f || !startsWith(bytes, 'obj', at)) continue
    const generation = digitsBefore(bytes, blankBefore(bytes, at, range.start), range.start)
    const gap = generation === undefined ? undefined : blankBefore(bytes, generation, range.start)
    const number = gap === undefined || gap === generation ? undefined : digitsBefore(bytes, gap, range.start)
    if (number !== undefined) heads.push(number)
  }
  return heads
}

/** How often a word of the file's frame stands in these bytes, wherever it is. */
export function countWord(bytes: Uint8Array, word: string, range: Range): number {
  let count = 0
  for (let at = range.start; at + word.length <= range.end; at++) if (startsWith(bytes, word, at)) count++
  return count
}

function digitsBefore(bytes: Uint8Array, end: number, floor: number): number | undefined {
  let at = end
  while (at > floor && isDigit(bytes[at - 1])) at--
  if (at === end) return undefined
  while (at > floor && isSign(bytes[at - 1])) at--
  return at
}

/** Begin of the white space and the comments that end at `end`. */
function blankBefore(bytes: Uint8Array, end: number, floor: number): number {
  let at = end
  for (;;) {
    let broken = false
    for (; at > floor && isWhite(bytes[at - 1]); at--) broken ||= isLineEnd(bytes[at - 1])
    const comment = broken ? commentBefore(bytes, at, floor) : undefined
    if (comment === undefined) return at
    at = comment
  }
}

/** Begin of the comment in the line that ends at `end`. */
function commentBefore(bytes: Uint8Array, end: number, floor: number): number | undefined {
  let comment: number | undefined
  for (let at = end; at > floor && !isLineEnd(bytes[at - 1]); at--) if (bytes[at - 1] === 0x25) comment = at - 1
  return comment
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39
}

function isSign(code: number | undefined): boolean {
  return code === 0x2b || code === 0x2d
}

function isLineEnd(code: number | undefined): boolean {
  return code === 10 || code === 13
}
