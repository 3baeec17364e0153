import { copyOf, faceOffsets, mayEmbed, normalisedHhea, readSfnt, type Sfnt, writeSfnt } from './sfnt.ts'

/** A face cut out of its file, ready to be parsed and embedded. */
interface FontFile {
  /** A font file of this face alone, metrics normalised. */
  readonly bytes: Uint8Array
  readonly embeddable: boolean
  /** What tells the face from any other: its table directory holds a check sum of every table. */
  readonly identity: Uint8Array
}

/**
 * Takes one face out of a TTF, OTF or TTC file.
 * @param index which face of a collection
 * @returns undefined if the bytes hold no such face
 */
export function extractFace(file: Uint8Array, index: number): FontFile | undefined {
  const offset = faceOffsets(file)[index]
  const sfnt = offset === undefined ? undefined : readSfnt(file, offset)
  const hhea = sfnt && normalisedHhea(sfnt)
  if (offset === undefined || sfnt === undefined || hhea === undefined) return undefined
  const identity = copyOf(file.subarray(offset, offset + 12 + 16 * sfnt.tables.size))
  return { bytes: offset === 0 ? patched(file, sfnt, hhea) : cutOut(sfnt, hhea), embeddable: mayEmbed(sfnt), identity }
}

function patched(file: Uint8Array, sfnt: Sfnt, hhea: Uint8Array): Uint8Array {
  const copy = copyOf(file)
  copy.set(hhea, sfnt.tables.get('hhea')!.byteOffset - file.byteOffset)
  return copy
}

function cutOut(sfnt: Sfnt, hhea: Uint8Array): Uint8Array {
  const tables = new Map(sfnt.tables).set('hhea', hhea)
  // A signature of the maker covers the collection.
  tables.delete('DSIG')
  return writeSfnt({ flavour: sfnt.flavour, tables })
}
