import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { answerAnnotations, LEGEND } from './annotations.ts'
import { run } from './answer.ts'
import { answerChecklist } from './checklist.ts'
import { ACTION_KINDS } from './codeActions.ts'
import { answerCommands, SERVER_COMMANDS } from './commands.ts'
import { answerCompare } from './compare.ts'
import { followSettings, type SettingsFollower } from './configuration.ts'
import { createReporter, type Reporter } from './diagnostics.ts'
import { answerElements } from './elements.ts'
import { answerFindings } from './findings.ts'
import { followFolders } from './folders.ts'
import { answerLanguageRequests } from './language.ts'
import { answerLength } from './length.ts'
import { answerNavigation } from './navigation.ts'
import { answerNewDocument } from './newDocument.ts'
import { answerPageRequests } from './pages.ts'
import { answerPaste } from './paste.ts'
import { answerPrintRequests } from './printing.ts'
import { answerRegister } from './register.ts'
import { createSession, type ServerPorts, type Session } from './session.ts'
import { toWorkspaceSettings } from './settings.ts'
import { followTexts } from './sync.ts'
import { answerWorkspaceDiagnostics } from './workspaceDiagnostics.ts'

export type { ServerPorts } from './session.ts'

/** Serves one editor over a connection until it leaves. The caller opens the connection and brings the machine. */
export function startServer(connection: Connection, ports: ServerPorts): void {
  let session: Session | undefined
  let reporter: Reporter | undefined
  let settings: SettingsFollower | undefined
  connection.onInitialize(async (params) => {
    if (session) throw new ResponseError(LSPErrorCodes.RequestFailed, 'initialize was sent twice')
    session = createSession(connection, ports, params)
    const { state, options, workspace, client } = session
    state.translations = await translationsFor(ports, params)
    workspace.configure(toWorkspaceSettings(options.settings ?? {}, state.trusted))
    reporter = createReporter(session)
    followTexts(session, reporter)
    answerLanguageRequests(session)
    answerNavigation(session)
    answerAnnotations(session)
    answerCommands(session)
    answerPrintRequests(session, answerPageRequests(session, reporter))
    answerPaste(session)
    answerChecklist(session)
    answerCompare(session)
    answerElements(session)
    answerFindings(session)
    answerLength(session)
    answerNewDocument(session)
    answerRegister(session)
    if (client.pull && options.checkFolder) answerWorkspaceDiagnostics(session)
    settings = followSettings(session, reporter)
    return describeServer(session)
  })
  connection.onInitialized(async () => {
    if (!session || !reporter || !settings) return
    const [begun, told, set] = [session, reporter, settings]
    await run(begun, () => register(begun))
    await run(begun, set.ask)
    await run(begun, () => followFolders(begun, told, set.ask))
  })
  connection.onShutdown(async () => {
    const press = await session?.state.press?.catch(() => undefined)
    await press?.close()
  })
  connection.listen()
}

async function translationsFor(ports: ServerPorts, { locale }: InitializeParams) {
  if (!locale || /^zh\b/i.test(locale)) return undefined
  return await ports.translations?.('en')
}

function describeServer({ client, ports, options }: Session): InitializeResult {
  return {
    serverInfo: { name: 'hongtou', version: ports.version },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(client.pull
        ? {
            diagnosticProvider: {
              identifier: 'hongtou',
              interFileDependencies: true,
              workspaceDiagnostics: options.checkFolder === true,
            },
          }
        : {}),
      codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
      hoverProvider: true,
      documentSymbolProvider: { label: '红头' },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      linkedEditingRangeProvider: true,
      renameProvider: client.prepareRename ? { prepareProvider: true } : true,
      workspaceSymbolProvider: true,
      semanticTokensProvider: { legend: LEGEND, full: { delta: true } },
      inlayHintProvider: true,
      codeLensProvider: {},
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } },
      },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      completionProvider: { triggerCharacters: [':', '：', '★', '《'] },
      executeCommandProvider: { commands: [...SERVER_COMMANDS] },
    },
  }
}

/** What only makes sense once the editor is ready to be asked. */
async function register({ connection, client }: Session): Promise<void> {
  if (client.watch) {
    // A profile may inherit from a file of any name.
    const watchers = ['**/*.yaml', '**/*.yml', '**/*.gw.md'].map((globPattern) => ({ globPattern }))
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  }
  if (client.configurable) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'hongtou' })
  }
}
