import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

type Translations = Readonly<Record<string, string>>

/**
 * What is said in another language, by the Chinese sentence: the bundle that client and server share, and the packed one with all
 * that rules and elements say. One that cannot be read leaves its sentences in Chinese.
 */
export async function readTranslations(shared: URL, packed: URL): Promise<Translations> {
  const [common, own] = await Promise.all([
    read(shared, async (bytes) => bytes),
    read(packed, (bytes) => promisify(brotliDecompress)(bytes)),
  ])
  return { ...common, ...own }
}

async function read(file: URL, unpack: (bytes: Uint8Array) => Promise<Uint8Array>): Promise<Translations> {
  try {
    return JSON.parse(new TextDecoder().decode(await unpack(await readFile(file))))
  } catch {
    return {}
  }
}
