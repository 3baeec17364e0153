import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { CleanPasteRequest, PasteRequest } from '../../server/src/lsp/protocol.ts'
import { ask, LANGUAGE } from './languageClient.ts'
import { t } from './text.ts'

// Pasting edits came with VS Code 1.97, newer than the oldest version that we run in and whose types we use.
interface PasteEdit {
  insertText: string
  title: string
  kind: unknown
}
interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined>
}
interface PasteApi {
  readonly languages: {
    registerDocumentPasteEditProvider?(
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: { readonly providedPasteEditKinds: readonly unknown[]; readonly pasteMimeTypes: readonly string[] },
    ): vscode.Disposable
  }
  readonly DocumentDropOrPasteEditKind?: { readonly Text: { append(...parts: readonly string[]): unknown } }
  readonly DocumentPasteEdit?: new (insertText: string, title: string, kind: unknown) => PasteEdit
}

const PLAIN = 'text/plain'

/**
 * Pasting a whole 公文 into an empty one offers 按公文整理粘贴, pasting what a web page or a chat has marked up
 * 清除网页和聊天格式; each is one step of 撤消. Editors without pasting edits go on as they do.
 */
export function offerPaste(context: vscode.ExtensionContext, client: LanguageClient): void {
  const { languages, DocumentDropOrPasteEditKind: kinds, DocumentPasteEdit: Edit } = vscode as unknown as PasteApi
  if (!languages.registerDocumentPasteEditProvider || !kinds || !Edit) return
  const whole = kinds.Text.append('gongwen')
  const clean = kinds.Text.append('gongwen', 'clean')
  const provider: PasteProvider = {
    async provideDocumentPasteEdits(document, [range], data, _context, token) {
      const text = await data.get(PLAIN)?.asString()
      if (!text || !range || token.isCancellationRequested) return undefined
      const at = client.code2ProtocolConverter.asRange(range)
      const params: PasteRequest['params'] = { uri: document.uri.toString(), range: at, text }
      const insert = await ask<PasteRequest>(client, 'hongtou/paste', params, token)
      if (insert !== null) return [new Edit(insert, t('按公文整理粘贴'), whole)]
      const words = await ask<CleanPasteRequest>(client, 'hongtou/cleanPaste', { text }, token)
      return words === null ? undefined : [new Edit(words, t('清除网页和聊天格式'), clean)]
    },
  }
  context.subscriptions.push(
    languages.registerDocumentPasteEditProvider({ language: LANGUAGE }, provider, {
      providedPasteEditKinds: [whole, clean],
      pasteMimeTypes: [PLAIN],
    }),
  )
}
