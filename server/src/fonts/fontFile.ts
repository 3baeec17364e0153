import { faceOffsets, mayEmbed, normalisedHhea, readSfnt, type Sfnt, writeSfnt } from './sfnt.ts'

/** A face cut out of its file, ready to be parsed and embedded. */
export interface FontFile {
  /** A font file of this face alone, metrics normalised. */
  readonly bytes: Uint8Array
  readonly embeddable: boolean
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
  if (sfnt === undefined || hhea === undefined) return undefined
  const tables = new Map(sfnt.tables).set('hhea', hhea)
  // A digital signature of the maker no longer holds.
  tables.delete('DSIG')
  const face: Sfnt = { flavour: sfnt.flavour, tables }
  return { bytes: writeSfnt(face), embeddable: mayEmbed(face) }
}
