import type { Crypto } from '../../ports/crypto.ts'
import type { Message } from '../../text/finding.ts'
import { hex } from '../../text/hex.ts'
import { message } from '../../text/message.ts'
import { type BagFile, DECLARATION, MANIFESTS, SIGNATURE_FILE, SIGNED_FILE, unescapePath } from './bag.ts'

/** A bag as it was found, and everything in which it is not as it was packed. */
export interface Bag {
  /** By path inside `data/`. */
  readonly payload: ReadonlyMap<string, Uint8Array>
  readonly tags: ReadonlyMap<string, Uint8Array>
  readonly info: ReadonlyMap<string, string>
  /** The signature, and what it is over. */
  readonly signature?: { readonly bytes: Uint8Array; readonly content: Uint8Array }
  readonly problems: readonly Message[]
}

/** Checks a bag against its manifests: every file is named in each of them, with its digest, and nothing else is. */
export async function readBag(files: readonly BagFile[], crypto: Crypto): Promise<Bag> {
  const all = new Map(files.map(({ path, bytes }) => [path, bytes]))
  const problems: Message[] = []
  const declaration = all.get('bagit.txt')
  if (!declaration || textOf(declaration) !== DECLARATION)
    problems.push(message('没有 bagit.txt，或者它的内容不对：这不是本程序做的归档包。'))
  const data = files.filter(({ path }) => path.startsWith('data/'))
  const isManifest = (path: string) => path.startsWith('tagmanifest-')
  const isTag = (path: string) => !path.startsWith('data/') && !isManifest(path) && path !== SIGNATURE_FILE
  const tags = files.filter(({ path }) => isTag(path))
  for (const manifest of MANIFESTS) {
    problems.push(...(await compare('manifest', manifest, data, all, crypto)))
    problems.push(...(await compare('tagmanifest', manifest, tags, all, crypto)))
  }
  const wanted = new Set(MANIFESTS.map(([name]) => `tagmanifest-${name}.txt`))
  for (const { path } of files) if (isManifest(path) && !wanted.has(path)) problems.push(unnamed(path))
  const signature = all.get(SIGNATURE_FILE)
  const content = all.get(SIGNED_FILE)
  return {
    payload: new Map(data.map(({ path, bytes }) => [path.slice('data/'.length), bytes])),
    tags: new Map(tags.map(({ path, bytes }) => [path, bytes])),
    info: readInfo(textOf(all.get('bag-info.txt') ?? new Uint8Array())),
    ...(signature && content ? { signature: { bytes: signature, content } } : {}),
    problems,
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function unnamed(path: string): Message {
  return message('“{0}”不在清单里，是后来放进去的。', path)
}

async function compare(
  kind: string,
  [name, digest]: (typeof MANIFESTS)[number],
  files: readonly BagFile[],
  all: ReadonlyMap<string, Uint8Array>,
  crypto: Crypto,
): Promise<readonly Message[]> {
  const bytes = all.get(`${kind}-${name}.txt`)
  if (!bytes) return [message('没有清单 {0}。', `${kind}-${name}.txt`)]
  const listed = new Map<string, string>()
  const problems: Message[] = []
  for (const line of textOf(bytes).split('\n').slice(0, -1)) {
    const [, value, path] = /^([0-9a-f]+) {2}(.+)$/.exec(line) ?? []
    if (value === undefined || path === undefined || listed.has(path))
      problems.push(message('清单 {0} 里有一行不对：“{1}”。', `${kind}-${name}.txt`, line.slice(0, 120)))
    else listed.set(unescapePath(path), value)
  }
  for (const file of files) {
    const value = listed.get(file.path)
    if (value === undefined) problems.push(unnamed(file.path))
    else if (value !== hex(await crypto.digest(digest, file.bytes)))
      problems.push(message('“{0}”与清单 {1} 不符，装包以后被改动过。', file.path, `${kind}-${name}.txt`))
    listed.delete(file.path)
  }
  for (const path of listed.keys()) problems.push(message('清单 {1} 里的“{0}”不见了。', path, `${kind}-${name}.txt`))
  return problems
}

function readInfo(text: string): ReadonlyMap<string, string> {
  const fields = text.split('\n').map((line) => /^([^:]+): ?(.*)$/.exec(line))
  return new Map(fields.flatMap((field) => (field ? [[field[1] as string, field[2] as string]] : [])))
}
