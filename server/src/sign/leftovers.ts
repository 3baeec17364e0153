import type { PdfFile, Revision } from '../pdf/file.ts'
import {
  integerOf,
  isArray,
  isDictionary,
  isReference,
  isSameValue,
  isStream,
  nameOf,
  type PdfObject,
  reference,
} from '../pdf/objects.ts'
import { isSameEntry, readXrefSection, type XrefEntry, type XrefSection } from '../pdf/xref.ts'
import type { Budget } from './comparison.ts'

/** What an xref stream of a later revision may say. */
export const STREAM_TRAILER_KEYS = [
  'Type',
  'Size',
  'Root',
  'Info',
  'ID',
  'Prev',
  'Index',
  'W',
  'Length',
  'Filter',
  'DecodeParms',
]

/** By these a reader that mends a file knows its catalog, its pages and its tables, also where a type is not written. */
const FRAME_KEYS = ['Root', 'Pages', 'Kids', 'Parent', 'W', 'Linearized', 'Extends']

/**
 * Whether objects that nobody reaches are what programs are known to leave behind: older records of validation data
 * (ETSI EN 319 142-1 5.4.2.3) with what they name, and an xref stream that says what the table says, as one library
 * writes beside every table.
 */
export function areLeftovers(file: PdfFile, index: number, numbers: ReadonlySet<number>, budget: Budget): boolean {
  const view = file.view(index)
  const objects = new Map([...numbers].map((number) => [number, view.resolve(reference(number))]))
  const left = new Set(numbers)
  const todo: PdfObject[] = [...objects.values()].filter((object) => typeOf(object) === 'VRI')
  for (const [number, object] of objects) if (typeOf(object) === 'VRI') left.delete(number)
  for (let object = todo.pop(); object !== undefined && --budget.left > 0; object = todo.pop()) {
    if (isReference(object)) {
      const named = left.delete(object.number) ? objects.get(object.number) : undefined
      if (named !== undefined) todo.push(named)
    } else if (isArray(object)) todo.push(...object.items)
    else if (isDictionary(object) || isStream(object)) {
      const { entries, repeated } = isStream(object) ? object.dictionary : object
      if (repeated || FRAME_KEYS.some((key) => entries.has(key)) || ![undefined, 'VRI'].includes(typeOf(object)))
        return false
      todo.push(...entries.values())
    }
  }
  const [echo, ...others] = left
  return todo.length === 0 && others.length === 0 && (echo === undefined || isEcho(file, index, echo, budget))
}

/** Undefined where it has none; a type that is not written out is none that is known. */
function typeOf(object: PdfObject): string | undefined {
  if (!isDictionary(object) && !isStream(object)) return undefined
  const type = (isStream(object) ? object.dictionary : object).entries.get('Type')
  return type === undefined ? undefined : (nameOf(type) ?? '')
}

/** It leads to the same objects, the same catalog and the same table before, and leaves no object of the revision out. */
function isEcho(file: PdfFile, index: number, number: number, budget: Budget): boolean {
  const view = file.view(index)
  const entry = view.entry(number)
  const [section] = (file.revisions[index] as Revision).sections
  if (entry?.kind !== 'offset' || !section || typeOf(view.resolve(reference(number))) !== 'XRef') return false
  const echo = readXrefSection(file.bytes, entry.offset)
  budget.left -= echo.entries.size
  return budget.left > 0 && leadsAsWell(echo, section) && [...section.entries].every(isListedIn(echo, number))
}

function leadsAsWell(echo: XrefSection, section: XrefSection): boolean {
  const [own, other] = [echo.trailer.entries, section.trailer.entries]
  return (
    echo.regular &&
    !echo.trailer.repeated &&
    [...own.keys()].every((key) => STREAM_TRAILER_KEYS.includes(key)) &&
    echo.previous === section.previous &&
    integerOf(own.get('Size')) === integerOf(other.get('Size')) &&
    ['Root', 'Info'].every((key) => isSameValue(own.get(key), other.get(key))) &&
    [...echo.entries.keys()].every((each) => section.entries.has(each))
  )
}

/** Most do not list themselves. */
function isListedIn(echo: XrefSection, itself: number): (listed: readonly [number, XrefEntry]) => boolean {
  return ([number, entry]) => {
    const same = echo.entries.get(number)
    return same ? isSameEntry(same, entry) : number === itself
  }
}
