import { buildDocument } from '../model/build.ts'
import { summarise } from '../model/summarise.ts'
import type { Summary } from '../model/summary.ts'
import type { Files } from '../ports/files.ts'
import { parse } from '../syntax/parse.ts'
import type { Uri } from '../text/finding.ts'
import { folderOf } from '../text/uri.ts'
import type { Profiles } from './profiles.ts'
import { filesIn, SOURCE_EXTENSION } from './sourceFiles.ts'

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

  const list: Files['list'] = (folder) => files.list(folder).catch(() => [])

  const scan = async (folder: Uri): Promise<void> => {
    for await (const uri of filesIn(list, folder)) {
      if (summaries.size >= MOST_FILES) return
      if (uri.endsWith(SOURCE_EXTENSION)) await refresh(uri)
    }
  }

  return { scan, refresh, summaries: () => summaries.values() }
}
