import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { RenderAndSignRequest } from '../../../server/src/lsp/protocol.ts'
import { savedDocument } from '../activeDocument.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'
import { passesLint } from './lintGate.ts'
import { nextTo, offerFile, SIGNED_ENDING } from './results.ts'

/** The place of the certificate that was used last; never its password. */
const LAST_CERTIFICATE = 'hongtou.lastCertificate'

/** 生成并签章: only a document without errors, with a certificate and a password that the user gives each time. */
export async function renderAndSign(client: LanguageClient, memory: vscode.Memento, uri?: vscode.Uri): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showErrorMessage(t('这个文件夹未被信任：只能校对和预览，不能签章。'))
    return
  }
  const document = await savedDocument(uri)
  if (!document || !(await passesLint(client, document))) return
  const target = nextTo(document.uri, SIGNED_ENDING)
  if (!(await mayWrite(target))) return
  const certificate = await chooseCertificate(memory)
  if (!certificate) return
  const password = await vscode.window.showInputBox({
    title: t('证书密码'),
    prompt: t('密码只用于这一次签章，不会保存。'),
    password: true,
    ignoreFocusOut: true,
  })
  if (password === undefined) return
  const progress = { location: vscode.ProgressLocation.Notification, title: t('正在生成并签章…'), cancellable: true }
  const { pages } = await vscode.window.withProgress(progress, (_, token) => {
    const params = {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      target: target.toString(),
      p12: certificate.toString(),
      password,
    }
    return ask<RenderAndSignRequest>(client, 'hongtou/renderAndSign', params, token)
  })
  await memory.update(LAST_CERTIFICATE, certificate.toString())
  await offerFile(t('已生成并签章，共 {0} 面。', pages), target)
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

interface Choice extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri
}

async function chooseCertificate(memory: vscode.Memento): Promise<vscode.Uri | undefined> {
  const last = memory.get<string>(LAST_CERTIFICATE)
  if (last !== undefined) {
    const uri = vscode.Uri.parse(last)
    const choices: Choice[] = [
      { label: t('上次用的证书'), description: uri.fsPath, uri },
      { label: t('选择其他证书…') },
    ]
    const chosen = await vscode.window.showQuickPick<Choice>(choices, { title: t('用哪一个证书签章') })
    if (!chosen) return undefined
    if (chosen.uri) return chosen.uri
  }
  const [file] =
    (await vscode.window.showOpenDialog({
      title: t('选择签章证书'),
      openLabel: t('用它签章'),
      filters: { [t('证书（P12、PFX）')]: ['p12', 'pfx'] },
    })) ?? []
  return file
}
