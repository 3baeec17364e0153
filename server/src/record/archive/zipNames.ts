/** Longer than any path that systems take. */
const MOST_PATH = 1024
/** Bytes of UTF-8 of one name in a path: more is written nowhere on Linux, and hardly anywhere else. */
const MOST_NAME = 255

/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/**
 * What no name has on one system or another, what turns the direction of writing, so that an ending hides, and what nobody
 * sees, so that two names look the same.
 */
const FORBIDDEN = /[\\:<>"|?*\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/

/**
 * Whether a path leads out of the folder or cannot be written on every system. Windows drops dots and blanks at the end of a
 * name, so that two files would become one.
 */
export function isOddName(path: string): boolean {
  const parts = path.replace(/\/$/, '').split('/')
  return FORBIDDEN.test(path) || parts.some((part) => isOddPart(part))
}

/** Whether a path is too long to be written on every system, as a whole or in one of its names. */
export function isLongName(path: string): boolean {
  return path.length > MOST_PATH || path.split('/').some((part) => new TextEncoder().encode(part).length > MOST_NAME)
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
