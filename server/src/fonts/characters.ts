/** Variation selectors, joiners, other format and control characters: they carry no glyph of their own. */
const INVISIBLE = /^[\p{Cf}\p{Cc}\p{Variation_Selector}]$/u

/** Private use: what old encodings left there prints differently, or not at all, on the next machine. */
const PRIVATE = /^\p{Co}$/u

/** True for characters that are never drawn and that no face needs to have. */
export function isInvisible(character: string): boolean {
  return INVISIBLE.test(character)
}

/** True for private-use characters: never text, whatever a face draws for them. */
export function isPrivateUse(character: string): boolean {
  return PRIVATE.test(character)
}
