import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { RevisionRequest } from '../../../server/src/lsp/protocol.ts'
import { ask } from '../languageClient.ts'
import type { SignatureNode } from '../signatures.ts'
import { t } from '../text.ts'
import { baseName, nextTo, offerFile } from './results.ts'

/** 看签章时的版本: takes out the file as it was when a signature was made, into a file of its own. */
export async function signedRevision(client: LanguageClient, node: SignatureNode | undefined): Promise<void> {
  if (node?.kind !== 'signature') return
  const { pdf, signature } = node
  const target = await vscode.window.showSaveDialog({
    title: t('把签章时的版本存到哪里'),
    defaultUri: nextTo(pdf, `（${signature.field}）.pdf`),
    filters: { PDF: ['pdf'] },
  })
  if (!target) return
  const params = { pdf: pdf.toString(), field: signature.field, target: target.toString() }
  await ask<RevisionRequest>(client, 'hongtou/revision', params)
  await offerFile(t('已取出签章“{0}”时的版本：{1}', signature.field, baseName(target)), target)
}
