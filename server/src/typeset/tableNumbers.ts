import type { Pt } from '../standard/units.ts'

/** A column of numbers: the widest parts before and from the decimal point on. */
export interface NumberColumn {
  readonly before: Pt
  readonly behind: Pt
}

const NUMBER = /^[-−+±]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?[%％‰]?$/
/** What stands in place of a number. */
const NO_NUMBER = /^(?:[-−—–/／…]*|无|——|……)$/

/** Where a number is parted: `12.50%` into `12` and `.50%`, `3%` into `3` and `%`. Undefined: no number. */
export function partNumber(text: string): readonly [before: string, behind: string] | undefined {
  if (!NUMBER.test(text)) return undefined
  const at = /[.%％‰]/.exec(text)?.index ?? text.length
  return [text.slice(0, at), text.slice(at)]
}

/**
 * Whether the texts of a column are numbers that align on the decimal point, and how wide they are; undefined for a
 * column with other texts and for one without a number.
 */
export function numberColumn(texts: Iterable<string>, width: (text: string) => Pt): NumberColumn | undefined {
  let column: NumberColumn | undefined
  for (const text of texts) {
    const parts = partNumber(text)
    if (!parts && !NO_NUMBER.test(text)) return undefined
    if (!parts) continue
    column = {
      before: Math.max(column?.before ?? 0, width(parts[0])),
      behind: Math.max(column?.behind ?? 0, width(parts[1])),
    }
  }
  return column
}
