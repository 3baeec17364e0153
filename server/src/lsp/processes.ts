import { isChanged, type ProcessView, processView } from '../features/process.ts'
import { isOverdue, processStanding } from '../features/processStanding.ts'
import type { CheckedEntry } from '../record/signatures.ts'
import { Failure } from '../text/failure.ts'
import type { Message, Uri } from '../text/finding.ts'
import { isoTime } from '../text/isoTime.ts'
import { message } from '../text/message.ts'
import { beside } from '../workspace/beside.ts'
import { isThere } from '../workspace/isThere.ts'
import type { Office, ProcessFiles } from './office.ts'
import { flowOf } from './processFlow.ts'
import type { ProcessActor } from './processProtocol.ts'
import type { Session } from './session.ts'

/** Processes of the documents of a session. What was read is kept as long as the editor tells of changed files. */
export interface Processes {
  /** @throws Failure `no-office` where the server was started without one */
  office(): Promise<Office>
  view(uri: Uri, actor?: ProcessActor): Promise<ProcessView>
  /** Judges the signatures of a log; later views know what was found. */
  check(
    uri: Uri,
    trusted: readonly Uri[],
    actor?: ProcessActor,
  ): Promise<{ readonly view: ProcessView; readonly checked: readonly CheckedEntry[] }>
  /** Undefined where there is no log, or nothing that can be read as one. */
  standing(uri: Uri): Promise<Message | undefined>
  /** Files have changed: logs, 定稿, flows or documents. */
  changed(uris: readonly Uri[]): void
}

/** Where a 公文 stands by a flow, on a day. */
interface Standing {
  readonly key: string
  readonly standing: Message
}

/** Files that belong to the process of a document, by their endings. */
const BELONGS = /\.(?:gw\.log|gw\.md|定稿\.md)$/

export function createProcesses(session: Session): Processes {
  const { ports, client, workspace } = session
  let opened: Promise<Office> | undefined
  const read = new Map<string, Promise<ProcessFiles>>()
  const judged = new Map<Uri, readonly CheckedEntry[]>()
  // A register asks for thousands: their logs are not kept, but what they came to is.
  const standings = new Map<Uri, Standing>()
  let changes = 0

  const office = (): Promise<Office> => {
    if (!ports.openOffice) throw new Failure('no-office', message('这里不能办文。'))
    opened ??= ports.openOffice()
    return opened
  }
  const filesOf = async (uri: Uri): Promise<ProcessFiles> => {
    const flow = await flowOf(session, uri)
    const key = `${uri}\n${flow}`
    const known = read.get(key)
    if (known) return known
    const reading = (await office()).read(uri, flow)
    // Of a register with thousands of documents only those in front are kept.
    if (client.watch && workspace.snapshot(uri)) read.set(key, reading)
    reading.catch(() => read.delete(key))
    return reading
  }
  const factsOf = async (uri: Uri, actor: ProcessActor | undefined) => {
    const files = await filesOf(uri)
    const open = workspace.snapshot(uri)?.text
    const checked = judged.get(uri)
    return {
      ...files,
      now: isoTime(ports.clock),
      ...(open === undefined ? {} : { text: open, document: await (await office()).digest(open) }),
      ...(actor ? { actor } : {}),
      ...(checked ? { checked: stillThere(checked, files) } : {}),
    }
  }
  return {
    office,
    view: async (uri, actor) => processView(await factsOf(uri, actor)),
    async check(uri, trusted, actor) {
      const checked = await (await office()).check(await filesOf(uri), trusted)
      judged.set(uri, checked)
      return { view: processView(await factsOf(uri, actor)), checked }
    },
    async standing(uri) {
      // Most documents have no log: what reads one is not loaded for them.
      if (!uri.startsWith('file:') || !(await isThere(ports.files, beside(uri, '.gw.log')))) return undefined
      try {
        const isKept = client.watch && !workspace.snapshot(uri)
        const key = `${await flowOf(session, uri)}\n${isoTime(ports.clock).slice(0, 10)}`
        const known = standings.get(uri)
        if (isKept && known?.key === key) return known.standing
        const before = changes
        const { state, log, document, now } = await factsOf(uri, undefined)
        if (log.entries.length === 0) return undefined
        const overdue = isOverdue(state, log.entries, now)
        const standing = processStanding(state, log.entries, { changed: isChanged(state, document), overdue })
        if (isKept && before === changes) standings.set(uri, { key, standing })
        return standing
      } catch {
        // The view says why; a lens has no room for it.
        return undefined
      }
    },
    changed(uris) {
      changes++
      const stems = new Set(uris.map(stemOf))
      const all = uris.some((uri) => /\.ya?ml$/.test(uri))
      for (const key of read.keys()) if (all || stems.has(stemOf(key.split('\n')[0] as Uri))) read.delete(key)
      for (const uri of standings.keys()) if (all || stems.has(stemOf(uri))) standings.delete(uri)
    },
  }
}

/** Documents, logs and 定稿 share it; editors do not agree on how an address is written. */
function stemOf(uri: Uri): string {
  return readable(uri).replace(BELONGS, '')
}

function readable(uri: Uri): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

/** What was said of an entry that is gone is of no use any more. */
function stillThere(checked: readonly CheckedEntry[], { log }: ProcessFiles): readonly CheckedEntry[] {
  const present = new Set(log.entries.map(({ digest }) => digest))
  return checked.filter(({ linked }) => present.has(linked.digest))
}
