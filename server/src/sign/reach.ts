import type { PdfFile, PdfView, Revision } from '../pdf/file.ts'
import {
  isArray,
  isDictionary,
  isReference,
  isSameValue,
  isStream,
  isString,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
} from '../pdf/objects.ts'
import type { XrefEntry, XrefSection } from '../pdf/xref.ts'
import type { Budget } from './comparison.ts'
import { areLeftovers, STREAM_TRAILER_KEYS } from './leftovers.ts'

const TRAILER_KEYS = ['Size', 'Root', 'Info', 'ID', 'Prev']

/**
 * Whether everything that a revision puts down hangs together: its trailer has the known keys only, each of its objects
 * is reached from the catalog or the document information, none names an object that is not there, and no dictionary
 * has a key twice. What leads nowhere has readers mend the file, each in its own way, and what nobody reaches can be
 * what they then find, unless it is one of the leftovers that some programs write.
 */
export function hangsTogether(file: PdfFile, index: number, budget: Budget): boolean {
  const { sections } = file.revisions[index] as Revision
  const fresh = freshEntries(file, index)
  if (!fresh || !sections.every((section) => hasKnownTrailer(section, file, index))) return false
  const view = file.view(index)
  const containers = new Set([...fresh.values()].flatMap((entry) => (entry.kind === 'packed' ? [entry.container] : [])))
  const needed = new Set([...fresh.keys()].filter((number) => !containers.has(number)))
  const listed = [...containers].every((container) => isListed(view.packedIn(container), container, fresh))
  const unreached = listed && unreachedOf(view, needed, containers, budget)
  return unreached && areLeftovers(file, index, unreached, budget)
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

/** Keys of their own that programs have put into a trailer are copied by those that come after. */
function hasKnownTrailer({ kind, trailer, hybrid }: XrefSection, file: PdfFile, index: number): boolean {
  const { entries, repeated } = trailer
  const known = kind === 'table' ? TRAILER_KEYS : STREAM_TRAILER_KEYS
  const id = entries.get('ID')
  const hasId = id === undefined || (isArray(id) && id.items.length === 2 && id.items.every(isString))
  const isKnown = ([key, value]: readonly [string, PdfObject]) =>
    known.includes(key) ||
    (key === 'XRefStm' ? hybrid?.adds === false : isCopied(lastValue(file, index, key), value, file.view(index)))
  return !repeated && hasId && [...entries].every(isKnown)
}

/** What the latest trailer before a revision that has a key says. */
function lastValue(file: PdfFile, index: number, key: string): PdfObject | undefined {
  for (let before = index - 1; before >= 0; before--) {
    const value = file.view(before).trailer.entries.get(key)
    if (value !== undefined) return value
  }
  return undefined
}

/** Some programs copy a list and give its streams new numbers, but not the streams: what is not there is nothing to anybody. */
function isCopied(old: PdfObject | undefined, now: PdfObject | undefined, view: PdfView): boolean {
  if (isArray(old) && isArray(now))
    return old.items.length === now.items.length && old.items.every((item, nth) => isCopied(item, now.items[nth], view))
  return isSameValue(old, now) || (isReference(old) && isReference(now) && !isThere(view, now))
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

/** Those of the needed objects that nobody reaches; false where a way leads nowhere, or where there are too many. */
function unreachedOf(
  view: PdfView,
  needed: ReadonlySet<number>,
  containers: ReadonlySet<number>,
  budget: Budget,
): ReadonlySet<number> | false {
  const unreached = new Set(needed)
  const seen = new Set<number>()
  const { Root, Info } = Object.fromEntries(view.trailer.entries)
  const roots = [
    Root,
    Info,
    ...[...containers].map((number): PdfReference => ({ kind: 'reference', number, generation: 0 })),
  ]
  const todo: Step[] = roots.map((object = null) => ({ object, fresh: true }))
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
      unreached.delete(object.number)
      todo.push({ object: view.resolve(object), fresh: own || containers.has(object.number) })
    } else if (isArray(object)) for (const item of object.items) todo.push({ object: item, fresh })
    else if (isDictionary(object) || isStream(object)) {
      const { entries, repeated }: PdfDictionary = isStream(object) ? object.dictionary : object
      if (fresh && repeated) return false
      for (const item of entries.values()) todo.push({ object: item, fresh })
    }
  }
  return todo.length === 0 && unreached
}

function isThere(view: PdfView, { number, generation }: PdfReference): boolean {
  const entry = view.entry(number)
  return entry?.kind === 'offset' ? entry.generation === generation : entry?.kind === 'packed' && generation === 0
}
