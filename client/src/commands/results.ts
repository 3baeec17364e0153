import * as vscode from 'vscode'
import { t } from '../text.ts'

/** The file beside the document that is called as it, with another ending. */
export function nextTo(document: vscode.Uri, ending: string): vscode.Uri {
  const path = document.path.replace(/(?:\.gw)?\.[^./]*$/, '')
  return document.with({ path: path + ending })
}

/** The file's own name, as people say it. */
export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1)
}

/** Something to be done with a file that was made, beside what people always do. */
export interface Offer {
  readonly label: string
  run(): Thenable<unknown>
}

/** Tells of a file that was made and offers what people do with it next. */
export async function offerFile(text: string, file: vscode.Uri, ...more: readonly Offer[]): Promise<void> {
  const run = (command: string) => () => vscode.commands.executeCommand(command, file)
  const offers: readonly Offer[] = [
    { label: t('打开'), run: () => vscode.env.openExternal(file) },
    { label: t('在文件夹中显示'), run: run('revealFileInOS') },
    ...(file.path.endsWith(SIGNED_ENDING) ? [{ label: t('验证签章'), run: run('hongtou.verify') }] : []),
    ...more,
  ]
  const chosen = await vscode.window.showInformationMessage(text, ...offers.map(({ label }) => label))
  await offers.find(({ label }) => label === chosen)?.run()
}

/** Signed files have their own name, so that printing again does not write over one. */
export const SIGNED_ENDING = '-签章.pdf'
