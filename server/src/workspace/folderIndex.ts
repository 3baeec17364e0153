import { buildDocument } from '../model/build.ts'
import { summarise } from '../model/summarise.ts'
import type { Summary } from '../model/summary.ts'
import type { Files } from '../ports/files.ts'
import type { Uri } from '../text/finding.ts'
import { folderOf } from '../text/uri.ts'
import type { Profiles } from './profiles.ts'
import { openSnapshot, type Snapshot } from './snapshot.ts'
import { filesIn, SOURCE_EXTENSION } from './sourceFiles.ts'

/** What is larger than this is no 公文 that another one could cite by mistake; a folder of more is not read to its end. */
const LARGEST = 2_000_000
const MOST_FILES = 5000

/** Follows the reading of a folder, which may take a while. */
export interface IndexWatch {
  /** @param done documents that were read so far */
  progress(done: number): void
  /** Whether the rest is not wanted any more. */
  cancelled(): boolean
}

/** What the documents of a folder say of themselves, whether they are open or not. */
export interface FolderIndex {
  /** Reads the folder and those in it. Files that cannot be read are passed over. */
  scan(folder: Uri, watch?: IndexWatch): Promise<void>
  /** Forgets a folder and those in it. */
  forget(folder: Uri): void
  /** Reads one file anew; forgets it when it is gone. */
  refresh(uri: Uri): Promise<void>
  summaries(): IterableIterator<Summary>
  /** The text of a file; undefined where it cannot be read. */
  look(uri: Uri): Promise<Snapshot | undefined>
}

export function createFolderIndex(files: Files, profiles: Profiles): FolderIndex {
  const summaries = new Map<Uri, Summary>()

  const look = async (uri: Uri): Promise<Snapshot | undefined> => {
    try {
      // A BOM stays: positions of an editor count it.
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      return openSnapshot(uri, 0, decoder.decode(await files.read(uri, LARGEST)))
    } catch {
      return undefined
    }
  }

  const refresh = async (uri: Uri): Promise<void> => {
    const snapshot = await look(uri)
    if (!snapshot) {
      summaries.delete(uri)
      return
    }
    const profile = await profiles.of(folderOf(uri))
    summaries.set(uri, summarise(buildDocument({ uri, version: 0, tree: snapshot.tree, profile })))
  }

  const list: Files['list'] = (folder) => files.list(folder).catch(() => [])

  const scan: FolderIndex['scan'] = async (folder, watch) => {
    let done = 0
    for await (const uri of filesIn(list, folder)) {
      if (summaries.size >= MOST_FILES || watch?.cancelled()) return
      if (!uri.endsWith(SOURCE_EXTENSION)) continue
      await refresh(uri)
      watch?.progress(++done)
    }
  }

  const forget = (folder: Uri): void => {
    const inside = folder.endsWith('/') ? folder : `${folder}/`
    for (const uri of summaries.keys()) if (uri.startsWith(inside)) summaries.delete(uri)
  }

  return { scan, forget, refresh, look, summaries: () => summaries.values() }
}
