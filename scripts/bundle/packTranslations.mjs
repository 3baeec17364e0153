import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** The files of a language as one, packed: beside each other in a .vsix they would take half as much again. */
export function packTranslations(folder) {
  const files = readdirSync(folder).sort()
  const all = Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  const text = Buffer.from(JSON.stringify(all))
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length, [constants.BROTLI_PARAM_QUALITY]: 11 }
  return brotliCompressSync(text, { params })
}
