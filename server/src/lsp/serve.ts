// All that answers an editor once it knows what the server can do. Rules and model come with it, so it is loaded last.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from 'vscode-languageserver'
import { answerAnnotations } from './annotations.ts'
import { run } from './answer.ts'
import { answerChecklist } from './checklist.ts'
import { answerCommands } from './commands.ts'
import { answerCompare } from './compare.ts'
import { followSettings } from './configuration.ts'
import { createReporter } from './diagnostics.ts'
import { answerElements } from './elements.ts'
import { answerFindings } from './findings.ts'
import { followFolders } from './folders.ts'
import { answerLanguageRequests } from './language.ts'
import { answerLength } from './length.ts'
import { answerNavigation } from './navigation.ts'
import { answerNewDocument } from './newDocument.ts'
import { answerPageRequests } from './pages.ts'
import { answerPaste } from './paste.ts'
import type { ServerPorts } from './ports.ts'
import { answerPrintRequests } from './printing.ts'
import { answerProcess } from './process.ts'
import { createProcesses } from './processes.ts'
import { answerRegister } from './register.ts'
import { createSession, type Session } from './session.ts'
import { toWorkspaceSettings } from './settings.ts'
import { followTexts } from './sync.ts'
import { answerWorkspaceDiagnostics } from './workspaceDiagnostics.ts'

export async function serve(connection: Connection, ports: ServerPorts, params: InitializeParams): Promise<void> {
  const session = createSession(connection, ports, params)
  const { state, options, workspace, client } = session
  state.translations = await translationsFor(ports, params)
  workspace.configure(toWorkspaceSettings(options.settings ?? {}, state.trusted))
  const reporter = createReporter(session)
  const processes = createProcesses(session)
  followTexts(session, reporter, processes)
  answerLanguageRequests(session)
  answerNavigation(session)
  answerAnnotations(session, processes)
  answerCommands(session)
  answerPrintRequests(session, answerPageRequests(session, reporter))
  answerPaste(session)
  answerChecklist(session)
  answerCompare(session)
  answerElements(session)
  answerFindings(session)
  answerLength(session)
  answerNewDocument(session)
  answerProcess(session, processes)
  answerRegister(session, processes)
  if (client.pull && options.checkFolder) answerWorkspaceDiagnostics(session)
  const settings = followSettings(session, reporter)
  // None waits for another: editors leave what they are asked unanswered.
  connection.onInitialized(() => {
    void run(session, () => register(session))
    void run(session, settings.ask)
    void run(session, () => followFolders(session, reporter, settings.ask))
  })
  connection.onShutdown(async () => {
    const press = await state.press?.catch(() => undefined)
    await press?.close()
  })
}

async function translationsFor(ports: ServerPorts, { locale }: InitializeParams) {
  if (!locale || /^zh\b/i.test(locale)) return undefined
  return await ports.translations?.('en')
}

/** A profile may inherit from a file of any name; the last are what attachments and pictures usually are. */
const WATCHED = [
  '**/*.{yaml,yml}',
  '**/*.{gw.md,gw.log,定稿.md}',
  '**/*.{pdf,ofd,doc,docx,wps,xls,xlsx,et,csv,png,jpg,jpeg,svg}',
]

/** What only makes sense once the editor is ready to be asked. */
function register({ connection, client }: Session): void {
  // An editor that will not follow what it said it could is not worth a word.
  const ask = (registered: Promise<unknown>) => void registered.catch(() => {})
  if (client.watch) {
    const watchers = WATCHED.map((globPattern) => ({ globPattern }))
    ask(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }))
  }
  if (client.configurable) {
    ask(connection.client.register(DidChangeConfigurationNotification.type, { section: 'hongtou' }))
  }
}
