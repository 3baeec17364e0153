import { buildDocument } from '../model/build.ts'
import { summarise } from '../model/summarise.ts'
import type { Summary } from '../model/summary.ts'
import type { Files } from '../ports/files.ts'
import { parse } from '../syntax/parse.ts'
import type { Uri } from '../text/finding.ts'
import { folderOf } from '../text/uri.ts'
import type { Profiles } from './profiles.ts'

const EXTENSION = '.gw.md'
/** Folders that hold other people's files. */
const SKIPPED = /^(?:\..*|node_modules)$/
/** What is larger than this is no 公文 that another one could cite by mistake; a folder of more is not read to its end. */
const LARGEST = 2_000_000
const MOST_FILES = 5000

/** What the documents of a folder say of themselves, whether they are open or not. */
export interface FolderIndex {
  /** Reads the folder and those in it. Files that cannot be read are passed over. */
  scan(folder: Uri): Promise<void>
  /** Reads one file anew; forgets it when it is gone. */
  refresh(uri: Uri): Promise<void>
  summaries(): IterableIterator<Summary>
}

export function createFolderIndex(files: Files, profiles: Profiles): FolderIndex {
  const summaries = new Map<Uri, Summary>()

  const refresh = async (uri: Uri): Promise<void> => {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await files.read(uri, LARGEST))
      const profile = await profiles.of(folderOf(uri))
      summaries.set(uri, summarise(buildDocument({ uri, version: 0, tree: parse(text), profile })))
    } catch {
      summaries.delete(uri)
    }
  }

  const scan = async (folder: Uri): Promise<void> => {
    let entries: Awaited<ReturnType<Files['list']>>
    try {
      entries = await files.list(folder)
    } catch {
      return
    }
    const base = folder.endsWith('/') ? folder : `${folder}/`
    for (const { name, folder: isFolder } of entries) {
      if (summaries.size >= MOST_FILES) return
      const uri = base + encodeURIComponent(name)
      if (isFolder && !SKIPPED.test(name)) await scan(uri)
      else if (!isFolder && name.endsWith(EXTENSION)) await refresh(uri)
    }
  }

  return { scan, refresh, summaries: () => summaries.values() }
}
