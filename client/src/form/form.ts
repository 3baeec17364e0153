import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { ElementsRequest, SetElementRequest } from '../../../server/src/lsp/protocol.ts'
import { fillWebview } from '../fillWebview.ts'
import { followFront } from '../followFront.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'
import type { FormTexts, FromForm, ToForm } from './messages.ts'

const VIEW = 'hongtou.elements'

/** The view 公文要素: the front matter of the 公文 in front as a form. What is changed there is one small edit in the text. */
export function showForm(context: vscode.ExtensionContext, client: LanguageClient): void {
  let view: vscode.WebviewView | undefined
  const post = (sent: ToForm) => view?.webview.postMessage(sent)

  const front = followFront(
    context,
    () => view?.visible === true,
    async (document) => {
      const uri = document && client.code2ProtocolConverter.asUri(document.uri)
      const form = uri && (await ask<ElementsRequest>(client, 'hongtou/elements', { uri }))
      if (!document || !form) await post({ kind: 'empty', text: t('打开一份公文（.gw.md），在这里填写各要素。') })
      else
        await post({
          kind: 'fields',
          document: document.uri.toString(),
          title: nameOf(document.uri),
          fields: form.fields,
        })
    },
  )
  const receive = async (sent: FromForm) => {
    if (sent.kind === 'set') {
      // The one whose fields are shown: another may just have come to the front.
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === sent.document)
      if (document) await setElement(client, document, sent.key, sent.values).catch(tell)
    }
    front.soon()
  }
  context.subscriptions.push(
    vscode.window.registerWebviewViewProvider(VIEW, {
      resolveWebviewView(resolved) {
        view = resolved
        const texts: FormTexts = {
          none: t('（不写）'),
          lines: t('一行一个'),
          example: t('例如：{0}'),
          all: t('显示其他格式才有的要素'),
        }
        const body = '<main id="form"></main>\n<p id="notice" role="status"></p>'
        fillWebview(resolved.webview, context.extensionUri, 'form', body, { texts })
        resolved.webview.onDidReceiveMessage(receive)
        resolved.onDidChangeVisibility(front.soon)
        resolved.onDidDispose(() => {
          view = undefined
        })
      },
    }),
    // What is wrong with a value is known a moment after the value.
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = front.shown()?.uri.toString()
      if (uris.some((uri) => uri.toString() === shown)) front.soon()
    }),
  )
}

async function setElement(
  client: LanguageClient,
  document: vscode.TextDocument,
  key: string,
  values: readonly string[],
): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const { version, edits } = await ask<SetElementRequest>(client, 'hongtou/setElement', { uri, key, values })
  if (edits.length === 0) return
  if (document.version !== version) throw new Error(t('正文刚刚改动过，这一项没有写进去，请再填一次。'))
  const change = new vscode.WorkspaceEdit()
  change.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits]))
  await vscode.workspace.applyEdit(change)
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1)
}

function tell(error: unknown): void {
  void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error))
}
