// What is read off the record or made of it: changes, check, 办文单, archive package.
import * as vscode from 'vscode'
import type {
  ProcessCheckRequest,
  ProcessMakeRequest,
  ProcessRequest,
} from '../../../server/src/lsp/processProtocol.ts'
import { activeDocument, savedDocument } from '../activeDocument.ts'
import { nextTo, offerFile } from '../commands/results.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'
import { knownActor } from './actor.ts'
import { askSigning, keyOf, withCertificate } from './signing.ts'
import type { ProcessOffice } from './view.ts'

/** 看签发后的改动: the 定稿 and the present text side by side. */
export async function showChanges({ client, document }: ProcessOffice): Promise<void> {
  const front = await activeDocument(document())
  if (!front) return
  const uri = client.code2ProtocolConverter.asUri(front.uri)
  const state = await ask<ProcessRequest>(client, 'hongtou/process', { uri })
  const kept = nextTo(front.uri, '.定稿.md')
  if (!(await isThere(kept))) {
    void vscode.window.showInformationMessage(t('还没有定稿：签发以后才有可以比较的。'))
    return
  }
  if (!state?.change?.settled) void vscode.window.showInformationMessage(t('正文与定稿相同。'))
  await vscode.commands.executeCommand('vscode.diff', kept, front.uri, t('定稿与现在的正文'))
}

/** 核对记录: whether the log is as it was written and its signatures hold. */
export async function checkRecord({ client, document, show }: ProcessOffice): Promise<void> {
  const front = await activeDocument(document())
  if (!front) return
  const actor = knownActor()
  const uri = client.code2ProtocolConverter.asUri(front.uri)
  const params = { uri, trusted: trustedCertificates(), ...(actor ? { actor } : {}) }
  const progress = { location: vscode.ProgressLocation.Notification, title: t('正在核对办理记录…') }
  const { headline, sound, state } = await vscode.window.withProgress(progress, () =>
    ask<ProcessCheckRequest>(client, 'hongtou/processCheck', params),
  )
  show(front.uri, state)
  void (sound ? vscode.window.showInformationMessage : vscode.window.showErrorMessage)(headline)
}

/** 生成办文单, 归档: a file beside the document. */
export async function makePaper(
  { client, context, document }: ProcessOffice,
  kind: ProcessMakeRequest['params']['kind'],
): Promise<void> {
  const saved = await savedDocument(document())
  if (!saved) return
  const signing = kind === 'sheet' ? {} : await askPackageSigning(context)
  if (!signing) return
  const { certificate } = signing
  const title = kind === 'sheet' ? t('正在生成办文单…') : t('正在归档…')
  const uri = client.code2ProtocolConverter.asUri(saved.uri)
  const progress = { location: vscode.ProgressLocation.Notification, title }
  const key = certificate && keyOf(certificate)
  const params = { uri, kind, trusted: trustedCertificates(), ...(key ? { key } : {}) }
  const { file } = await withCertificate(context, certificate, () =>
    vscode.window.withProgress(progress, () => ask<ProcessMakeRequest>(client, 'hongtou/processMake', params)),
  )
  const made = kind === 'sheet' ? t('已生成办文单。') : t('已生成归档信息包。')
  await offerFile(made, client.protocol2CodeConverter.asUri(file))
}

function askPackageSigning(context: vscode.ExtensionContext): ReturnType<typeof askSigning> {
  return askSigning(context, {
    title: t('给归档包签名吗'),
    unsigned: t('证明不了里面的文件没有换过，四性检测不会通过'),
    signed: t('以后能证明一个文件也没有换过'),
    memory: 'hongtou.archive.signed',
  })
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

function trustedCertificates(): readonly string[] {
  const paths = vscode.workspace.getConfiguration('hongtou').get<readonly string[]>('trustedCertificates', [])
  return paths.map((path) => vscode.Uri.file(path).toString())
}
