import { isAbsolute, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Uri } from '../text/finding.ts'

/** The uri of a path, relative ones from the current folder. */
export function pathToUri(path: string): Uri {
  return pathToFileURL(resolve(path)).href
}

/** How a file is called in messages: relative to the current folder when it lies inside, else absolute. */
export function uriToPath(uri: Uri): string {
  const path = fileURLToPath(uri)
  const near = relative(process.cwd(), path)
  if (near === '') return '.'
  return near.startsWith('..') || isAbsolute(near) ? path : near.replaceAll('\\', '/')
}
