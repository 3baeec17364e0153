/** When files get other names or folders, the paths in the documents that name them follow, as do those in moved documents. */
import type { GongwenDocument } from '../model/document.ts'
import type { Edit } from '../text/edit.ts'
import type { Uri } from '../text/finding.ts'
import { pathFrom } from '../text/uri.ts'
import { fileLinks } from './documentLinks.ts'

export interface FileRename {
  readonly from: Uri
  readonly to: Uri
}

/** The edits for one document. A renamed folder moves all that is in it. */
export function renameFiles(document: GongwenDocument, renames: readonly FileRename[]): readonly Edit[] {
  const home = moved(document.uri, renames)
  return fileLinks(document).flatMap(({ span, path, target, quotes: { around, pair } }) => {
    const to = moved(target, renames)
    if (to === target && home === document.uri) return []
    const text = pathFrom(home, to)
    if (text === undefined || text === path.replaceAll('\\', '/')) return []
    const bare = around || !/[\s,，]/.test(text)
    return [{ span, text: bare ? text : `${pair[0]}${text}${pair[1]}` }]
  })
}

function moved(uri: Uri, renames: readonly FileRename[]): Uri {
  const plain = decoded(uri)
  for (const { from, to } of renames) {
    const old = decoded(from)
    if (plain === old) return to
    if (plain.startsWith(`${old}/`))
      return to + uri.slice(uri.split('/').slice(0, old.split('/').length).join('/').length)
  }
  return uri
}

/** Editors escape addresses in several ways. */
function decoded(uri: Uri): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}
