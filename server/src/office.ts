// 办文 for the editor: what `hongtou record` and `hongtou archive` do, with the same code, on the files of this machine.

import { fileURLToPath } from 'node:url'
import { runArchive } from './cli/archive.ts'
import { isThere } from './cli/existing.ts'
import type { Host } from './cli/host.ts'
import { judgeEntry } from './cli/judgeEntry.ts'
import { readProcess } from './cli/processLog.ts'
import { runAdd } from './cli/recordAdd.ts'
import { runSheet } from './cli/recordSheet.ts'
import { readTrusted } from './cli/trusted.ts'
import { withPress } from './cli/withPress.ts'
import type { Office, ProcessFiles } from './lsp/office.ts'
import { nodeClock } from './node/clock.ts'
import { nodeCrypto } from './node/crypto.ts'
import { nodeFiles } from './node/files.ts'
import { nodeLocks } from './node/locks.ts'
import { pathToUri } from './node/paths.ts'
import type { Press } from './press/press.ts'
import { digestDocument, isSameDocument } from './record/digests.ts'
import { refuseFlow } from './record/flowOfLog.ts'
import { checkSignatures } from './record/signatures.ts'
import type { Uri } from './text/finding.ts'
import { fileName } from './text/uri.ts'
import { version } from './version.ts'
import { beside } from './workspace/beside.ts'

const LARGEST_TEXT = 10_000_000

interface OfficeSetup {
  readonly templates: Uri
  openPress(setup: { readonly within: readonly Uri[] }): Promise<Press>
}

export function createOffice(setup: OfficeSetup): Office {
  return {
    async read(uri, flow) {
      const host = hostFor(setup)
      const { log, state, text, document, flowDigest } = await readProcess(host, pathOf(uri), namedFlow(flow))
      const settled = await settledText(host, uri, state.settled?.document)
      const otherFlow = refuseFlow(log.entries, flowDigest)
      return {
        log,
        state,
        text,
        document,
        ...(otherFlow && { otherFlow }),
        ...(settled === undefined ? {} : { settledText: settled }),
      }
    },
    digest: (text) => digestDocument(text, nodeCrypto),
    async enter(uri, flow, { key, ...entered }) {
      const { action, actor, to, opinion, numbered } = entered
      await runAdd(hostFor(setup, key?.password), pathOf(uri), action, {
        ...actor,
        ...flowOption(flow),
        ...(to === undefined ? {} : { to }),
        ...(opinion === undefined ? {} : { opinion }),
        ...(numbered ? { number: 'next' } : {}),
        ...(key ? { p12: pathOf(key.p12) } : {}),
      })
    },
    check: ({ log }, trusted) => {
      const host = hostFor(setup)
      return withPress(host, {}, async (press) =>
        checkSignatures(log.entries, judgeEntry(press, await readTrusted(host, trusted.map(pathOf)))),
      )
    },
    async sheet(uri, flow) {
      await runSheet(hostFor(setup), pathOf(uri), flowOption(flow))
      return beside(uri, '-办文单.pdf')
    },
    async archive(uri, flow, { trusted, key }) {
      await runArchive(hostFor(setup, key?.password), pathOf(uri), {
        ...flowOption(flow),
        trust: trusted.map(pathOf),
        ...(key ? { p12: pathOf(key.p12) } : {}),
      })
      return beside(uri, '-归档.zip')
    },
  }
}

/** 发文 stands in the setting as long as nobody chose another: then the log says which flow it goes by. */
function namedFlow(flow: string): string | undefined {
  return flow === '发文' ? undefined : pathOf(flow)
}

function flowOption(flow: string): { readonly flow?: string } {
  const named = namedFlow(flow)
  return named === undefined ? {} : { flow: named }
}

/** The name of a flow of ours is no address and stays as it is. */
function pathOf(uri: Uri): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri
}

/** The 定稿 that was kept, unless somebody has changed it. */
async function settledText(
  host: Host,
  uri: Uri,
  settled: ProcessFiles['document'] | undefined,
): Promise<string | undefined> {
  const file = beside(uri, '.定稿.md')
  if (!settled || !(await isThere(host, file))) return undefined
  const text = new TextDecoder().decode(await host.files.read(file, LARGEST_TEXT))
  return isSameDocument(await digestDocument(text, host.crypto), settled) ? text : undefined
}

/** A command's host without a terminal: the editor shows what there is to see, and the password was asked for there. */
function hostFor({ templates, openPress }: OfficeSetup, password?: string): Host {
  return {
    terminal: {
      out() {},
      err() {},
      outColour: false,
      errColour: false,
      errIsTerminal: false,
      readInput: async () => new Uint8Array(),
      readDescriptor: async () => '',
      askSecret: async () => password,
    },
    files: nodeFiles(),
    async systemCertificates() {
      const { systemCertificates } = await import('./node/systemCertificates.ts')
      return systemCertificates()
    },
    filesWithin: (folder) => nodeFiles([folder]),
    locks: nodeLocks,
    crypto: nodeCrypto,
    clock: nodeClock,
    environment: {},
    version,
    templates,
    signal: new AbortController().signal,
    toUri: pathToUri,
    // In a notification there is room for a name.
    toPath: fileName,
    openPress: ({ within }) => openPress({ within: [within] }),
    listFonts: async () => [],
    cores: 1,
    openThreads() {
      throw new Error('no command of the record asks for threads')
    },
    serve: async () => {},
  }
}
