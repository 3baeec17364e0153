import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { RegisterCsvRequest, RegisterRequest } from '../../../server/src/lsp/protocol.ts'
import { fillWebview } from '../fillWebview.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'
import type { FromRegister, RegisterTexts, ToRegister } from './messages.ts'

/** Files change many at a time; so long is waited before the rows are asked for again, in milliseconds. */
const PAUSE = 500

/** 发文登记: all documents of the workspace in a table that can be sorted, searched and saved as CSV. One panel for all. */
export function createRegister(context: vscode.ExtensionContext, client: LanguageClient): () => Promise<void> {
  let panel: vscode.WebviewPanel | undefined
  return async () => {
    if (panel) {
      panel.reveal()
      return
    }
    panel = vscode.window.createWebviewPanel('hongtou.register', t('发文登记'), vscode.ViewColumn.Active)
    fillWebview(panel.webview, context.extensionUri, 'register', body(), { texts: texts() })
    keepUp(panel, client)
    panel.onDidDispose(() => {
      panel = undefined
    })
  }
}

function keepUp(panel: vscode.WebviewPanel, client: LanguageClient): void {
  let timer: NodeJS.Timeout | undefined
  const load = async () => {
    const rows = await ask<RegisterRequest>(client, 'hongtou/register', null)
    const sent: ToRegister = { kind: 'rows', rows }
    await panel.webview.postMessage(sent)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void load().catch(tell), PAUSE)
  }
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{gw.md,gw.log,pdf}')
  const listeners = [
    watcher,
    watcher.onDidCreate(soon),
    watcher.onDidChange(soon),
    watcher.onDidDelete(soon),
    panel.webview.onDidReceiveMessage((sent: FromRegister) => {
      if (sent.kind === 'ready') load().catch(tell)
      else if (sent.kind === 'open') void vscode.window.showTextDocument(vscode.Uri.parse(sent.uri))
      else saveCsv(client).catch(tell)
    }),
  ]
  panel.onDidDispose(() => {
    clearTimeout(timer)
    for (const listener of listeners) listener.dispose()
  })
}

async function saveCsv(client: LanguageClient): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  const target = await vscode.window.showSaveDialog({
    title: t('导出发文登记'),
    filters: { CSV: ['csv'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, t('发文登记.csv')) } : {}),
  })
  if (!target) return
  const csv = await ask<RegisterCsvRequest>(client, 'hongtou/registerCsv', null)
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(csv))
  void vscode.window.showInformationMessage(t('已导出 {0}。', target.path.slice(target.path.lastIndexOf('/') + 1)))
}

function body(): string {
  return `<header>
<label for="search">${t('查找')}</label>
<input id="search" type="search">
<button id="export" type="button">${t('导出 CSV')}</button>
<output id="count" aria-live="polite"></output>
</header>
<table><caption>${t('发文登记')}</caption><thead><tr id="head"></tr></thead><tbody id="rows"></tbody></table>`
}

function texts(): RegisterTexts {
  return {
    columns: {
      docNumber: t('字号'),
      title: t('标题'),
      genre: t('文种'),
      date: t('日期'),
      state: t('状态'),
      standing: t('办理'),
    },
    states: { signed: t('已签章'), printed: t('已生成'), numbered: t('已编号'), draft: t('草稿') },
    empty: t('文件夹里还没有公文（.gw.md）。'),
    found: t('共 {0} 份'),
  }
}

function tell(error: unknown): void {
  void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error))
}
