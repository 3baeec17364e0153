import * as vscode from 'vscode'
import { LANGUAGE } from './languageClient.ts'
import { t } from './text.ts'

/** The 公文 that a command is about: the one named, else the one in front. Says so when there is none. */
export async function activeDocument(uri?: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document
  if (document?.languageId === LANGUAGE) return document
  void vscode.window.showInformationMessage(t('请先打开一份公文（.gw.md）。'))
  return undefined
}

/** The same, as a file with nothing unsaved; asks where to save a new one. Undefined when the user gives up. */
export async function savedDocument(uri?: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const document = await activeDocument(uri)
  if (!document) return undefined
  if (document.isUntitled) {
    const saved = await vscode.workspace.save(document.uri)
    return saved ? vscode.workspace.openTextDocument(saved) : undefined
  }
  return !document.isDirty || (await document.save()) ? document : undefined
}
