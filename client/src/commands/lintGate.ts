import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { CheckedFinding, CheckRequest } from '../../../server/src/lsp/protocol.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'

interface Entry extends vscode.QuickPickItem {
  readonly finding?: CheckedFinding
}

/**
 * Whether the document may go out. Errors are listed; choosing one leads to it in the text.
 * @param anyway label of the entry that goes on all the same; without one there is no such entry
 */
export async function passesLint(
  client: LanguageClient,
  document: vscode.TextDocument,
  anyway?: string,
): Promise<boolean> {
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const findings = await ask<CheckRequest>(client, 'hongtou/check', { uri })
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return true
  const entries: Entry[] = errors.map((finding) => ({
    label: `$(error) ${finding.message}`,
    description: t('第 {0} 行', finding.range.start.line + 1),
    ...(finding.clause === '' ? {} : { detail: finding.clause }),
    finding,
  }))
  const chosen = await vscode.window.showQuickPick<Entry>(
    [...(anyway === undefined ? [] : [{ label: `$(arrow-right) ${anyway}` }]), ...entries],
    {
      title: t('还有 {0} 处错误，改正后才能签发', errors.length),
      placeHolder: t('选一处，转到正文修改'),
      matchOnDetail: true,
    },
  )
  if (!chosen) return false
  if (!chosen.finding) return true
  const selection = client.protocol2CodeConverter.asRange(chosen.finding.range)
  await vscode.window.showTextDocument(document, { selection })
  return false
}
