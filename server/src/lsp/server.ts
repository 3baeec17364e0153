import {
  CodeActionKind,
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
import { run } from './answer.ts'
import { answerChecklist } from './checklist.ts'
import { answerCommands, SERVER_COMMANDS } from './commands.ts'
import { answerCompare } from './compare.ts'
import { createReporter, type Reporter } from './diagnostics.ts'
import { answerElements } from './elements.ts'
import { answerFindings } from './findings.ts'
import { answerLanguageRequests } from './language.ts'
import { answerLength } from './length.ts'
import { answerNewDocument } from './newDocument.ts'
import { answerPageRequests } from './pages.ts'
import { answerPaste } from './paste.ts'
import { answerPrintRequests } from './printing.ts'
import type { TrustedNotification } from './protocol.ts'
import { answerRegister } from './register.ts'
import { createSession, type ServerPorts, type Session } from './session.ts'
import { readSettings, toWorkspaceSettings } from './settings.ts'
import { followTexts } from './sync.ts'

export type { ServerPorts } from './session.ts'

/** Serves one editor over a connection until it leaves. The caller opens the connection and brings the machine. */
export function startServer(connection: Connection, ports: ServerPorts): void {
  let session: Session | undefined
  let reporter: Reporter | undefined
  connection.onInitialize(async (params) => {
    if (session) throw new ResponseError(LSPErrorCodes.RequestFailed, 'initialize was sent twice')
    session = createSession(connection, ports, params)
    const { state, options, workspace } = session
    state.translations = await translationsFor(ports, params)
    workspace.configure(toWorkspaceSettings(options.settings ?? {}, state.trusted))
    reporter = createReporter(session)
    followTexts(session, reporter)
    answerLanguageRequests(session)
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
    followSettings(session, reporter)
    return describeServer(session)
  })
  connection.onInitialized(async () => {
    if (!session || !reporter) return
    const [begun, told] = [session, reporter]
    await run(begun, () => register(begun))
    await run(begun, () => indexHome(begun, told))
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

function describeServer({ client, ports }: Session): InitializeResult {
  return {
    serverInfo: { name: 'hongtou', version: ports.version },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(client.pull
        ? { diagnosticProvider: { identifier: 'hongtou', interFileDependencies: true, workspaceDiagnostics: false } }
        : {}),
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.hongtou`] },
      hoverProvider: true,
      documentSymbolProvider: { label: '红头' },
      foldingRangeProvider: true,
      documentFormattingProvider: true,
      completionProvider: { triggerCharacters: [':', '：', '★'] },
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

/** The documents of the first folder are known to each other without being open. */
async function indexHome({ home, workspace }: Session, reporter: Reporter): Promise<void> {
  if (home === undefined) return
  await workspace.index(home)
  reporter.allChanged()
}

function followSettings(session: Session, reporter: Reporter): void {
  const { connection, workspace, state } = session
  let settings = session.options.settings ?? {}
  const use = () => {
    workspace.configure(toWorkspaceSettings(settings, state.trusted))
    session.layouts.clear()
    reporter.allChanged()
  }
  connection.onDidChangeConfiguration(({ settings: sent }) =>
    run(session, () => {
      settings = readSettings(sent)
      use()
    }),
  )
  connection.onNotification('hongtou/trusted' satisfies TrustedNotification['method'], () =>
    run(session, () => {
      state.trusted = true
      use()
    }),
  )
}
