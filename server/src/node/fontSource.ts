import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Face, FontSource } from '../fonts/face.ts'
import { extractFace } from '../fonts/fontFile.ts'
import { foldName } from '../fonts/nameTable.ts'
import type { FontRole } from '../standard/fontRole.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { type FontPlace, installedFaces } from './installedFonts.ts'

type Found = Awaited<ReturnType<FontSource['find']>>[number]

export interface FontSourceOptions {
  /** Where the build put the bundled faces: `fonts/` beside the entry points. */
  readonly bundledFolder: string | URL
  /** 'bundled' looks at nothing else, so that results do not depend on the machine. Default 'auto'. */
  readonly mode?: 'auto' | 'bundled'
  /** Font files that the user named, by role. Never from a workspace's files: those may name installed faces only. */
  readonly configured?: Readonly<Partial<Record<FontRole, readonly string[]>>>
  /** Folders to search for installed faces besides the system's own. */
  readonly folders?: readonly string[]
}

/** `substitute`: the open face is of another class than the standard names (GB/T 9704—2012 5.2.2, 7.2.4, 7.3.1). */
const BUNDLED: Readonly<Record<FontRole, { file: string; family: string; substitute: boolean }>> = {
  小标宋: { file: 'xiaobiaosong', family: 'Hongtou Xiaobiaosong', substitute: true },
  仿宋: { file: 'fangsong', family: 'Hongtou Fangsong', substitute: true },
  楷体: { file: 'kaiti', family: 'Hongtou Kaiti', substitute: false },
  黑体: { file: 'heiti', family: 'Hongtou Heiti', substitute: false },
  宋体: { file: 'songti', family: 'Hongtou Songti', substitute: false },
  西文: { file: 'songti', family: 'Hongtou Songti', substitute: false },
}

/** The best installed face and one that helps where it lacks a character (a GBK face behind a GB 2312 one). */
const MOST_INSTALLED = 2

/** Font files of this machine: those the user named, then installed ones by exact name, then the bundled ones. */
export function nodeFontSource({
  bundledFolder,
  mode = 'auto',
  configured = {},
  folders = [],
}: FontSourceOptions): FontSource {
  const folder = typeof bundledFolder === 'string' ? bundledFolder : fileURLToPath(bundledFolder)
  const digests = once(() => readDigests(folder))
  const places = once(() => installedFaces(folders))
  return {
    async find(role, names) {
      const bundled = bundledFace(role, folder, await digests())
      if (mode === 'bundled') return [bundled]
      const own = await Promise.all((configured[role] ?? []).map((path) => configuredFace(role, path)))
      return [...own, ...(await installedFor(role, names, await places())), bundled]
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

async function readDigests(folder: string): Promise<Readonly<Record<string, string>>> {
  try {
    return JSON.parse(await readFile(join(folder, 'faces.json'), 'utf8'))
  } catch (cause) {
    throw new Failure(
      'fonts-not-built',
      message('找不到随附的字体（文件夹“{0}”）。请重新安装；如果是从源码运行，请先执行 npm run build。', folder),
      cause,
    )
  }
}

function bundledFace(role: FontRole, folder: string, digests: Readonly<Record<string, string>>): Found {
  const { file, family, substitute } = BUNDLED[role]
  const key = `${family}-${digests[file] ?? ''}`
  const path = join(folder, `${file}.ttf`)
  return {
    face: { key, family, role, origin: 'bundled', substitute, embeddable: true, path },
    bytes: () => readBundled(path),
  }
}

/** As it is; or packed, as the extension brings it: a third less to download, unpacked when it is first used. */
async function readBundled(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const packed = await readFile(path.replace(/ttf$/, 'woff2')).catch(() => {
      throw error
    })
    const [{ unpackWoff2 }, { brotliDecompressSync }] = await Promise.all([
      import('../fonts/woff2.ts'),
      import('node:zlib'),
    ])
    return unpackWoff2(packed, brotliDecompressSync)
  }
}

async function configuredFace(role: FontRole, path: string): Promise<Found> {
  const file = await readFile(path).catch((cause) => {
    throw new Failure(
      'font-missing',
      message('读不到设置中为{0}指定的字体文件“{1}”。请检查路径，或者删去这一项设置。', role, path),
      cause,
    )
  })
  const found = foundFace(role, basename(path, extname(path)), 'configured', file, { path, index: 0 })
  if (found !== undefined) return found
  throw new Failure(
    'font-unreadable',
    message('设置中为{0}指定的“{1}”不是 TTF、OTF 或 TTC 字体。请换一个字体文件，或者删去这一项设置。', role, path),
  )
}

async function installedFor(
  role: FontRole,
  names: readonly string[],
  places: ReadonlyMap<string, FontPlace>,
): Promise<readonly Found[]> {
  const found: Found[] = []
  const taken = new Set<FontPlace>()
  for (const name of names) {
    const place = places.get(foldName(name))
    if (place === undefined || taken.has(place)) continue
    taken.add(place)
    const face = foundFace(role, name, 'installed', await readFile(place.path), place)
    if (face !== undefined) found.push(face)
    if (found.length === MOST_INSTALLED) break
  }
  return found
}

function foundFace(
  role: FontRole,
  family: string,
  origin: Face['origin'],
  file: Uint8Array,
  { path, index }: FontPlace,
): Found | undefined {
  const extracted = extractFace(file, index)
  if (extracted === undefined) return undefined
  const { bytes, embeddable, identity } = extracted
  const key = `${family}-${createHash('sha256').update(identity).digest('hex').slice(0, 32)}`
  return { face: { key, family, role, origin, substitute: false, embeddable, path }, bytes: async () => bytes }
}
