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
