import * as vscode from 'vscode'
import { type LanguageClient, State } from 'vscode-languageclient/node'
import type { PlaceOfRequest, SourceAtRequest } from '../../../server/src/lsp/protocol.ts'
import { activeDocument } from '../activeDocument.ts'
import { writeBreak } from '../commands/breakTitle.ts'
import { baseName } from '../commands/results.ts'
import { fillWebview } from '../fillWebview.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'
import { drawer } from './drawer.ts'
import { FIRST_LOOK, type FromPage, type Kept, type Look, type PageTexts, type ToPage } from './messages.ts'
import { previewBody } from './page.ts'

/** 打开预览: the real pages beside the text, one panel for a document. */
export interface Previews {
  open(uri?: vscode.Uri): Promise<void>
}

export function createPreviews(context: vscode.ExtensionContext, client: LanguageClient): Previews {
  const panels = new Map<string, vscode.WebviewPanel>()
  const fill = (panel: vscode.WebviewPanel, document: vscode.TextDocument) => {
    const key = document.uri.toString()
    panels.set(key, panel)
    panel.onDidDispose(() => panels.delete(key))
    fillPanel(panel, context, document.uri)
    connect(panel, document, client, context.globalState)
  }
  context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(KIND, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const document = await documentOf(state)
        if (document) fill(panel, document)
        else panel.dispose()
      },
    }),
  )
  const open = async (uri?: vscode.Uri) => {
    const document = await activeDocument(uri)
    if (!document) return
    // From the explorer: a document that no editor shows is closed again by VS Code, and its preview with it.
    if (uri && !isShown(document)) await vscode.window.showTextDocument(document, { preview: false })
    const standing = panels.get(document.uri.toString())
    if (standing) standing.reveal(undefined, true)
    else fill(createPanel(document.uri), document)
  }
  context.subscriptions.push(followNames(panels, (uri) => void open(uri).catch(tell)))
  return { open }
}

/** VS Code closes a document that is renamed, and its preview with it: under the new name there is one again. */
function followNames(panels: ReadonlyMap<string, unknown>, open: (uri: vscode.Uri) => void): vscode.Disposable {
  let shown: readonly string[] = []
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles(() => {
      shown = [...panels.keys()]
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const key of shown) {
        const { path } = vscode.Uri.parse(key)
        const moved = files.find(({ oldUri }) => `${path}/`.startsWith(`${oldUri.path}/`))
        const now = moved && moved.newUri.path + path.slice(moved.oldUri.path.length)
        if (now?.endsWith('.gw.md')) open(vscode.Uri.parse(key).with({ path: now }))
      }
    }),
  )
}

/** What a preview showed before the window was loaded anew; undefined if that is gone. */
async function documentOf(state: unknown): Promise<vscode.TextDocument | undefined> {
  const { document: uri } = (state ?? {}) as Partial<Kept>
  if (typeof uri !== 'string') return undefined
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
    const beside = { viewColumn: vscode.ViewColumn.One, preserveFocus: true, preview: false }
    if (!isShown(document)) await vscode.window.showTextDocument(document, beside)
    return document
  } catch {
    return undefined
  }
}

function isShown(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document)
}

const KIND = 'hongtou.preview'
const LOOK = 'hongtou.preview.look'

function createPanel(document: vscode.Uri): vscode.WebviewPanel {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
  return vscode.window.createWebviewPanel(KIND, t('预览 {0}', baseName(document)), place, { enableFindWidget: false })
}

function fillPanel(
  { webview }: vscode.WebviewPanel,
  { extensionUri, globalState }: vscode.ExtensionContext,
  document: vscode.Uri,
): void {
  const texts: PageTexts = { page: t('第 {0} 面，共 {1} 面'), breaks: t('标题分行'), unsigned: t('未签章') }
  const kept: Kept = { document: document.toString() }
  fillWebview(webview, extensionUri, 'preview', previewBody(t), {
    look: globalState.get<Look>(LOOK, FIRST_LOOK),
    texts,
    kept,
  })
}

/** Keeps one panel in step with its document until the panel is closed. */
function connect(
  panel: vscode.WebviewPanel,
  document: vscode.TextDocument,
  client: LanguageClient,
  memory: vscode.Memento,
): void {
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const post = (sent: ToPage) => panel.webview.postMessage(sent)
  const draw = drawer(client, uri, post)
  const isOurs = (other: vscode.TextDocument) => other.uri.toString() === document.uri.toString()

  /** Opens where the writing is, not on the first page. */
  const begin = () => {
    draw.afresh()
    const editor = vscode.window.visibleTextEditors.find((each) => isOurs(each.document))
    if (editor) follow(client, uri, editor.selection.active, post).catch(ignore)
  }

  const listeners = [
    // A server that was started again knows of no page.
    client.onDidChangeState(({ newState }) => newState === State.Running && draw.afresh()),
    panel.webview.onDidReceiveMessage((sent: FromPage) => {
      if (sent.kind === 'ready') begin()
      else if (sent.kind === 'reached') draw.within(sent)
      else if (sent.kind === 'chosen') jump(client, uri, document.uri, sent).catch(ignore)
      else if (sent.kind === 'looked') void memory.update(LOOK, sent.look)
      else writeBreak(client, { uri, ...broken(sent) }).catch(tell)
    }),
    vscode.workspace.onDidChangeTextDocument((event) => isOurs(event.document) && draw.again()),
    vscode.workspace.onDidCloseTextDocument((closed) => isOurs(closed) && panel.dispose()),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
      const [selection] = selections
      // Without a kind the selection was moved by a program, such as our own jump.
      if (!selection || kind === undefined || !isOurs(textEditor.document)) return
      follow(client, uri, selection.active, post).catch(ignore)
    }),
  ]
  panel.onDidDispose(() => {
    for (const listener of listeners) listener.dispose()
  })
}

/** A jump that fails because the server is gone is not worth a message: the pages themselves will say so. */
function ignore(): void {}

function broken({ version, position, lines }: Extract<FromPage, { kind: 'broken' }>) {
  return { version, position, lines }
}

function tell(error: unknown): void {
  void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error))
}

async function follow(
  client: LanguageClient,
  uri: string,
  caret: vscode.Position,
  post: (sent: ToPage) => Thenable<boolean>,
): Promise<void> {
  const position = client.code2ProtocolConverter.asPosition(caret)
  const place = await ask<PlaceOfRequest>(client, 'hongtou/placeOf', { uri, position })
  if (place) await post({ kind: 'show', place })
}

async function jump(
  client: LanguageClient,
  uri: string,
  document: vscode.Uri,
  { place }: Extract<FromPage, { kind: 'chosen' }>,
): Promise<void> {
  const found = await ask<SourceAtRequest>(client, 'hongtou/sourceAt', { uri, ...place })
  if (!found) return
  const at = client.protocol2CodeConverter.asPosition(found)
  const standing = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === document.toString(),
  )
  const viewColumn = standing?.viewColumn ?? vscode.ViewColumn.One
  await vscode.window.showTextDocument(document, { viewColumn, selection: new vscode.Range(at, at) })
}
