import type { PdfFile, PdfView, Revision } from '../pdf/file.ts'
import {
  isArray,
  isDictionary,
  isReference,
  isStream,
  isString,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
} from '../pdf/objects.ts'
import type { XrefEntry, XrefSection } from '../pdf/xref.ts'
import type { Budget } from './comparison.ts'

const TRAILER_KEYS = ['Size', 'Root', 'Info', 'ID', 'Prev']
const STREAM_TRAILER_KEYS = [
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

/**
 * Whether everything that a revision puts down hangs together: its trailer has the known keys only, each of its objects
 * is reached from the catalog or the document information, none names an object that is not there, and no dictionary
 * has a key twice. What nobody reaches, and what leads nowhere, has readers mend the file, each in its own way.
 */
export function hangsTogether(file: PdfFile, index: number, budget: Budget): boolean {
  const { sections } = file.revisions[index] as Revision
  const fresh = freshEntries(file, index)
  if (!fresh || !sections.every(hasKnownTrailer)) return false
  const view = file.view(index)
  const containers = new Set([...fresh.values()].flatMap((entry) => (entry.kind === 'packed' ? [entry.container] : [])))
  const needed = new Set([...fresh.keys()].filter((number) => !containers.has(number)))
  const listed = [...containers].every((container) => isListed(view.packedIn(container), container, fresh))
  return listed && reachesAll(view, needed, containers, budget)
}

/** The object stream is of this revision, too; the table names all objects in it, and it has each once and in order. */
function isListed(
  { numbers, orderly }: ReturnType<PdfView['packedIn']>,
  container: number,
  fresh: ReadonlyMap<number, XrefEntry>,
): boolean {
  return (
    orderly &&
    fresh.get(container)?.kind === 'offset' &&
    new Set(numbers).size === numbers.length &&
    numbers.every((number) => {
      const entry = fresh.get(number)
      return entry?.kind === 'packed' && entry.container === container
    })
  )
}

function hasKnownTrailer({ kind, trailer: { entries, repeated } }: XrefSection): boolean {
  const known = kind === 'table' ? TRAILER_KEYS : STREAM_TRAILER_KEYS
  const id = entries.get('ID')
  const hasId = id === undefined || (isArray(id) && id.items.length === 2 && id.items.every(isString))
  return !repeated && hasId && [...entries.keys()].every((key) => known.includes(key))
}

/** The objects that a revision puts down, its tables left out; undefined when a number has another generation than before. */
function freshEntries(file: PdfFile, index: number): ReadonlyMap<number, XrefEntry> | undefined {
  const { sections } = file.revisions[index] as Revision
  const [before, after] = [file.view(index - 1), file.view(index)]
  const tables = new Set(sections.map(({ offset }) => offset))
  const numbers = new Set(sections.flatMap(({ entries }) => [...entries.keys()]))
  const fresh = new Map<number, XrefEntry>()
  for (const number of numbers) {
    const entry = after.entry(number)
    if (!entry || entry.kind === 'free' || isSame(before.entry(number), entry)) continue
    if (entry.kind === 'offset' && entry.generation !== generationOf(before.entry(number))) return undefined
    if (entry.kind === 'packed' || !tables.has(entry.offset)) fresh.set(number, entry)
  }
  return fresh
}

/** A number that is used anew keeps its generation; some readers do not heed it at all. */
function generationOf(entry: XrefEntry | undefined): number {
  return entry?.kind === 'offset' ? entry.generation : 0
}

function isSame(a: XrefEntry | undefined, b: XrefEntry): boolean {
  if (a?.kind === 'offset' && b.kind === 'offset') return a.offset === b.offset
  return a?.kind === 'packed' && b.kind === 'packed' && a.container === b.container && a.index === b.index
}

interface Step {
  readonly object: PdfObject
  /** It stands in the revision itself; what older ones hold is covered by the signature, right or wrong. */
  readonly fresh: boolean
}

function reachesAll(
  view: PdfView,
  needed: ReadonlySet<number>,
  containers: ReadonlySet<number>,
  budget: Budget,
): boolean {
  const seen = new Set<number>()
  const { Root, Info } = Object.fromEntries(view.trailer.entries)
  const roots = [
    Root,
    Info,
    ...[...containers].map((number): PdfReference => ({ kind: 'reference', number, generation: 0 })),
  ]
  const todo: Step[] = roots.map((object = null) => ({ object, fresh: true }))
  let missing = needed.size
  for (let step = todo.pop(); step && --budget.left > 0; step = todo.pop()) {
    const { object, fresh } = step
    if (isReference(object)) {
      if (!isThere(view, object)) {
        if (fresh) return false
        continue
      }
      if (seen.has(object.number)) continue
      seen.add(object.number)
      const own = needed.has(object.number)
      if (own) missing--
      todo.push({ object: view.resolve(object), fresh: own || containers.has(object.number) })
    } else if (isArray(object)) for (const item of object.items) todo.push({ object: item, fresh })
    else if (isDictionary(object) || isStream(object)) {
      const { entries, repeated }: PdfDictionary = isStream(object) ? object.dictionary : object
      if (fresh && repeated) return false
      for (const item of entries.values()) todo.push({ object: item, fresh })
    }
  }
  return missing === 0 && todo.length === 0
}

function isThere(view: PdfView, { number, generation }: PdfReference): boolean {
  const entry = view.entry(number)
  return entry?.kind === 'offset' ? entry.generation === generation : entry?.kind === 'packed' && generation === 0
}
