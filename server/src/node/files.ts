import { randomBytes } from 'node:crypto'
import { readFileSync, statSync, unlinkSync } from 'node:fs'
import {
  type FileHandle,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  stat,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FileError, type FileErrorCode, type Files } from '../ports/files.ts'
import type { Uri } from '../text/finding.ts'

const CODES: Readonly<Record<string, FileErrorCode>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  EISDIR: 'folder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
}

function fileError(error: unknown, uri: Uri): FileError {
  if (error instanceof FileError) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return new FileError(CODES[code] ?? 'other', uri, error)
}

/** There need be no file to write one, but there must be the folder. */
export function writeError(error: unknown, uri: Uri): FileError {
  const code = (error as NodeJS.ErrnoException).code
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return fileError(error, uri)
  return new FileError('no-folder', uri.slice(0, Math.max(uri.lastIndexOf('/'), 'file:///'.length)), error)
}

function pathOf(uri: Uri): string {
  try {
    return fileURLToPath(uri)
  } catch (error) {
    throw new FileError('missing', uri, error)
  }
}

/** Reads at most `limit` bytes; also right for pipes and devices, which say nothing of their size. */
async function readUpTo(file: FileHandle, limit: number, uri: Uri): Promise<Uint8Array> {
  const { size } = await file.stat()
  if (size > limit) throw new FileError('too-large', uri)
  const chunks: Uint8Array[] = []
  let total = 0
  for (;;) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(Math.max(size - total, 0) + 4096))
    if (bytesRead === 0) break
    total += bytesRead
    if (total > limit) throw new FileError('too-large', uri)
    chunks.push(buffer.subarray(0, bytesRead))
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : new Uint8Array(Buffer.concat(chunks))
}

/** @param plain nothing but a file may be read: opening a pipe waits until somebody writes into it, perhaps for ever */
async function read(path: string, limit: number, uri: Uri, plain: boolean): Promise<Uint8Array> {
  const found = await stat(path)
  if (found.isDirectory()) throw new FileError('folder', uri)
  if (plain && !found.isFile()) throw new FileError('not-file', uri)
  const file = await open(path, 'r')
  try {
    return await readUpTo(file, limit, uri)
  } finally {
    await file.close()
  }
}

/** Temporary files that are being written; a process that is told to stop removes them. */
const unfinished = new Set<string>()

/** Removes half-written files at once; for signal handlers. */
export function removeUnfinished(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path)
    } catch {
      // It was renamed or removed in the meantime.
    }
  }
}

interface Target {
  readonly path: string
  /** Permission bits of the file that is replaced. */
  readonly mode?: number
  /** The file has other names, which must go on to mean the same file. */
  readonly linked?: boolean
  /** A pipe or device: there is nothing to replace, bytes are sent to it. */
  readonly special: boolean
}

/** Where the bytes really go: through symbolic links, and only to a file that may be written. */
async function findTarget(path: string, uri: Uri): Promise<Target> {
  let real: string
  try {
    real = await realpath(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { path, special: false }
    throw error
  }
  const found = await stat(real)
  if (found.isDirectory()) throw new FileError('folder', uri)
  if (!found.isFile()) return { path: real, special: true }
  // Renaming would get round a file's write protection: it asks for the folder's permission only.
  await (await open(real, 'r+')).close()
  return { path: real, mode: found.mode & 0o777, linked: found.nlink > 1, special: false }
}

async function sendTo(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
  } finally {
    await file.close()
  }
}

async function replace({ path, mode }: Target, bytes: Uint8Array, isPrivate: boolean): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`)
  unfinished.add(temporary)
  try {
    const file = await open(temporary, 'wx', isPrivate ? 0o600 : 0o666)
    try {
      await file.writeFile(bytes)
      if (mode !== undefined && !isPrivate) await file.chmod(mode)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    throw error
  } finally {
    unfinished.delete(temporary)
  }
}

/** A file with several names keeps them only when it is written where it stands; if that fails it gets its old bytes back. */
async function overwrite({ path }: Target, bytes: Uint8Array): Promise<void> {
  const old = await readFile(path)
  try {
    await writeFile(path, bytes, { flag: 'r+' })
    await truncate(path, bytes.length)
  } catch (error) {
    await writeFile(path, old).catch(() => undefined)
    throw error
  }
}

async function assertWithin(path: string, folders: readonly Uri[], uri: Uri): Promise<void> {
  const real = await realpath(path)
  for (const folder of folders) {
    // A folder that is gone holds nothing.
    const root = await realpath(pathOf(folder)).catch(() => undefined)
    if (root !== undefined && (real === root || real.startsWith(root.endsWith(sep) ? root : root + sep))) return
  }
  throw new FileError('denied', uri)
}

/**
 * Files of this machine by `file:` uri.
 * @param within when given, reading outside of these folders is denied, also by way of symbolic links
 */
export function nodeFiles(within?: readonly Uri[]): Files {
  const guarded = async <T>(uri: Uri, work: (path: string) => Promise<T>): Promise<T> => {
    try {
      const path = pathOf(uri)
      if (within !== undefined) await assertWithin(path, within, uri)
      return await work(path)
    } catch (error) {
      throw fileError(error, uri)
    }
  }
  return {
    // What is only looked for, or named by a document, is not opened unless it is a file. A user may well name a pipe.
    read: (uri, limit) => guarded(uri, (path) => read(path, limit, uri, limit === 0 || within !== undefined)),
    list: (folder) =>
      guarded(folder, async (path) => {
        const entries = await readdir(path, { withFileTypes: true })
        return entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))
      }),
    async write(uri, bytes, options) {
      try {
        const target = await findTarget(pathOf(uri), uri)
        if (target.special) await sendTo(target.path, bytes)
        else if (target.linked && !options?.private) await overwrite(target, bytes)
        else await replace(target, bytes, options?.private === true)
      } catch (error) {
        throw writeError(error, uri)
      }
    },
  }
}

/** Undefined for what is no plain file. */
function readAtOnce(path: string, limit: number, uri: Uri): Uint8Array | undefined {
  const found = statSync(path)
  if (found.isDirectory()) throw new FileError('folder', uri)
  if (!found.isFile()) return undefined
  if (found.size > limit) throw new FileError('too-large', uri)
  const bytes = new Uint8Array(readFileSync(path))
  // It may have grown, or be one that does not know its size.
  if (bytes.length > limit) throw new FileError('too-large', uri)
  return bytes
}

/**
 * Files of this machine for a thread that has nothing else to do while it reads: it waits itself, which is much sooner done
 * than being told by others.
 */
export function waitingFiles(): Files {
  const files = nodeFiles()
  return {
    ...files,
    async read(uri, limit) {
      try {
        return readAtOnce(pathOf(uri), limit, uri) ?? (await files.read(uri, limit))
      } catch (error) {
        throw fileError(error, uri)
      }
    },
  }
}
