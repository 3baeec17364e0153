import * as vscode from 'vscode'
import { LANGUAGE } from '../languageClient.ts'
import { t } from '../text.ts'

const ENDING = '.gw.md'

/** 新建公文: asks for the 文种 and opens its template as a new document. */
export async function newDocument(extension: vscode.Uri): Promise<void> {
  const folder = vscode.Uri.joinPath(extension, 'templates')
  const files = await vscode.workspace.fs.readDirectory(folder)
  const genres = files.flatMap(([name]) => (name.endsWith(ENDING) ? [name.slice(0, -ENDING.length)] : []))
  const genre = await vscode.window.showQuickPick(genres, { title: t('新建公文'), placeHolder: t('选择文种') })
  if (genre === undefined) return
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, genre + ENDING))
  const content = new TextDecoder().decode(bytes)
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content })
  await vscode.window.showTextDocument(document)
}
