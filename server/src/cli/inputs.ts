import { FileError } from '../ports/files.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { filesIn, SOURCE_EXTENSION } from '../workspace/sourceFiles.ts'
import { isThere } from './existing.ts'
import type { Host } from './host.ts'

/** A file to work on. `uri` of standard input is that of a file named `标准输入.gw.md` in the current folder. */
export interface Input {
  readonly uri: Uri
  /** What it is called in messages and reports. */
  readonly name: string
  readonly standardInput: boolean
}

const PLAIN = '.txt'
const GLOB = /[*?[\]{}]/

/** `*` and `?` stay inside a name, `**` crosses folders. */
function globPattern(glob: string): RegExp {
  const source = glob
    .replaceAll('\\', '/')
    .replace(/[.+^$()|]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (mark) => {
      if (mark === '**/') return '(?:.*/)?'
      if (mark === '**') return '.*'
      return mark === '*' ? '[^/]*' : '[^/]'
    })
  return new RegExp(`^${source}$`, 'u')
}

/** The folder part of a glob before its first wildcard. */
function globBase(glob: string): string {
  const fixed = glob.replaceAll('\\', '/').slice(0, glob.search(GLOB))
  const slash = fixed.lastIndexOf('/')
  return slash < 0 ? '.' : fixed.slice(0, slash) || '/'
}

function inputOf(host: Host, uri: Uri): Input {
  return { uri, name: host.toPath(uri), standardInput: false }
}

function standardInput(host: Host): Input {
  return { uri: host.toUri('标准输入.gw.md'), name: '标准输入', standardInput: true }
}

async function matching(
  host: Host,
  folder: string,
  wanted: (uri: Uri) => boolean,
  extension = SOURCE_EXTENSION,
): Promise<readonly Input[]> {
  const found: Input[] = []
  for await (const uri of filesIn(host.files.list, host.toUri(folder))) {
    // A file found by walking a folder and one named by the user must have the same uri.
    if (uri.endsWith(extension) && wanted(uri)) found.push(inputOf(host, host.toUri(host.toPath(uri))))
  }
  return found
}

async function isFolder(host: Host, uri: Uri): Promise<boolean> {
  try {
    await host.files.list(uri)
    return true
  } catch (error) {
    if (error instanceof FileError && error.code === 'denied') throw error
    return false
  }
}

async function expand(host: Host, argument: string): Promise<readonly Input[]> {
  if (argument === '-') return [standardInput(host)]
  const uri = host.toUri(argument)
  if (await isFolder(host, uri)) return matching(host, argument, () => true)
  // A file may be called 某发[2026]3号.gw.md.
  if (!GLOB.test(argument) || (await isThere(host, uri))) return [inputOf(host, uri)]
  const pattern = globPattern(argument.replace(/^\.\//, ''))
  const absolute = globPattern(decodeURIComponent(uri.replace(/^file:\/\//, '')))
  return matching(
    host,
    globBase(argument),
    (each) => pattern.test(host.toPath(each)) || absolute.test(decodeURIComponent(each.replace(/^file:\/\//, ''))),
    // Plain texts are taken only where they are asked for.
    argument.endsWith(PLAIN) ? PLAIN : SOURCE_EXTENSION,
  )
}

/**
 * The files that the arguments name, each once, in their order: files as they are, folders and globs (`docs/*.gw.md`)
 * with the `.gw.md` files in them (`*.txt`: with the plain texts), `-` for standard input.
 * @throws {Failure} `no-input` when a folder or glob holds none
 */
export async function findInputs(host: Host, patterns: readonly string[]): Promise<readonly Input[]> {
  const found = new Map<Uri, Input>()
  for (const argument of patterns) {
    const inputs = await expand(host, argument)
    if (inputs.length === 0) {
      throw new Failure(
        'no-input',
        message('{0} 里没有公文源文件（*.gw.md）。请检查路径，或者直接写出文件名。', argument),
      )
    }
    for (const input of inputs) if (!found.has(input.uri)) found.set(input.uri, input)
  }
  return [...found.values()]
}

/** What inputs are read with. */
export interface Reader {
  readonly files: Host['files']
  readonly terminal: Pick<Host['terminal'], 'readInput'>
}

/** What stands in the input, of which there may be `limit` bytes. */
export function readBytes(
  { terminal, files }: Reader,
  { uri, standardInput }: Input,
  limit: number,
): Promise<Uint8Array> {
  return standardInput ? terminal.readInput(limit) : files.read(uri, limit)
}

/**
 * What was read, if anything.
 * @throws Failure `empty-file`
 */
export function filled(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes.length > 0) return bytes
  throw new Failure('empty-file', message('{0} 是空文件，没有内容，可能没有传完。请重新取得这份文件。', name))
}

/**
 * The one file that a command works on.
 * @throws {FileError} `folder`: that would be many
 */
export async function singleInput(host: Host, argument: string): Promise<Input> {
  if (argument === '-') return standardInput(host)
  const uri = host.toUri(argument)
  if (await isFolder(host, uri)) throw new FileError('folder', uri)
  return inputOf(host, uri)
}
