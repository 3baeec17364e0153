import { type FileHandle, open } from 'node:fs/promises'
import getSystemFontsModule from 'get-system-fonts'
import { foldName, readNames } from '../fonts/nameTable.ts'
import { distanceFromRegular, type Sfnt } from '../fonts/sfnt.ts'

/** Where a face lies: a file, and which face of a collection. */
export interface FontPlace {
  readonly path: string
  readonly index: number
}

// A CommonJS package with a `default` property: Node hands over the whole module, bundlers the property.
const getSystemFonts = ((getSystemFontsModule as { default?: unknown }).default ??
  getSystemFontsModule) as typeof getSystemFontsModule.default

const FILES_AT_ONCE = 32
const MOST_FACES = 64
const MOST_TABLES = 128
const LARGEST_TABLE = 1 << 20
const TAGS = new Map([
  [0x6e616d65, 'name'],
  [0x4f532f32, 'OS/2'],
])

/**
 * All installed faces by folded name, those in `folders` included. Of several styles of one name the regular one counts.
 * Only directories, names and weights are read; unreadable files are passed over.
 */
export async function installedFaces(folders: readonly string[]): Promise<ReadonlyMap<string, FontPlace>> {
  const places = new Map<string, Face>()
  const paths = await getSystemFonts({ extensions: ['ttf', 'otf', 'ttc'], additionalFolders: [...folders] })
  paths.sort()
  for (let at = 0; at < paths.length; at += FILES_AT_ONCE) {
    const files = paths.slice(at, at + FILES_AT_ONCE)
    const faces = await Promise.all(files.map((path) => facesOfFile(path).catch(() => [])))
    for (const { names, ...face } of faces.flat()) {
      for (const name of names.map(foldName)) {
        const rival = places.get(name)
        if (rival === undefined || face.distance < rival.distance) places.set(name, face)
      }
    }
  }
  return places
}

interface Face extends FontPlace {
  /** From the regular face of the family: all styles of a family carry its name. */
  readonly distance: number
}

async function facesOfFile(path: string): Promise<readonly (Face & { readonly names: readonly string[] })[]> {
  const file = await open(path)
  try {
    const faces: (Face & { readonly names: readonly string[] })[] = []
    for (const [index, offset] of (await directoryOffsets(file)).entries()) {
      const sfnt = await namingTables(file, offset)
      faces.push({ path, index, distance: distanceFromRegular(sfnt), names: readNames(sfnt) })
    }
    return faces
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<DataView> {
  const buffer = new Uint8Array(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return new DataView(buffer.buffer, 0, bytesRead)
}

async function directoryOffsets(file: FileHandle): Promise<readonly number[]> {
  const head = await readAt(file, 0, 12)
  if (head.getUint32(0) !== 0x74746366) return [0]
  const count = Math.min(head.getUint32(8), MOST_FACES)
  const offsets = await readAt(file, 12, 4 * count)
  return Array.from({ length: count }, (_, index) => offsets.getUint32(4 * index))
}

/** The tables that tell faces apart. */
async function namingTables(file: FileHandle, offset: number): Promise<Sfnt> {
  const head = await readAt(file, offset, 12)
  const count = Math.min(head.getUint16(4), MOST_TABLES)
  const directory = await readAt(file, offset + 12, 16 * count)
  const tables = new Map<string, Uint8Array>()
  for (let at = 0; at < 16 * count; at += 16) {
    const tag = TAGS.get(directory.getUint32(at))
    if (tag === undefined) continue
    const length = Math.min(directory.getUint32(at + 12), LARGEST_TABLE)
    const table = await readAt(file, directory.getUint32(at + 8), length)
    tables.set(tag, new Uint8Array(table.buffer, 0, table.byteLength))
  }
  return { flavour: head.getUint32(0), tables }
}
