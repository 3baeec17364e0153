import {
  array,
  isArray,
  isDictionary,
  isReference,
  type PdfObject,
  type PdfReference,
  withEntries,
} from '../pdf/objects.ts'
import type { Update } from '../pdf/update.ts'

/** Appends to an array that stands in a dictionary or as an object of its own. */
export function addToList(update: Update, owner: PdfReference, key: string, item: PdfReference): void {
  const dictionary = update.read(owner)
  if (!isDictionary(dictionary)) return
  const entry = dictionary.entries.get(key)
  const list = appended(update.read(entry), item)
  if (isReference(entry)) update.replace(entry, list)
  else update.replace(owner, withEntries(dictionary, { [key]: list }))
}

/** The list with one more item; a new list where there was none. */
export function appended(list: PdfObject, item: PdfReference): PdfObject {
  return array([...(isArray(list) ? list.items : []), item])
}
