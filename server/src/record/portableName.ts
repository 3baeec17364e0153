/**
 * Whether a path within a folder means the same file wherever an archive package is unpacked: `/` between folders, nothing
 * that a system takes for a drive, a stream or another folder.
 */
export function isPortableName(path: string): boolean {
  return !/[\\\u0000-\u001f:]/.test(path) && path.split('/').every((part) => !/^\.{0,2}$/.test(part))
}

/** Equal for names that some systems take for one: in capitals or small letters, composed or decomposed. */
export function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
