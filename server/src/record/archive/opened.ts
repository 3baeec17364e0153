import type { Crypto } from '../../ports/crypto.ts'
import type { Message } from '../../text/finding.ts'
import type { FlowDigest } from '../entry.ts'
import { digestFlow } from '../flowOfLog.ts'
import { type ProcessLog, readLog } from '../log.ts'
import { parseFlow } from '../parseFlow.ts'
import { type ProcessState, stateOf } from '../state.ts'
import type { BagFile } from './bag.ts'
import { type Bag, readBag } from './readBag.ts'
import { type PackageMetadata, readMetadata } from './readMetadata.ts'

/** Everything of a package, taken apart. */
export interface Opened {
  readonly bag: Bag
  readonly pdfs: readonly string[]
  readonly sources: readonly string[]
  readonly log: ProcessLog | undefined
  readonly state: ProcessState | undefined
  /** By which the log must have been made. */
  readonly flow: FlowDigest | undefined
  readonly metadata: PackageMetadata | undefined
  /** Why there are no metadata. */
  readonly unreadable: Message | undefined
}

export async function openPackage(files: readonly BagFile[], crypto: Crypto): Promise<Opened> {
  const bag = await readBag(files, crypto)
  const inFolder = (folder: string) => [...bag.payload.keys()].filter((path) => path.startsWith(`${folder}/`))
  const [logName] = inFolder('过程').filter((path) => path.endsWith('.gw.log'))
  const log = logName === undefined ? undefined : await readLog(textAt(bag, logName) ?? '', crypto)
  const flowText = textAt(bag, '过程/流程.yaml')
  const { flow } = parseFlow(flowText ?? '', '流程.yaml')
  const usable = flow.steps.length > 0
  const metadata = readMetadata(textAt(bag, '元数据.xml'))
  return {
    bag,
    pdfs: inFolder('正本'),
    sources: inFolder('定稿'),
    log,
    state: log && usable ? stateOf(flow, log.entries) : undefined,
    flow: usable ? await digestFlow(flow, flowText ?? '', crypto) : undefined,
    ...('items' in metadata ? { metadata, unreadable: undefined } : { metadata: undefined, unreadable: metadata }),
  }
}

/** A file of the payload as text; undefined when it is missing or no UTF-8. */
export function textAt({ payload }: Bag, path: string | undefined): string | undefined {
  const bytes = path === undefined ? undefined : payload.get(path)
  if (!bytes) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
