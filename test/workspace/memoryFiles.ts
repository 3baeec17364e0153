import { FileError, type Files } from '../../server/src/ports/files.ts'
import type { Uri } from '../../server/src/text/finding.ts'

export interface MemoryFiles extends Files {
  readonly stored: Map<Uri, Uint8Array>
  /** How many files were read so far. */
  readonly reads: () => number
}

/** Files that live in memory: what the workspace needs of a disk. */
export function memoryFiles(texts: Readonly<Record<Uri, string>> = {}): MemoryFiles {
  const stored = new Map<Uri, Uint8Array>(
    Object.entries(texts).map(([uri, text]) => [uri, new TextEncoder().encode(text)]),
  )
  let reads = 0
  return {
    stored,
    reads: () => reads,
    async read(uri, limit) {
      reads++
      const bytes = stored.get(uri) ?? stored.get(readable(uri))
      if (!bytes) throw new FileError('missing', uri)
      if (bytes.length > limit) throw new FileError('too-large', uri)
      return bytes
    },
    async write(uri, bytes) {
      stored.set(uri, bytes)
    },
    async list(folder) {
      const inside = [...stored.keys()].filter((uri) => uri.startsWith(`${folder}/`))
      return inside.map((uri) => ({ name: uri.slice(folder.length + 1), folder: false }))
    },
  }
}

/** As on a disk, a name that is spelled wrongly is one of no file. */
function readable(uri: Uri): Uri {
  try {
    return decodeURI(uri)
  } catch {
    return uri
  }
}
