import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { CompareRequest } from '../../../server/src/lsp/protocol.ts'
import { activeDocument } from '../activeDocument.ts'
import { baseName } from '../commands/results.ts'
import { fillWebview } from '../fillWebview.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'
import { compareBody } from './page.ts'

const MOST_FILES = 500

/** 比较两稿: the 公文 in front with an earlier one, as 花脸 (struck out and written in on one page) or 清样 (side by side). */
export async function compareVersions(client: LanguageClient, extension: vscode.Uri, uri?: vscode.Uri): Promise<void> {
  const document = await activeDocument(uri)
  if (!document) return
  const earlier = await chooseEarlier(document)
  if (!earlier) return
  const title = t('{0} 改为 {1}', baseName(earlier), baseName(document.uri))
  const way = await vscode.window.showQuickPick(
    [
      { label: t('花脸'), detail: t('一页上看删了什么、加了什么'), marked: true },
      { label: t('清样'), detail: t('两稿左右对照'), marked: false },
    ],
    { title },
  )
  if (!way) return
  if (!way.marked) {
    await vscode.commands.executeCommand('vscode.diff', earlier, document.uri, title)
    return
  }
  const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(earlier))
  const lines = await ask<CompareRequest>(client, 'hongtou/compare', { before, after: document.getText() })
  const panel = vscode.window.createWebviewPanel('hongtou.compare', t('花脸 {0}', baseName(document.uri)), {
    viewColumn: vscode.ViewColumn.Beside,
  })
  fillWebview(panel.webview, extension, 'compare', compareBody(lines, title, t))
}

interface Choice extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri
}

async function chooseEarlier(document: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles('**/*.gw.md', undefined, MOST_FILES)
  const others = files.filter((file) => file.toString() !== document.uri.toString())
  const saved: readonly Choice[] =
    document.isDirty && !document.isUntitled ? [{ label: t('上次保存的这一份'), uri: document.uri }] : []
  const choices: readonly Choice[] = [
    ...saved,
    ...others.map((uri) => ({ label: baseName(uri), description: vscode.workspace.asRelativePath(uri), uri })),
    { label: t('选择其他文件…') },
  ]
  const chosen = await vscode.window.showQuickPick(choices, { title: t('和哪一稿比较'), placeHolder: t('选择原稿') })
  if (!chosen || chosen.uri) return chosen?.uri
  const [file] =
    (await vscode.window.showOpenDialog({ title: t('选择原稿'), filters: { [t('公文')]: ['md', 'txt'] } })) ?? []
  return file
}
