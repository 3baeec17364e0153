import type { ClientCapabilities, Connection, InitializeParams, SemanticTokensBuilder } from 'vscode-languageserver'
import type { Surroundings } from '../features/diagnostics.ts'
import type { Clock } from '../ports/clock.ts'
import type { Files } from '../ports/files.ts'
import type { Press } from '../press/press.ts'
import { Failure } from '../text/failure.ts'
import type { Message, Uri } from '../text/finding.ts'
import { formatMessage, message } from '../text/message.ts'
import { createWorkspace, type Reading, type Workspace } from '../workspace/workspace.ts'
import type { InitializationOptions } from './protocol.ts'
import { readOptions } from './settings.ts'

/** All that the server needs of the machine; the entry point brings it. */
export interface ServerPorts {
  readonly files: Files
  readonly clock: Clock
  readonly version: string
  /**
   * Called once, when pages are first wanted: the typesetter is large.
   * @param setup.within folder outside of which no image is read
   */
  openPress(setup: { readonly within: Uri | undefined }): Promise<Press>
  /** Chinese sentence → the same in the language, or undefined where there is none. */
  translations?(language: string): Promise<Readonly<Record<string, string>> | undefined>
  /** Folder with a page for each rule, `ID.md`, that editors can open. */
  readonly rulePages?: Uri
}

type LayoutFacts = NonNullable<Surroundings['layout']>

/** What this editor can do, asked once. */
export interface ClientFacts {
  readonly pull: boolean
  readonly refresh: boolean
  readonly relatedInformation: boolean
  readonly tags: boolean
  readonly codeDescription: boolean
  readonly nestedSymbols: boolean
  readonly watch: boolean
  readonly configurable: boolean
  /** Settings may be asked for by folder. */
  readonly configuration: boolean
  readonly prepareRename: boolean
  readonly folders: boolean
  readonly progress: boolean
  /** An edit may make a file. */
  readonly createFiles: boolean
  /** Of a definition the whole name at the cursor may be told. */
  readonly definitionLinks: boolean
}

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

function clientFacts({ textDocument, workspace, window }: ClientCapabilities): ClientFacts {
  const published = textDocument?.publishDiagnostics
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic ?? published)?.relatedInformation === true || published?.relatedInformation === true,
    tags: published?.tagSupport !== undefined || textDocument?.diagnostic?.tagSupport !== undefined,
    codeDescription:
      published?.codeDescriptionSupport === true || textDocument?.diagnostic?.codeDescriptionSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    folders: workspace?.workspaceFolders === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    progress: window?.workDoneProgress === true,
    configuration: workspace?.configuration === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    configurable: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  }
}
