import { BLANK_CLASS } from './blanks.ts'
import { DIRECTIVE_NAMES } from './directiveNames.ts'

// The pre-pass works line by line and never changes a length: every offset of what micromark reads is an offset of the source.

const LINES = /[^\n\r\v\f\u2028\u2029]+|[\v\f\u2028\u2029]/g
const INK = new RegExp(`[^${BLANK_CLASS}](?:.*[^${BLANK_CLASS}])?`, 's')

const LABEL = '(?:[[［]((?:[^[\\]［］]|[[［][^[\\]［］]*[\\]］])*)[\\]］])?'
const ATTRIBUTES = '(?:[{｛]([^{}｛｝]*)[}｝])?'
const DIRECTIVE = new RegExp(`^([:：]{2,})(${DIRECTIVE_NAMES.join('|')})${LABEL}${ATTRIBUTES}$`)
const CLOSING_FENCE = /^[:：]{3,}$/

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '＝': '=',
  '“': '"',
  '”': '"',
  '＂': '"',
  '\u3000': ' ',
  '\u00a0': ' ',
}

/** More marks than any line of a document has; micromark's time grows with their square. */
const MOST_MARKS = 400
const FLOODING = '*_!\\'
/** Longer than any file name: what stands in the braces of a directive beyond it is not read. */
const MOST_ATTRIBUTES = 1000

/** The text as micromark is to read it: blanks around a line are spaces, every line end is LF or CR, directives are in half-width ASCII with two colons. */
export function prepare(text: string): string {
  return text.replace(LINES, (line: string, offset: number) => {
    if (line.length === 1 && '\v\f\u2028\u2029'.includes(line)) return text[offset - 1] === '\r' ? '\r' : '\n'
    return prepareLine(line)
  })
}

function prepareLine(line: string): string {
  const ink = INK.exec(line)
  if (!ink) return ' '.repeat(line.length)
  return ' '.repeat(ink.index) + withoutFlood(prepareInk(ink[0])) + ' '.repeat(line.length - ink.index - ink[0].length)
}

function prepareInk(ink: string): string {
  if (ink[0] !== ':' && ink[0] !== '：') return ink
  if (CLOSING_FENCE.test(ink)) return ':'.repeat(ink.length)
  const directive = DIRECTIVE.exec(ink)
  if (!directive) return ink
  const [, colons = '', name = '', label, attributes] = directive
  // With a dot for its first colon micromark takes the line for text, of whose length its time does not depend.
  if ((attributes?.length ?? 0) > MOST_ATTRIBUTES) return `.${ink.slice(1)}`
  const opening = `${' '.repeat(colons.length - 2)}::${name}`
  const middle = label === undefined ? '' : `[${label}]`
  const tail =
    attributes === undefined ? '' : `{${attributes.replace(/[＝“”＂\u3000\u00a0]/g, (c) => HALF_WIDTH[c] ?? c)}}`
  return opening + middle + tail
}

/** A line flooded with marks is read as plain text, so that no input makes the parser hang. */
function withoutFlood(ink: string): string {
  let marks = 0
  for (let at = 0; at < ink.length && marks <= MOST_MARKS; at++) if (FLOODING.includes(ink[at] as string)) marks++
  return marks > MOST_MARKS ? ink.replace(/[*_!\\]/g, '.') : ink
}
