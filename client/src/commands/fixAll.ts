import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { FixAllArguments, FixAllResult, ServerCommand } from '../../../server/src/lsp/commandProtocol.ts'
import { activeDocument } from '../activeDocument.ts'
import { t } from '../text.ts'

/** 校对并修复: mends what can be mended without changing what the text says, and tells what is left. */
export async function fixAll(client: LanguageClient): Promise<void> {
  const document = await activeDocument()
  if (!document) return
  const command: ServerCommand = 'hongtou.server.fixAll'
  const given: FixAllArguments = { uri: client.code2ProtocolConverter.asUri(document.uri) }
  const { mended, left } = await client.sendRequest<FixAllResult>('workspace/executeCommand', {
    command,
    arguments: [given],
  })
  if (left === 0) {
    void vscode.window.showInformationMessage(
      mended > 0 ? t('已修复 {0} 处，没有遗留问题。', mended) : t('没有发现问题。'),
    )
    return
  }
  const list = t('查看')
  const text = mended > 0 ? t('已修复 {0} 处，还有 {1} 处要人工处理。', mended, left) : t('有 {0} 处要人工处理。', left)
  if ((await vscode.window.showInformationMessage(text, list)) === list) {
    await vscode.commands.executeCommand('workbench.actions.view.problems')
  }
}
