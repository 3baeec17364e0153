import { decodeData } from '../../server/src/pdf/content/filters.ts'
import { readOperators } from '../../server/src/pdf/content/tokens.ts'
import { openPdf, type PdfView } from '../../server/src/pdf/file.ts'
import {
  isArray,
  isDictionary,
  isStream,
  isString,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
} from '../../server/src/pdf/objects.ts'
import { readPages } from '../../server/src/pdf/pages.ts'
import { readTextString } from '../../server/src/sign/textString.ts'

/** A stream of operators and the resources that it names. */
export interface Content {
  readonly operators: readonly { readonly operator: string; readonly operands: readonly PdfObject[] }[]
  readonly resources: Values
}

/** A dictionary as one reads it: references followed, strings decoded. */
export interface Values {
  readonly keys: readonly string[]
  at(key: string): PdfObject
  dictionary(key: string): Values
  list(key: string): readonly PdfObject[]
  text(key: string): string | undefined
  name(key: string): string | undefined
}

/** A finished PDF, object by object. */
export interface Archive {
  readonly bytes: Uint8Array
  readonly root: Values
  readonly trailer: Values
  readonly pages: readonly Values[]
  /** Every object of the newest revision, and every dictionary inside one. */
  readonly dictionaries: readonly Values[]
  readonly streams: readonly PdfStream[]
  readonly contents: readonly Content[]
  /** What decodes a stream. */
  decode(stream: PdfObject): Uint8Array
  values(object: PdfObject): Values
}

export function openArchive(bytes: Uint8Array): Archive {
  const view = openPdf(bytes).view()
  const objects = allObjects(view)
  const values = (object: PdfObject) => valuesOf(view, object)
  const decode = (stream: PdfObject) => (isStream(stream) && decodeData(view, stream)) || new Uint8Array()
  const streams = objects.filter(isStream)
  const pages = readPages(view).map(values)
  const forms = streams.filter(({ dictionary }) => values(dictionary).name('Subtype') === 'Form')
  const contents = [
    ...pages.map((page) => contentOf(decode(page.at('Contents')), page.dictionary('Resources'))),
    ...forms.map((form) => contentOf(decode(form), values(form).dictionary('Resources'))),
  ]
  const root = values(view.trailer.entries.get('Root') ?? null)
  const dictionaries = objects.flatMap((object) => dictionariesIn(object)).map(values)
  return { bytes, root, trailer: values(view.trailer), pages, dictionaries, streams, contents, decode, values }
}

function allObjects(view: PdfView): readonly PdfObject[] {
  const size = view.trailer.entries.get('Size')
  const numbers = Array.from({ length: Number(size) }, (_, number) => number)
  return numbers.map((number) => view.resolve({ kind: 'reference', number, generation: 0 }))
}

function dictionariesIn(object: PdfObject): readonly PdfDictionary[] {
  if (isStream(object)) return dictionariesIn(object.dictionary)
  if (isArray(object)) return object.items.flatMap(dictionariesIn)
  return isDictionary(object) ? [object, ...[...object.entries.values()].flatMap(dictionariesIn)] : []
}

function contentOf(bytes: Uint8Array, resources: Values): Content {
  const operators: Content['operators'][number][] = []
  readOperators(bytes, (operator, operands) => {
    operators.push({ operator, operands })
    return true
  })
  return { operators, resources }
}

function valuesOf(view: PdfView, object: PdfObject): Values {
  const resolved = view.resolve(object)
  const dictionary = isStream(resolved) ? resolved.dictionary : resolved
  const entries = isDictionary(dictionary) ? dictionary.entries : new Map<string, PdfObject>()
  const at = (key: string) => view.resolve(entries.get(key))
  const ofKind = <T extends PdfObject, R>(key: string, is: (value: PdfObject) => value is T, read: (value: T) => R) => {
    const value = at(key)
    return is(value) ? read(value) : undefined
  }
  return {
    keys: [...entries.keys()],
    at,
    dictionary: (key) => valuesOf(view, entries.get(key) ?? null),
    list: (key) => ofKind(key, isArray, ({ items }) => items.map((item) => view.resolve(item))) ?? [],
    text: (key) => ofKind(key, isString, ({ bytes }) => readTextString(bytes)),
    name: (key) => nameOf(at(key)),
  }
}
