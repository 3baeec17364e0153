import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { VerifyRequest } from '../../../server/src/lsp/protocol.ts'
import { ask } from '../languageClient.ts'
import type { SignatureView } from '../signatures.ts'
import { t } from '../text.ts'

/** 验证签章: says in one sentence whether a PDF's signatures hold; the view 签章 has why. */
export async function verify(client: LanguageClient, view: SignatureView, uri?: vscode.Uri): Promise<void> {
  const pdf = uri ?? (await choosePdf())
  if (!pdf) return
  const progress = { location: vscode.ProgressLocation.Notification, title: t('正在验证签章…') }
  const verdict = await vscode.window.withProgress(progress, () =>
    ask<VerifyRequest>(client, 'hongtou/verify', { pdf: pdf.toString(), trusted: trustedCertificates() }),
  )
  const details = t('详情')
  const show = !verdict.valid
    ? vscode.window.showErrorMessage
    : verdict.trusted
      ? vscode.window.showInformationMessage
      : vscode.window.showWarningMessage
  view.add(pdf, verdict)
  const actions = verdict.signatures.length > 0 ? [details] : []
  if ((await show(verdict.headline, ...actions)) === details) await view.reveal(pdf)
}

async function choosePdf(): Promise<vscode.Uri | undefined> {
  const [file] = (await vscode.window.showOpenDialog({ title: t('选择要验证的 PDF'), filters: { PDF: ['pdf'] } })) ?? []
  return file
}

function trustedCertificates(): readonly string[] {
  const paths = vscode.workspace.getConfiguration('hongtou').get<readonly string[]>('trustedCertificates', [])
  return paths.map((path) => vscode.Uri.file(path).toString())
}
