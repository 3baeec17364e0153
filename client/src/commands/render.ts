import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { RenderRequest } from '../../../server/src/lsp/protocol.ts'
import { savedDocument } from '../activeDocument.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'
import { passesLint } from './lintGate.ts'
import { nextTo, offerFile } from './results.ts'

/** 生成红头PDF: prints the document beside its source; a draft with errors only if the user says so. */
export async function render(client: LanguageClient, uri?: vscode.Uri): Promise<void> {
  const document = await savedDocument(uri)
  if (!document || !(await passesLint(client, document, t('仍然生成（草稿）')))) return
  const target = nextTo(document.uri, '.pdf')
  const progress = { location: vscode.ProgressLocation.Notification, title: t('正在生成红头 PDF…'), cancellable: true }
  const { pages } = await vscode.window.withProgress(progress, (_, token) => {
    const params = { uri: client.code2ProtocolConverter.asUri(document.uri), target: target.toString() }
    return ask<RenderRequest>(client, 'hongtou/render', params, token)
  })
  await offerFile(t('已生成 {0}，共 {1} 面。', nameOf(target), pages), target)
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1)
}
