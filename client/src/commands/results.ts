import * as vscode from 'vscode'
import { t } from '../text.ts'

/** The file beside the document that is called as it, with another ending. */
export function nextTo(document: vscode.Uri, ending: string): vscode.Uri {
  const path = document.path.replace(/(?:\.gw)?\.[^./]*$/, '')
  return document.with({ path: path + ending })
}

/** Tells of a file that was made and offers what people do with it next. */
export async function offerFile(text: string, file: vscode.Uri): Promise<void> {
  const open = t('打开')
  const reveal = t('在文件夹中显示')
  const verify = t('验证签章')
  const actions = file.path.endsWith(SIGNED_ENDING) ? [open, reveal, verify] : [open, reveal]
  const chosen = await vscode.window.showInformationMessage(text, ...actions)
  if (chosen === open) await vscode.env.openExternal(file)
  if (chosen === reveal) await vscode.commands.executeCommand('revealFileInOS', file)
  if (chosen === verify) await vscode.commands.executeCommand('hongtou.verify', file)
}

/** Signed files have their own name, so that printing again does not write over one. */
export const SIGNED_ENDING = '-签章.pdf'
