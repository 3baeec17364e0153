import type { PdfView } from '../pdf/file.ts'
import { integerOf, isArray, isDictionary, isString, nameOf, type PdfDictionary } from '../pdf/objects.ts'
import { readTextString } from './textString.ts'

/** What a signature allows to be changed after it (ISO 32000-1 12.8.2.2 DocMDP, 12.8.2.4 FieldMDP). */
export interface Permission {
  /** 1: nothing; 2: filling in and signing; 3: annotations too. Absent: not a certification. */
  readonly level: 1 | 2 | 3 | undefined
  /** Whether a field may no longer be filled in. */
  locks(field: string): boolean
}

/** Reads the /Reference entries of a signature dictionary. */
export function readPermission(signature: PdfDictionary, view: PdfView): Permission {
  let level: Permission['level']
  const locked: ((field: string) => boolean)[] = []
  const references = view.resolve(signature.entries.get('Reference'))
  for (const item of isArray(references) ? references.items : []) {
    const entry = view.resolve(item)
    if (!isDictionary(entry)) continue
    const parameters = view.resolve(entry.entries.get('TransformParams'))
    const method = nameOf(view.resolve(entry.entries.get('TransformMethod')))
    const given = isDictionary(parameters) ? parameters : undefined
    if (method === 'DocMDP') level = stricter(level, given && integerOf(view.resolve(given.entries.get('P'))))
    if (method === 'FieldMDP' && given) locked.push(readLock(given, view))
  }
  return { level, locks: (field) => locked.some((locks) => locks(field)) }
}

function stricter(old: Permission['level'], value: number | undefined): 1 | 2 | 3 {
  const level = value === 1 || value === 3 ? value : 2
  return old !== undefined && old < level ? old : level
}

/** /Action and /Fields of a lock; what is not understood locks everything. */
function readLock(lock: PdfDictionary, view: PdfView): (field: string) => boolean {
  const listed = view.resolve(lock.entries.get('Fields'))
  const names = (isArray(listed) ? listed.items : []).map((item) => {
    const text = view.resolve(item)
    return isString(text) ? readTextString(text.bytes) : ''
  })
  const named = (field: string): boolean => names.some((name) => field === name || field.startsWith(`${name}.`))
  switch (nameOf(view.resolve(lock.entries.get('Action')))) {
    case 'Include':
      return named
    case 'Exclude':
      return (field) => !named(field)
    default:
      return () => true
  }
}
