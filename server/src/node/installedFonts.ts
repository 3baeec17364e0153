import { type FileHandle, open } from 'node:fs/promises'
import getSystemFontsModule from 'get-system-fonts'
import { foldName, readNames } from '../fonts/nameTable.ts'
import type { Sfnt } from '../fonts/sfnt.ts'

/** Where a face lies: a file, and which face of a collection. */
export interface FontPlace {
  readonly path: string
  readonly index: number
}

// A CommonJS package with a `default` property: Node hands over the whole module, bundlers the property.
const getSystemFonts = ((getSystemFontsModule as { default?: unknown }).default ??
  getSystemFontsModule) as typeof getSystemFontsModule.default

const MOST_FACES = 64
const MOST_TABLES = 128
const LARGEST_NAME_TABLE = 1 << 20

/**
 * All installed faces by folded name, those in `folders` included. Only directories and name tables are read; unreadable
 * files are passed over.
 */
export async function installedFaces(folders: readonly string[]): Promise<ReadonlyMap<string, FontPlace>> {
  const places = new Map<string, FontPlace>()
  const paths = await getSystemFonts({ extensions: ['ttf', 'otf', 'ttc'], additionalFolders: [...folders] })
  for (const path of paths.sort()) {
    const faces = await namesOfFile(path).catch(() => [])
    for (const [index, names] of faces.entries()) {
      for (const name of names) if (!places.has(foldName(name))) places.set(foldName(name), { path, index })
    }
  }
  return places
}

async function namesOfFile(path: string): Promise<readonly (readonly string[])[]> {
  const file = await open(path)
  try {
    const faces: (readonly string[])[] = []
    for (const offset of await directoryOffsets(file)) faces.push(readNames(await nameTableOnly(file, offset)))
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

async function nameTableOnly(file: FileHandle, offset: number): Promise<Sfnt> {
  const head = await readAt(file, offset, 12)
  const count = Math.min(head.getUint16(4), MOST_TABLES)
  const directory = await readAt(file, offset + 12, 16 * count)
  const tables = new Map<string, Uint8Array>()
  for (let at = 0; at < 16 * count; at += 16) {
    if (directory.getUint32(at) !== 0x6e616d65) continue
    const length = Math.min(directory.getUint32(at + 12), LARGEST_NAME_TABLE)
    const table = await readAt(file, directory.getUint32(at + 8), length)
    tables.set('name', new Uint8Array(table.buffer, 0, table.byteLength))
  }
  return { flavour: head.getUint32(0), tables }
}
