import { FileError, type Files } from '../ports/files.ts'
import type { Uri } from '../text/finding.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { type ProfileFile, parseProfile, profileProblem } from './parse.ts'
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
      const text = await readText(files, uri)
      if (typeof text === 'string') return merge(await inherit(files, parseProfile(text, uri), [uri]))
      if (text.code !== 'missing' && text.code !== 'folder') {
        return { ...EMPTY_PROFILE, sources: [uri], problems: [unreadable(uri)], key: `unreadable ${uri}` }
      }
    }
  }
  return EMPTY_PROFILE
}

/** What a profile extends comes before it, so that the nearer file has the last word. */
async function inherit(files: Files, file: ProfileFile, chain: readonly Uri[]): Promise<readonly ProfileFile[]> {
  const inherited: ProfileFile[] = []
  const problems = [...file.problems]
  for (const { path, line } of file.extends) {
    const refuse = (template: string) =>
      problems.push(profileProblem(file.uri, line, { start: 0, end: 0 }, template, path))
    if (!isLocal(path)) {
      refuse('{0}第{1}行：继承的“{2}”不是本机文件，只能写相对路径。')
      continue
    }
    const uri = resolve(file.uri, path)
    if (chain.includes(uri) || chain.length >= DEEPEST) {
      refuse('{0}第{1}行：继承的“{2}”绕了回来或者层次太多。')
      continue
    }
    const text = await readText(files, uri)
    if (typeof text !== 'string') refuse('{0}第{1}行：继承的“{2}”读不出来。')
    else inherited.push(...(await inherit(files, parseProfile(text, uri), [...chain, uri])))
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
    rules: Object.assign({}, ...chain.map(({ rules }) => rules)) as Profile['rules'],
    ruleOptions: mergeOptions(chain),
    defaults: Object.assign({}, ...chain.map(({ defaults }) => defaults)) as Profile['defaults'],
    layout: Object.assign({}, ...chain.map(({ layout }) => layout)) as Profile['layout'],
    fonts: Object.assign({}, ...chain.map(({ fonts }) => fonts)) as Profile['fonts'],
  }
  const problems = chain.flatMap((file) => file.problems)
  return { ...facts, problems, key: fingerprint(JSON.stringify(facts)) }
}

/** Options that the nearer file does not set are inherited. */
function mergeOptions(chain: readonly ProfileFile[]): NonNullable<Profile['ruleOptions']> {
  const merged: Record<string, readonly RuleOptionSetting[]> = {}
  for (const { ruleOptions } of chain)
    for (const [rule, settings] of Object.entries(ruleOptions)) merged[rule] = [...(merged[rule] ?? []), ...settings]
  return merged
}

async function readText(files: Files, uri: Uri): Promise<string | FileError> {
  try {
    const bytes = await files.read(uri, LARGEST)
    return new TextDecoder('utf-8').decode(bytes)
  } catch (error) {
    if (error instanceof FileError) return error
    throw error
  }
}

function unreadable(uri: Uri) {
  return profileProblem(uri, 1, { start: 0, end: 0 }, '{0}第{1}行：配置文件读不出来，按没有配置处理。')
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
