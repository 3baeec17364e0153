import { FileError } from '../ports/files.ts'
import { type Chain, readChain, writeChain } from '../record/chain.ts'
import type { Actor } from '../record/entry.ts'
import type { Clerk } from '../record/register/giveNumber.ts'
import { REGISTER_SPELLING, type RegisterEntry } from '../record/register/registerEntry.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { isoTime } from '../text/isoTime.ts'
import { message } from '../text/message.ts'
import { registerPlace } from '../workspace/registerPlace.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import type { ChineseCommand } from './command.ts'
import type { Host } from './host.ts'
import { placed } from './processLog.ts'

/** Some 100,000 numbers. */
const REGISTER_LIMIT = 100_000_000

export interface RegisterOptions {
  readonly register?: string
}

export interface ClerkOptions {
  readonly name: string
  readonly organ: string
  readonly post?: string
}

export function addRegisterOption(command: ChineseCommand): ChineseCommand {
  return command.option('--register <文件>', '登记簿（默认是单位配置旁边的 发文登记.jsonl）') as ChineseCommand
}

export function addClerkOptions(command: ChineseCommand): ChineseCommand {
  return command
    .requiredOption('--name <姓名>', '登记的人')
    .requiredOption('--organ <机关>', '登记的人所在的机关')
    .option('--post <职务>', '登记的人的职务') as ChineseCommand
}

export function clerkActor({ name, organ, post }: ClerkOptions): Actor {
  return { name, organ, ...(post === undefined ? {} : { post }) }
}

/** Asked for when it is the clerk's turn: entries stand in the order of their times. */
export function clerkOf(host: Host, options: ClerkOptions): Clerk {
  return { time: isoTime(host.clock), actor: clerkActor(options) }
}

/** The register that is named, or the one that holds in a folder. */
export async function registerOfFolder(host: Host, folder: Uri, { register }: RegisterOptions): Promise<Uri> {
  if (register !== undefined) return host.toUri(register)
  const uri = folder.replace(/\/$/, '')
  return registerPlace(host.files, uri, await createWorkspace(host.files).profile(uri))
}

export async function readRegister(host: Host, uri: Uri): Promise<Chain<RegisterEntry>> {
  const bytes = await readOrNothing(host, uri)
  return readChain(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), REGISTER_SPELLING, host.crypto)
}

/**
 * A register that is as it was written.
 * @throws Failure `register-damaged`: no number is given by a register that somebody has changed
 */
export async function readSoundRegister(host: Host, uri: Uri): Promise<Chain<RegisterEntry>> {
  const chain = await readRegister(host, uri)
  const [first] = chain.problems
  if (!first) return chain
  throw new Failure(
    'register-damaged',
    message(
      '{0} 与写下时不一样，没有用它：{1} 请用 hongtou register verify 查看全部问题。',
      host.toPath(uri),
      placed(first),
    ),
  )
}

/** What becomes of a register; nothing is written where there are no new entries. */
interface Changed {
  readonly entries: Chain<RegisterEntry>['entries']
}

/**
 * Changes a register while nobody else does.
 * @param change gets the register as it is when it is this process's turn
 * @throws Failure `register-damaged`, `file-busy`, and whatever `change` throws, which leaves the register as it was
 */
export async function changeRegister<C extends Changed>(
  host: Host,
  uri: Uri,
  change: (chain: Chain<RegisterEntry>) => Promise<C>,
): Promise<C> {
  return host.locks.hold(uri, async () => {
    const chain = await readSoundRegister(host, uri)
    const changed = await change(chain)
    if (changed.entries.length > chain.entries.length)
      await host.files.write(uri, new TextEncoder().encode(writeChain(changed.entries, REGISTER_SPELLING)))
    return changed
  })
}

async function readOrNothing(host: Host, uri: Uri): Promise<Uint8Array> {
  try {
    return await host.files.read(uri, REGISTER_LIMIT)
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return new Uint8Array()
    throw error
  }
}
