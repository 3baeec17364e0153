import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { BreakTitleArguments, ServerCommand } from '../../../server/src/lsp/commandProtocol.ts'
import type { PreviewTitle, TitlesRequest } from '../../../server/src/lsp/protocol.ts'
import { activeDocument } from '../activeDocument.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'

/** 调整标题分行: offers other ways to break the title that the caret is in, else the first one, and writes the chosen one. */
export async function breakTitle(client: LanguageClient): Promise<void> {
  const document = await activeDocument()
  if (!document) return
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const answer = await ask<TitlesRequest>(client, 'hongtou/titles', { uri })
  const title = answer && titleAt(answer.titles, document)
  if (!answer || !title) {
    void vscode.window.showInformationMessage(t('标题没有别的分行方式。'))
    return
  }
  const ways = [title.lines, ...title.others].map((lines, index) => ({
    label: lines.join(' ／ '),
    description: index === 0 ? t('现在的分行') : '',
    lines,
  }))
  const chosen = await vscode.window.showQuickPick(ways, { title: t('标题怎样分行') })
  if (chosen) await writeBreak(client, { uri, version: answer.version, position: title.position, lines: chosen.lines })
}

/** Writes the lines into the text as one change, which one step of 撤消 takes back. */
export async function writeBreak(client: LanguageClient, given: BreakTitleArguments): Promise<void> {
  const command: ServerCommand = 'hongtou.server.breakTitle'
  await client.sendRequest<boolean>('workspace/executeCommand', { command, arguments: [given] })
}

function titleAt(titles: readonly PreviewTitle[], document: vscode.TextDocument): PreviewTitle | undefined {
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document)
  const line = editor?.selection.active.line
  return titles.findLast(({ position }) => line !== undefined && position.line <= line) ?? titles[0]
}
