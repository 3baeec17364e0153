import type { PdfView } from '../pdf/file.ts'
import {
  integerOf,
  isArray,
  isDictionary,
  isReference,
  isStream,
  isString,
  nameOf,
  type PdfDictionary,
  type PdfObject,
} from '../pdf/objects.ts'

/** The file that is looked at, and bounds on looking, so that no nesting can hang the program or exhaust the stack. */
export interface Look {
  readonly view: PdfView
  readonly budget: { left: number }
  readonly depth: number
}

/** Whether an object has exactly the form that is described; references are followed. */
export type Shape = (object: PdfObject, look: Look) => boolean

/** A dictionary's keys; one that ends in `?` may be missing. */
type Keys = Readonly<Record<string, Shape>>

/** The entry itself: a file may call its keys `constructor`, too. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

const MAX_LOOKS = 100_000
const MAX_DEPTH = 8

/** Whether the object, which may be missing, has the shape. */
export function fits(object: PdfObject | undefined, shape: Shape, view: PdfView): boolean {
  return shape(object ?? null, { view, budget: { left: MAX_LOOKS }, depth: 0 })
}

function resolved(judge: (value: PdfObject, look: Look) => boolean): Shape {
  return (object, look) => --look.budget.left >= 0 && judge(look.view.resolve(object), look)
}

/** Inert where it stands: only that all of it is there and reached is checked, elsewhere. */
export const anything: Shape = () => true
export const nothing: Shape = resolved((value) => value === null)
export const aString: Shape = resolved((value) => isString(value))
export const aName: Shape = resolved((value) => nameOf(value) !== undefined)
export const aNumber: Shape = resolved((value) => typeof value === 'number')
export const aBoolean: Shape = resolved((value) => typeof value === 'boolean')
export const anInteger: Shape = resolved((value) => integerOf(value) !== undefined)

/** A number whose amount is at most this. */
export function numberUpTo(limit: number): Shape {
  return resolved((value) => typeof value === 'number' && Math.abs(value) <= limit)
}

/** A whole number between these two, both allowed. */
export function integerFrom(least: number, most: number): Shape {
  return resolved((value) => (integerOf(value) ?? least - 1) >= least && (integerOf(value) ?? most + 1) <= most)
}

/** A whole number that has no other bits set than these. */
export function flagsOf(bits: number): Shape {
  return resolved((value) => Number.isInteger(value) && ((value as number) | bits) === bits)
}

export function stringThat(suits: (bytes: Uint8Array) => boolean): Shape {
  return resolved((value) => isString(value) && suits(value.bytes))
}

/** One of these names. */
export function named(...names: readonly string[]): Shape {
  return resolved((value) => names.includes(nameOf(value) ?? ''))
}

/** Of one of these shapes. */
export function either(...shapes: readonly Shape[]): Shape {
  return (object, look) => shapes.some((shape) => shape(object, look))
}

export function listOf(shape: Shape, length?: number): Shape {
  return resolved(
    (value, look) =>
      isArray(value) &&
      (length === undefined || value.items.length === length) &&
      value.items.every((item) => shape(item, look)),
  )
}

/** A reference, and what it leads to. */
export function referenceTo(shape: Shape): Shape {
  return (object, look) => isReference(object) && shape(object, look)
}

/** A reference to the catalog of the file, and to no other. */
export function theCatalog(object: PdfObject, { view }: Look): boolean {
  const root = view.trailer.entries.get('Root')
  return isReference(object) && isReference(root) && object.number === root.number
}

/** Written where it is used, not as an object of its own. */
export function inPlace(shape: Shape): Shape {
  return (object, look) => !isReference(object) && shape(object, look)
}

/** A shape that may occur within itself, a few times. */
export function within(shape: Shape): Shape {
  return (object, look) => look.depth < MAX_DEPTH && shape(object, { ...look, depth: look.depth + 1 })
}

/** These keys and no others. */
export function dictionaryOf(keys: Keys): Shape {
  return resolved((value, look) => isDictionary(value) && hasKeys(value, keys, look))
}

/** Any keys that suit the pattern, all of one shape. */
export function tableOf(pattern: RegExp, shape: Shape): Shape {
  return resolved(
    (value, look) =>
      isDictionary(value) &&
      !value.repeated &&
      [...value.entries].every(([key, item]) => pattern.test(key) && shape(item, look)),
  )
}

/** A stream with these keys, those that tell how it is stored, and no others. */
export function streamOf(keys: Keys): Shape {
  const all = { ...keys, Length: anInteger, 'Filter?': filters, 'DecodeParms?': anything }
  return resolved((value, look) => isStream(value) && hasKeys(value.dictionary, all, look))
}

/** No /F beside them: the data would stand in another file. */
const filters: Shape = (object, look) => aName(object, look) || listOf(aName)(object, look)

function hasKeys({ entries, repeated }: PdfDictionary, keys: Keys, look: Look): boolean {
  const allowed = (key: string): Shape | undefined =>
    key.endsWith('?') ? undefined : (own(keys, key) ?? own(keys, `${key}?`))
  return (
    !repeated &&
    Object.keys(keys).every((key) => key.endsWith('?') || entries.has(key)) &&
    [...entries].every(([key, item]) => allowed(key)?.(item, look) ?? false)
  )
}
