import type { Connection, InitializeParams, SemanticTokensBuilder } from 'vscode-languageserver'
import type { Surroundings } from '../features/diagnostics.ts'
import type { Press } from '../press/press.ts'
import { Failure } from '../text/failure.ts'
import type { Message, Uri } from '../text/finding.ts'
import { formatMessage, message } from '../text/message.ts'
import { createWorkspace, type Reading, type Workspace } from '../workspace/workspace.ts'
import { type ClientFacts, clientFacts } from './clientFacts.ts'
import type { ServerPorts } from './ports.ts'
import type { InitializationOptions } from './protocol.ts'
import { readOptions } from './settings.ts'

type LayoutFacts = NonNullable<Surroundings['layout']>

/** One editor talking to one server. */
export interface Session {
  readonly connection: Connection
  readonly ports: ServerPorts
  readonly client: ClientFacts
  readonly workspace: Workspace
  /** Newest facts of the documents that were laid out. */
  readonly layouts: Map<Uri, LayoutFacts>
  /** Tokens as they were last told, for documents whose changes alone are asked for. */
  readonly builders: Map<Uri, SemanticTokensBuilder>
  /** First folder of the workspace. */
  readonly home: Uri | undefined
  /** All folders of the workspace. */
  readonly folders: Set<Uri>
  readonly state: {
    trusted: boolean
    /** Counts changes of profiles and settings, after which every finding may be another. */
    epoch: number
    translations: Readonly<Record<string, string>> | undefined
    press: Promise<Press> | undefined
  }
  readonly options: InitializationOptions
  /** The sentence in the user's language. */
  say(message: Message): string
  surroundings(uri: Uri): Surroundings
}

export function createSession(connection: Connection, ports: ServerPorts, params: InitializeParams): Session {
  const options = readOptions(params.initializationOptions)
  const home = params.workspaceFolders?.[0]?.uri ?? params.rootUri ?? undefined
  const workspace = createWorkspace(ports.files, home)
  const layouts = new Map<Uri, LayoutFacts>()
  const state: Session['state'] = {
    trusted: options.trusted ?? true,
    epoch: 0,
    translations: undefined,
    press: undefined,
  }
  return {
    connection,
    ports,
    client: clientFacts(params.capabilities ?? {}),
    workspace,
    layouts,
    builders: new Map(),
    home,
    folders: new Set(params.workspaceFolders?.map(({ uri }) => uri) ?? (home === undefined ? [] : [home])),
    state,
    options,
    say: (sentence) => formatMessage(sentence, state.translations),
    surroundings(uri) {
      const layout = layouts.get(uri)
      return {
        clock: ports.clock,
        others: workspace.others(uri),
        missing: workspace.missing(uri),
        ...(layout ? { layout } : {}),
      }
    },
  }
}

/**
 * The newest reading of a document that the editor has open.
 * @throws {Failure} `not-open`
 */
export async function openReading({ workspace }: Session, uri: unknown): Promise<Reading> {
  const reading = typeof uri === 'string' ? await workspace.read(uri) : undefined
  if (!reading) throw new Failure('not-open', message('这份公文没有在编辑器中打开。请先打开它。'))
  return reading
}

interface AboutDocument {
  readonly textDocument: { readonly uri: Uri }
}

/** Null for a document that is not open: editors may ask for one that they have just closed. */
export async function about<R>(
  { workspace }: Session,
  { textDocument }: AboutDocument,
  job: (reading: Reading) => R | Promise<R>,
): Promise<R | null> {
  const reading = await workspace.read(textDocument.uri)
  return reading ? await job(reading) : null
}
