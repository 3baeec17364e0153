import { codePointOf } from './cjk.ts'

/** Characters that show nothing but move, hide or turn round what stands beside them; and fillers that look like blanks. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115F\u1160\u3164\uFFA0]/gu

/** The longest common name that X.520 allows. */
const MAX_LENGTH = 64

/**
 * Text of strangers, such as a name in a certificate, so that it cannot pass for a sentence of ours: control and
 * formatting characters are written out as `〔U+202E〕`, and what is too long for a name is cut.
 */
export function visibleText(text: string): string {
  const points = [...text]
  const shown = points.slice(0, MAX_LENGTH).join('').replace(UNSEEN, writeOut)
  return points.length > MAX_LENGTH ? `${shown}…` : shown
}

function writeOut(character: string): string {
  return `〔${codePointOf(character)}〕`
}
