import { FileError, type FileErrorCode, type Files } from '../ports/files.ts'
import type { Uri } from '../text/finding.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { type ProfileFile, parseProfile } from './parse.ts'
import { problemOf, profileProblem } from './problem.ts'
import { EMPTY_PROFILE, type Organ, type Profile, type RuleOptionSetting } from './profile.ts'

/** Names of a profile, the visible one first. */
const NAMES = ['红头.yaml', '.hongtou.yaml'] as const
const LARGEST = 1 << 20
const DEEPEST = 8

/**
 * The profile that holds in a folder: the nearest file upwards with all that it extends. A broken file is used as far as it
 * can be read. Never rejects.
 */
export async function loadProfile(files: Files, folder: Uri): Promise<Profile> {
  for (const each of upwards(folder)) {
    for (const name of NAMES) {
      const uri = join(each, name)
      const { text, why } = await readProfileText(files, uri)
      if (text !== undefined) return merge(await inherit(files, parseProfile(text, uri), [uri], new Set()))
      if (why !== 'missing' && why !== 'folder') {
        const problem = profileProblem(uri, 1, TOP, UNREAD[why] ?? '{0}第{1}行：配置文件读不出来，按没有配置处理。')
        return { ...EMPTY_PROFILE, sources: [uri], problems: [problem], key: `unreadable ${uri}` }
      }
    }
  }
  return EMPTY_PROFILE
}

const TOP = { start: 0, end: 0 } as const

/** Why a text could not be had. */
type Why = FileErrorCode | 'not-utf8'

const UNREAD: Partial<Readonly<Record<Why, string>>> = {
  'too-large': '{0}第{1}行：配置文件超过1MB，按没有配置处理。',
  'not-utf8': '{0}第{1}行：配置文件不是UTF-8编码，按没有配置处理，请另存为UTF-8。',
}

const UNREAD_INHERITED: Partial<Readonly<Record<Why, string>>> = {
  missing: '{0}第{1}行：继承的“{2}”不存在。',
  'too-large': '{0}第{1}行：继承的“{2}”超过1MB，没有采用。',
  'not-utf8': '{0}第{1}行：继承的“{2}”不是UTF-8编码，没有采用，请另存为UTF-8。',
}

/**
 * What a profile extends comes before it, so that the nearer file has the last word. A file that several extend comes once.
 * @param chain from the profile of the folder to this one
 */
async function inherit(
  files: Files,
  file: ProfileFile,
  chain: readonly Uri[],
  read: Set<Uri>,
): Promise<readonly ProfileFile[]> {
  const inherited: ProfileFile[] = []
  const problems = [...file.problems]
  for (const { path, line } of file.extends) {
    const refuse = (template: string) => problems.push(problemOf(file, line, TOP, template, path))
    const uri = resolve(file.uri, path)
    if (!isLocal(path)) refuse('{0}第{1}行：继承的“{2}”不是本机文件，只能写相对路径。')
    else if (!/\.ya?ml$/i.test(path)) refuse('{0}第{1}行：继承的“{2}”不是配置文件，文件名应当以“.yaml”结尾。')
    else if (chain.includes(uri) || chain.length >= DEEPEST) refuse('{0}第{1}行：继承的“{2}”绕了回来或者层次太多。')
    else if (!read.has(uri)) {
      read.add(uri)
      const { text, why } = await readProfileText(files, uri)
      if (text === undefined) refuse(UNREAD_INHERITED[why] ?? '{0}第{1}行：继承的“{2}”读不出来。')
      else inherited.push(...(await inherit(files, parseProfile(text, uri, path), [...chain, uri], read)))
    }
  }
  return [...inherited, { ...file, problems }]
}

function merge(chain: readonly ProfileFile[]): Profile {
  const organs = new Map<string, Organ>()
  for (const { organs: own } of chain)
    for (const organ of own) organs.set(organ.name, { ...organs.get(organ.name), ...organ })
  const facts = {
    sources: chain.map(({ uri }) => uri),
    organs: [...organs.values()],
    rules: joined(chain.map(({ rules }) => rules)),
    ruleOptions: mergeOptions(chain),
    defaults: joined(chain.map(({ defaults }) => defaults)),
    layout: joined<Profile['layout']>(chain.map(({ layout }) => layout)),
    fonts: joined<Profile['fonts']>(chain.map(({ fonts }) => fonts)),
  }
  const rulePlaces = joined(chain.map((file) => file.rulePlaces))
  const told = { rulePlaces, problems: chain.flatMap((file) => file.problems) }
  return { ...facts, ...told, key: fingerprint(JSON.stringify([facts, told])) }
}

/** Also of names that every object inherits: those are kept as they were typed. */
function joined<T extends object>(all: readonly T[]): T {
  return Object.fromEntries(all.flatMap((each) => Object.entries(each))) as T
}

/** Options that the nearer file does not set are inherited. */
function mergeOptions(chain: readonly ProfileFile[]): NonNullable<Profile['ruleOptions']> {
  const merged = new Map<string, readonly RuleOptionSetting[]>()
  for (const { ruleOptions } of chain)
    for (const [rule, settings] of Object.entries(ruleOptions))
      merged.set(rule, [...(merged.get(rule) ?? []), ...settings])
  return Object.fromEntries(merged)
}

/** The text of a file if it can be a profile, or why there is none. */
export async function readProfileText(
  files: Files,
  uri: Uri,
): Promise<{ readonly text: string; readonly why?: never } | { readonly text?: never; readonly why: Why }> {
  try {
    const bytes = await files.read(uri, LARGEST)
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    if (error instanceof FileError) return { why: error.code }
    if (error instanceof TypeError) return { why: 'not-utf8' }
    throw error
  }
}

/** The folder and those above it, up to the root. */
function upwards(folder: Uri): readonly Uri[] {
  const folders: Uri[] = []
  const root = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/]*)?\/?/i.exec(folder)?.[0] ?? ''
  let at = folder.length > root.length ? folder.replace(/\/+$/, '') : folder
  while (at.length > root.length) {
    folders.push(at)
    at = at.slice(0, Math.max(at.lastIndexOf('/'), root.length))
    at = at.length > root.length ? at.replace(/\/+$/, '') : at
  }
  return [...folders, root]
}

function join(folder: Uri, name: string): Uri {
  return `${folder}${folder === '' || folder.endsWith('/') ? '' : '/'}${encoded(folder, name)}`
}

/** In an address with a scheme a name is percent-encoded, in a plain path it stands as it is. */
function encoded(beside: Uri, name: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(beside) ? encodeURI(name).replace(/[?#]/g, encodeURIComponent) : name
}

/** No address of another machine: no scheme, no UNC. A drive letter is no scheme. */
function isLocal(path: string): boolean {
  return path !== '' && !/^(?:[a-z][a-z0-9+.-]+:|[/\\]{2}|[/\\]|[a-z]:)/i.test(path)
}

/** A relative path against the file that names it. */
function resolve(base: Uri, path: string): Uri {
  const root = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/]*)?\/?/i.exec(base)?.[0] ?? ''
  const pieces = base.slice(root.length).split('/').slice(0, -1)
  for (const piece of path.replace(/\\/g, '/').split('/')) {
    if (piece === '..') pieces.pop()
    else if (piece !== '.' && piece !== '') pieces.push(encoded(base, piece))
  }
  return root + pieces.join('/')
}
