/** PDF objects (ISO 32000-1 7.3) as immutable data. Numbers, booleans and null are themselves. */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfArray
  | PdfDictionary
  | PdfStream
  | PdfReference
  | PdfVerbatim

export interface PdfName {
  readonly kind: 'name'
  readonly name: string
}

export interface PdfString {
  readonly kind: 'string'
  readonly bytes: Uint8Array
  readonly hex: boolean
  /** Where the token stands in the file, brackets included; absent inside an object stream. */
  readonly at?: { readonly start: number; readonly end: number }
}

export interface PdfArray {
  readonly kind: 'array'
  readonly items: readonly PdfObject[]
}

export interface PdfDictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfObject>
  /** A key stands twice: readers disagree on which one counts. */
  readonly repeated: boolean
}

export interface PdfStream {
  readonly kind: 'stream'
  readonly dictionary: PdfDictionary
  /** As stored, filters not undone. */
  readonly data: Uint8Array
}

export interface PdfReference {
  readonly kind: 'reference'
  readonly number: number
  readonly generation: number
}

/** Bytes that are written as they are; the writer reports where they came to stand. Never read. */
export interface PdfVerbatim {
  readonly kind: 'verbatim'
  readonly bytes: Uint8Array
  readonly mark: string
}

export function name(text: string): PdfName {
  return { kind: 'name', name: text }
}

export function array(items: readonly PdfObject[]): PdfArray {
  return { kind: 'array', items }
}

export function reference(number: number, generation = 0): PdfReference {
  return { kind: 'reference', number, generation }
}

/** Whether two values are spelled alike; references are the same when they name the same object. Streams are not compared. */
export function isSameValue(a: PdfObject | undefined, b: PdfObject | undefined): boolean {
  if (isName(a)) return isName(b) && a.name === b.name
  if (isReference(a)) return isReference(b) && a.number === b.number && a.generation === b.generation
  if (isString(a))
    return isString(b) && a.bytes.length === b.bytes.length && a.bytes.every((byte, at) => byte === b.bytes[at])
  if (isArray(a))
    return (
      isArray(b) &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => isSameValue(item, b.items[index]))
    )
  if (isDictionary(a))
    return (
      isDictionary(b) &&
      a.entries.size === b.entries.size &&
      [...a.entries].every(([key, value]) => isSameValue(value, b.entries.get(key)))
    )
  return typeof a !== 'object' && a === b
}

/** Entries whose value is undefined are left out. */
export function dictionary(entries: Readonly<Record<string, PdfObject | undefined>>): PdfDictionary {
  const kept = Object.entries(entries).filter((entry): entry is [string, PdfObject] => entry[1] !== undefined)
  return { kind: 'dictionary', entries: new Map(kept), repeated: false }
}

/** A copy of `old` with some keys set, or removed where the value is undefined. */
export function withEntries(
  old: PdfDictionary,
  changes: Readonly<Record<string, PdfObject | undefined>>,
): PdfDictionary {
  const entries = new Map(old.entries)
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) entries.delete(key)
    else entries.set(key, value)
  }
  return { kind: 'dictionary', entries, repeated: false }
}

/** A stream with its /Length set. */
export function stream(entries: Readonly<Record<string, PdfObject | undefined>>, data: Uint8Array): PdfStream {
  return { kind: 'stream', dictionary: dictionary({ ...entries, Length: data.length }), data }
}

function ofKind<K extends NonNullable<Exclude<PdfObject, boolean | number>>['kind']>(kind: K) {
  return (object: PdfObject | undefined): object is Extract<PdfObject, { kind: K }> =>
    typeof object === 'object' && object !== null && object.kind === kind
}

const isName = ofKind('name')
export const isString = ofKind('string')
export const isArray = ofKind('array')
export const isDictionary = ofKind('dictionary')
export const isStream = ofKind('stream')
export const isReference = ofKind('reference')

/** The name's text, or undefined when the object is no name. */
export function nameOf(object: PdfObject | undefined): string | undefined {
  return isName(object) ? object.name : undefined
}

/** The number if it is a whole one that JavaScript holds exactly. */
export function integerOf(object: PdfObject | undefined): number | undefined {
  return Number.isSafeInteger(object) ? (object as number) : undefined
}
