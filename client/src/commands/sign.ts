import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { PrintWishes, RenderAndSignRequest } from '../../../server/src/lsp/protocol.ts'
import { savedDocument } from '../activeDocument.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'
import {
  forgetPassword,
  type OpenCertificate,
  openCertificate,
  rememberCertificate,
  rememberPassword,
} from './certificate.ts'
import { passesLint } from './lintGate.ts'
import { askWishes } from './printWishes.ts'
import { nextTo, offerFile, SIGNED_ENDING } from './results.ts'

/** 生成并签章: only a document without errors, with a certificate that the user chooses. */
export async function renderAndSign(
  client: LanguageClient,
  context: vscode.ExtensionContext,
  uri?: vscode.Uri,
): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showErrorMessage(t('这个文件夹未被信任：只能校对和预览，不能签章。'))
    return
  }
  const document = await savedDocument(uri)
  if (!document || !(await passesLint(client, document))) return
  const target = nextTo(document.uri, SIGNED_ENDING)
  if (!(await mayWrite(target))) return
  const wishes = await askWishes(context.globalState, t('生成并签章'))
  const certificate = wishes && (await openCertificate(context))
  if (!certificate) return
  const { pages } = await sign(client, context, { document, target, wishes, certificate })
  await rememberCertificate(context.globalState, certificate.uri)
  const keep = { label: t('记住密码'), run: () => rememberPassword(context.secrets, certificate) }
  await offerFile(t('已生成并签章，共 {0} 面。', pages), target, ...(certificate.remembered ? [] : [keep]))
}

interface Signing {
  readonly document: vscode.TextDocument
  readonly target: vscode.Uri
  readonly wishes: PrintWishes
  readonly certificate: OpenCertificate
}

async function sign(
  client: LanguageClient,
  { secrets }: vscode.ExtensionContext,
  { document, target, wishes, certificate }: Signing,
): Promise<RenderAndSignRequest['result']> {
  const progress = { location: vscode.ProgressLocation.Notification, title: t('正在生成并签章…'), cancellable: true }
  return vscode.window.withProgress(progress, async (_, token) => {
    const params = {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      target: target.toString(),
      p12: certificate.uri.toString(),
      password: certificate.password,
      wishes,
    }
    try {
      return await ask<RenderAndSignRequest>(client, 'hongtou/renderAndSign', params, token)
    } catch (error) {
      // It may have been the password: a wrong one that is kept would fail for ever.
      if (certificate.remembered && !token.isCancellationRequested) await forgetPassword(secrets, certificate.uri)
      throw error
    }
  })
}

async function mayWrite(target: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(target)
  } catch {
    return true
  }
  const replace = t('替换')
  const text = t('已有一份签章文件。替换后，原来那份就没有了。')
  return (await vscode.window.showWarningMessage(text, { modal: true }, replace)) === replace
}
