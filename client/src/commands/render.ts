import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { RenderRequest } from '../../../server/src/lsp/protocol.ts'
import { savedDocument } from '../activeDocument.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'
import { passesLint } from './lintGate.ts'
import { askWishes } from './printWishes.ts'
import { baseName, nextTo, offerFile } from './results.ts'

/** 生成红头PDF: prints the document beside its source; a draft with errors only if the user says so. */
export async function render(client: LanguageClient, memory: vscode.Memento, uri?: vscode.Uri): Promise<void> {
  const document = await savedDocument(uri)
  if (!document || !(await passesLint(client, document, t('仍然生成（草稿）')))) return
  const wishes = await askWishes(memory, t('生成红头PDF'))
  if (!wishes) return
  const target = nextTo(document.uri, '.pdf')
  const params = { uri: client.code2ProtocolConverter.asUri(document.uri), target: target.toString(), wishes }
  const { pages } = await vscode.window.withProgress(progressOf(t('正在生成红头 PDF…')), (_, token) =>
    ask<RenderRequest>(client, 'hongtou/render', params, token),
  )
  await offerFile(t('已生成 {0}，共 {1} 面。', baseName(target), pages), target)
}

/** 按份数印制: one PDF for each copy, numbered from 000001. What is made before the user stops it stays. */
export async function renderCopies(client: LanguageClient, memory: vscode.Memento, uri?: vscode.Uri): Promise<void> {
  const document = await savedDocument(uri)
  if (!document || !(await passesLint(client, document))) return
  const typed = await vscode.window.showInputBox({
    title: t('按份数印制'),
    prompt: t('印多少份？每份一个 PDF，份号从 000001 起。'),
    value: '10',
    validateInput: (value) => (/^[1-9][0-9]{0,3}$/.test(value.trim()) ? undefined : t('请写 1 到 9999 的整数。')),
  })
  if (typed === undefined) return
  const wishes = await askWishes(memory, t('按份数印制'))
  if (!wishes) return
  const target = nextTo(document.uri, '.pdf')
  const copies = Number(typed)
  const own = { uri: client.code2ProtocolConverter.asUri(document.uri), target: target.toString() }
  const files: string[] = []
  await vscode.window.withProgress(progressOf(t('正在逐份生成 PDF…')), async (progress, token) => {
    for (let copy = 1; copy <= copies && !token.isCancellationRequested; copy++) {
      progress.report({ message: `${copy}/${copies}`, increment: 100 / copies })
      // Attachments that go by themselves carry no 份号: once is enough.
      const asked = copy === 1 ? wishes : { ...wishes, separate: false }
      const params = { ...own, wishes: asked, copy }
      const made = await ask<RenderRequest>(client, 'hongtou/render', params, token).catch(unlessCalledOff)
      files.push(...(made?.files ?? []))
    }
  })
  const [first] = files
  if (first !== undefined) await offerFile(t('已生成 {0} 个文件。', files.length), vscode.Uri.parse(first))
}

/** Who stops a run keeps what is there. */
function unlessCalledOff(error: unknown): undefined {
  if (!(error instanceof vscode.CancellationError)) throw error
}

function progressOf(title: string): vscode.ProgressOptions {
  return { location: vscode.ProgressLocation.Notification, title, cancellable: true }
}
