import type { PdfFile, Revision } from './file.ts'
import {
  array,
  dictionary,
  integerOf,
  name,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
  reference,
  stream,
} from './objects.ts'
import { createSink, type Sink, serialize } from './serialize.ts'
import type { XrefSection } from './xref.ts'

/** Changes that are gathered and then appended as one revision; what stands in the file is never touched. */
export interface Update {
  /** Adds an object under a number that no revision has used. */
  add(object: PdfObject): PdfReference
  replace(target: PdfReference, object: PdfObject): void
  /** The newest state of an object: as replaced here, else as in the file. */
  read(object: PdfObject | undefined): PdfObject
  /** @param id second half of the trailer's /ID; the whole /ID is left as it is when absent */
  write(id?: Uint8Array): { readonly bytes: Uint8Array; readonly marks: ReadonlyMap<string, number> }
}

export function createUpdate(file: PdfFile): Update {
  const view = file.view()
  const changed = new Map<number, { readonly target: PdfReference; readonly object: PdfObject }>()
  let next = nextNumber(file)
  const replace = (target: PdfReference, object: PdfObject): void => {
    changed.set(target.number, { target, object })
  }
  return {
    replace,
    add(object) {
      const target = reference(next++)
      replace(target, object)
      return target
    },
    read(object) {
      const own = typeof object === 'object' && object?.kind === 'reference' ? changed.get(object.number) : undefined
      return own ? own.object : view.resolve(object)
    },
    write: (id) =>
      append(
        file,
        [...changed.values()].sort((a, b) => a.target.number - b.target.number),
        next,
        id,
      ),
  }
}

function nextNumber(file: PdfFile): number {
  let next = 1
  for (const { sections } of file.revisions)
    for (const { entries, trailer } of sections) {
      next = Math.max(next, integerOf(trailer.entries.get('Size')) ?? 0)
      for (const number of entries.keys()) next = Math.max(next, number + 1)
    }
  return next
}

interface Place {
  readonly number: number
  readonly generation: number
  readonly offset: number
}

function append(
  file: PdfFile,
  changes: readonly { readonly target: PdfReference; readonly object: PdfObject }[],
  next: number,
  id: Uint8Array | undefined,
): { bytes: Uint8Array; marks: ReadonlyMap<string, number> } {
  const sink = createSink(file.bytes.length)
  if (file.bytes.at(-1) !== 10) sink.text('\n')
  const places = changes.map(({ target, object }): Place => {
    const offset = sink.length
    sink.text(`${target.number} ${target.generation} obj\n`)
    serialize(object, sink)
    sink.text('\nendobj\n')
    return { ...target, offset }
  })
  const [head] = (file.revisions.at(-1) as Revision).sections as readonly [XrefSection]
  const start = sink.length
  const trailer = trailerEntries(file.view().trailer, head.offset, id)
  if (head.kind === 'stream') writeStream(sink, places, next, trailer)
  else writeTable(sink, places, next, trailer)
  sink.text(`startxref\n${start}\n%%EOF\n`)
  const tail = sink.whole()
  const bytes = new Uint8Array(file.bytes.length + tail.length)
  bytes.set(file.bytes)
  bytes.set(tail, file.bytes.length)
  return { bytes, marks: sink.marks }
}

function trailerEntries(
  old: PdfDictionary,
  previous: number,
  id: Uint8Array | undefined,
): Readonly<Record<string, PdfObject | undefined>> {
  const oldId = old.entries.get('ID')
  const first = typeof oldId === 'object' && oldId?.kind === 'array' ? oldId.items[0] : undefined
  const renewed = id && first !== undefined ? array([first, { kind: 'string', bytes: id, hex: true }]) : oldId
  return { Root: old.entries.get('Root'), Info: old.entries.get('Info'), ID: renewed, Prev: previous }
}

/** Runs of neighbouring object numbers, as both forms of the table want them. */
function runsOf(places: readonly Place[]): readonly (readonly Place[])[] {
  const runs: Place[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run && (run.at(-1) as Place).number + 1 === place.number) run.push(place)
    else runs.push([place])
  }
  return runs
}

function writeTable(
  sink: Sink,
  places: readonly Place[],
  next: number,
  trailer: Readonly<Record<string, PdfObject | undefined>>,
): void {
  sink.text('xref\n')
  for (const run of runsOf(places)) {
    sink.text(`${(run[0] as Place).number} ${run.length}\n`)
    for (const { offset, generation } of run)
      sink.text(`${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`)
  }
  sink.text('trailer\n')
  serialize(dictionary({ Size: next, ...trailer }), sink)
  sink.text('\n')
}

function writeStream(
  sink: Sink,
  places: readonly Place[],
  next: number,
  trailer: Readonly<Record<string, PdfObject | undefined>>,
): void {
  const all = [...places, { number: next, generation: 0, offset: sink.length }]
  const data = new Uint8Array(all.length * 7)
  const table = new DataView(data.buffer)
  all.forEach(({ offset, generation }, row) => {
    table.setUint8(row * 7, 1)
    table.setUint32(row * 7 + 1, offset)
    table.setUint16(row * 7 + 5, generation)
  })
  const index = runsOf(all).flatMap((run) => [(run[0] as Place).number, run.length])
  sink.text(`${next} 0 obj\n`)
  serialize(
    stream({ Type: name('XRef'), Size: next + 1, W: array([1, 4, 2]), Index: array(index), ...trailer }, data),
    sink,
  )
  sink.text('\nendobj\n')
}
