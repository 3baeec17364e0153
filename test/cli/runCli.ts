import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runProgram } from '../../server/src/cli/program.ts'
import { listFaces } from '../../server/src/fonts/listFaces.ts'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { nodeFiles } from '../../server/src/node/files.ts'
import { nodeFontSource } from '../../server/src/node/fontSource.ts'
import { nodeLocks } from '../../server/src/node/locks.ts'
import { nodeNetwork } from '../../server/src/node/network.ts'
import { nodePrograms } from '../../server/src/node/programs.ts'
import { nodeRandom } from '../../server/src/node/random.ts'
import { openThreads } from '../../server/src/node/threads.ts'
import type { Clock } from '../../server/src/ports/clock.ts'
import type { Files } from '../../server/src/ports/files.ts'
import { createPress } from '../../server/src/press/inProcess.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { message } from '../../server/src/text/message.ts'
import { threadEntry } from '../support/threadProgram.ts'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Circumstances {
  readonly input?: string | Uint8Array
  readonly environment?: Readonly<Record<string, string>>
  /** What the person at the terminal types; nobody sits there when absent. */
  readonly secret?: string
  readonly files?: (real: Files) => Files
  readonly clock?: Clock
  readonly colour?: boolean
  /** What the system trusts. */
  readonly systemCertificates?: readonly Uint8Array[]
  readonly bundledFonts?: string
  /** Somebody watches standard error on a terminal. */
  readonly watched?: true
  /** Is told how many threads are opened. */
  readonly opened?: (size: number) => void
  /** How much memory a thread may use, in MB. */
  readonly threadMemory?: number
  /** How many threads there are to work; 1 when absent. */
  readonly cores?: number
}

/** A folder of its own, in which the program runs as if it were the current one. */
export interface Sandbox {
  readonly path: string
  /** Writes a file and returns its name. */
  put(name: string, content: string | Uint8Array): string
  text(name: string): string
  bytes(name: string): Uint8Array
  run(args: readonly string[], circumstances?: Circumstances): Promise<Outcome>
  remove(): void
}

/** Noon of an ordinary day in Beijing, on which the examples were issued. */
const CLOCK: Clock = { now: () => new Date('2026-11-23T04:00:00Z'), offset: () => 480 }

const root = fileURLToPath(new URL('../../', import.meta.url))

export function sandbox(): Sandbox {
  const path = mkdtempSync(join(tmpdir(), 'hongtou-cli-'))
  const at = (name: string): string => join(path, name)
  return {
    path,
    put(name, content) {
      mkdirSync(dirname(at(name)), { recursive: true })
      writeFileSync(at(name), content)
      return name
    },
    text: (name) => readFileSync(at(name), 'utf8'),
    bytes: (name) => new Uint8Array(readFileSync(at(name))),
    run: (args, circumstances = {}) => run(path, args, circumstances),
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

async function run(folder: string, args: readonly string[], given: Circumstances): Promise<Outcome> {
  let out = ''
  let err = ''
  const real = nodeFiles()
  const clock = given.clock ?? CLOCK
  const code = await runProgram(
    {
      terminal: {
        out: (text) => {
          out += text
        },
        err: (text) => {
          err += text
        },
        outColour: given.colour ?? false,
        errColour: false,
        errIsTerminal: given.watched ?? false,
        readInput: async () => bytesOf(given.input ?? ''),
        readDescriptor: async (descriptor) => {
          throw new Failure('no-password', message('文件描述符 {0} 读不出密码，请检查编号。', descriptor))
        },
        askSecret: async () => given.secret,
      },
      files: given.files?.(real) ?? real,
      filesWithin: (folder) => nodeFiles([folder]),
      locks: nodeLocks,
      systemCertificates: async () => given.systemCertificates ?? [],
      crypto: nodeCrypto,
      clock,
      environment: given.environment ?? {},
      version: '0.0.0',
      templates: pathToFileURL(join(root, 'templates')).href,
      signal: new AbortController().signal,
      toUri: (path) => pathToFileURL(resolve(folder, path)).href,
      toPath: (uri) => shortPath(folder, fileURLToPath(uri)),
      openPress: async ({ fonts, within }) =>
        createPress({
          fonts: nodeFontSource({
            bundledFolder: given.bundledFonts ?? join(root, 'dist/fonts'),
            mode: Object.keys(fonts).length > 0 ? 'auto' : 'bundled',
            configured: fonts,
          }),
          crypto: nodeCrypto,
          clock,
          random: nodeRandom,
          files: nodeFiles([within]),
          network: nodeNetwork,
          programs: nodePrograms,
          within: [within],
        }),
      listFonts: async (configured) =>
        listFaces(
          nodeFontSource({
            bundledFolder: given.bundledFonts ?? join(root, 'dist/fonts'),
            mode: Object.keys(configured).length > 0 ? 'auto' : 'bundled',
            configured,
          }),
        ),
      cores: given.cores ?? 1,
      openThreads: (size) => {
        given.opened?.(size)
        const limits = given.threadMemory === undefined ? {} : { maxOldGenerationSizeMb: given.threadMemory }
        return openThreads(threadEntry('server/src/lintWorker.ts'), { size, limits })
      },
      serve: async () => {
        throw new Error('no language server in tests of the command line')
      },
    },
    args,
  )
  return { code, out, err }
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

function shortPath(folder: string, path: string): string {
  const near = relative(folder, path)
  if (near === '') return '.'
  return near.startsWith('..') || isAbsolute(near) ? path : near
}

/** A short document without any fault. */
export const SOUND = `---
发文机关: 某某市人民政府
发文字号: 某政发〔2026〕12号
成文日期: 2026年11月20日
附注: 此件公开发布
印发机关: 某某市人民政府办公室
印发日期: 2026年11月20日
---

# 某某市人民政府关于做好冬季供暖工作的通知

各县（市、区）人民政府，市政府各部门：

为做好冬季供暖工作，现就有关事项通知如下：

一、摸清底数

各县（市、区）要逐站核查供热能力，及时消除隐患。

二、落实责任

各部门要各司其职，密切配合，确保群众温暖过冬。
`
