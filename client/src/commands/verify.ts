import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { VerifyRequest } from '../../../server/src/lsp/protocol.ts'
import { ask } from '../languageClient.ts'
import type { MarkdownPages } from '../markdownPages.ts'
import { t } from '../text.ts'

/** 验证签章: says in one sentence whether a PDF's signatures hold, and on request why. */
export async function verify(client: LanguageClient, pages: MarkdownPages, uri?: vscode.Uri): Promise<void> {
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
  const actions = verdict.signatures.length > 0 ? [details] : []
  if ((await show(verdict.headline, ...actions)) === details) await pages.show(t('签章验证结果'), report(pdf, verdict))
}

async function choosePdf(): Promise<vscode.Uri | undefined> {
  const [file] = (await vscode.window.showOpenDialog({ title: t('选择要验证的 PDF'), filters: { PDF: ['pdf'] } })) ?? []
  return file
}

function trustedCertificates(): readonly string[] {
  const paths = vscode.workspace.getConfiguration('hongtou').get<readonly string[]>('trustedCertificates', [])
  return paths.map((path) => vscode.Uri.file(path).toString())
}

function report(pdf: vscode.Uri, { headline, signatures }: VerifyRequest['result']): string {
  const parts = signatures.map(({ field, signer, sentences }) =>
    [`## “${plain(signer)}”（${plain(field)}）`, ...sentences.map((sentence) => `- ${plain(sentence)}`)].join('\n'),
  )
  return [`# ${plain(headline)}`, plain(pdf.fsPath), ...parts].join('\n\n')
}

/** Names in the report are those of strangers: in Markdown they must not become links, pictures or HTML. */
function plain(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}
