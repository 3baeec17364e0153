/** Longer than any path that systems take. */
const MOST_NAME = 1024

/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/** What no name has on one system or another, and what turns the direction of writing, so that an ending hides. */
const FORBIDDEN = /[\\:<>"|?*\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/**
 * Whether a path leads out of the folder or cannot be written on every system. Windows drops dots and blanks at the end of a
 * name, so that two files would become one.
 */
export function isOddName(path: string): boolean {
  const parts = path.replace(/\/$/, '').split('/')
  return path.length > MOST_NAME || FORBIDDEN.test(path) || parts.some((part) => isOddPart(part))
}

function isOddPart(part: string): boolean {
  return /^\.{0,2}$/.test(part) || /[. ]$/.test(part) || DEVICE.test(part) || /\p{Surrogate}/u.test(part)
}

/** What two paths have in common that some system keeps as one file: case and the form of Unicode do not tell them apart. */
function samePlace(path: string): string {
  return path.replace(/\/$/, '').normalize('NFC').toLowerCase().toUpperCase().normalize('NFC')
}

/**
 * The first path that cannot stand beside the others: one that some system takes for another one, or a file where another
 * path has a folder.
 */
export function collision(paths: readonly string[]): string | undefined {
  const seen = new Set<string>()
  for (const path of paths) {
    if (seen.has(samePlace(path))) return path
    seen.add(samePlace(path))
  }
  const files = new Set(paths.filter((path) => !path.endsWith('/')).map(samePlace))
  return paths.find((path) => foldersOf(samePlace(path)).some((folder) => files.has(folder)))
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}
