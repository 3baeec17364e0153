import type { Uri } from './finding.ts'

/** The last piece of an address as people write it. A name with a stray `%`, which means nothing, stays as it is. */
export function fileName(uri: Uri): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The folder that holds a file; none for a document that is not a file yet. */
export function folderOf(uri: Uri): Uri | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return undefined
  const cut = uri.lastIndexOf('/')
  return cut > uri.indexOf('://') + 2 ? uri.slice(0, cut) : undefined
}

/** Where a file named in a document lies; undefined for addresses of other machines and absolute paths. */
export function fileBeside(path: string, document: Uri): Uri | undefined {
  const slashed = path.replaceAll('\\', '/')
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(slashed)) return undefined
  try {
    return new URL(slashed.split('/').map(encodeURIComponent).join('/'), document).href
  } catch {
    return undefined
  }
}

/** The path by which a document names a file, as people write it; undefined between two machines or drives. */
export function pathFrom(document: Uri, file: Uri): string | undefined {
  const from = piecesOf(document)
  const to = piecesOf(file)
  if (!from || !to || from[0] !== to[0]) return undefined
  let common = 1
  while (common < from.length - 1 && common < to.length - 1 && from[common] === to[common]) common++
  return [...from.slice(common, -1).map(() => '..'), ...to.slice(common)].join('/')
}

/** Scheme with host, and on Windows the drive, then folder by folder. */
function piecesOf(uri: Uri): readonly string[] | undefined {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/]*(?:\/[a-z](?::|%3a)(?=\/))?)\/(.*)$/is.exec(uri)
  if (!match) return undefined
  const [, root = '', path = ''] = match
  try {
    return [root.toLowerCase().replace('%3a', ':'), ...path.split('/').map(decodeURIComponent)]
  } catch {
    return undefined
  }
}
