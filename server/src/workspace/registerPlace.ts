import type { Files } from '../ports/files.ts'
import type { Profile } from '../profile/profile.ts'
import type { Uri } from '../text/finding.ts'
import { folderOf } from '../text/uri.ts'
import { isThere } from './isThere.ts'

const NAME = encodeURIComponent('发文登记.jsonl')

/**
 * Where the register of a folder is: beside the nearest profile that has one; a new one comes beside the nearest profile, or
 * into the folder itself where no profile holds. A profile names no file.
 */
export async function registerPlace(files: Files, folder: Uri, { sources }: Pick<Profile, 'sources'>): Promise<Uri> {
  const above = sources.flatMap((source) => {
    const place = folderOf(source)
    return place !== undefined && `${folder}/`.startsWith(`${place}/`) ? [place] : []
  })
  const nearest = [...new Set(above)].sort((a, b) => b.length - a.length)
  const places = nearest.length > 0 ? nearest : [folder]
  for (const place of places) if (await isThere(files, `${place}/${NAME}`)) return `${place}/${NAME}`
  return `${places[0]}/${NAME}`
}
