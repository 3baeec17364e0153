import * as vscode from 'vscode'
import { activeDocument } from '../activeDocument.ts'
import { t } from '../text.ts'

/** 下一处待填: selects the next blank behind the caret; behind the last one the first again. */
export async function nextBlank(): Promise<void> {
  const document = await activeDocument()
  const editor = vscode.window.activeTextEditor
  if (!document || editor?.document !== document) return
  const { end, isEmpty } = editor.selection
  // The caret may stand in a blank of no width, which is not the next one.
  const from = document.offsetAt(end) + (isEmpty ? 1 : 0)
  if (!selectBlank(editor, from) && !selectBlank(editor, 0))
    void vscode.window.showInformationMessage(t('没有待填的地方了。'))
}

/** Selects the first blank that begins at the offset or behind it; false where none does. */
export function selectBlank(editor: vscode.TextEditor, from: number): boolean {
  const { document } = editor
  const found = blanks(document.getText()).find(({ start }) => start >= from)
  if (!found) return false
  const range = new vscode.Range(document.positionAt(found.start), document.positionAt(found.end))
  editor.selection = new vscode.Selection(range.start, range.end)
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  return true
}

/** 【…】 as templates have it, and behind keys of the front matter that have no value. */
function blanks(text: string): readonly { readonly start: number; readonly end: number }[] {
  const front = /^---\r?\n[\s\S]*?\n---/.exec(text)?.[0] ?? ''
  const keys = [...front.matchAll(/^[^\s:：#-]+:[ \t]*(?=\r?\n(?:---|[^\s-]))/gm)].map(({ index, 0: key }) => ({
    start: index + key.length,
    end: index + key.length,
  }))
  const marked = [...text.matchAll(/【[^【】\n]+】/g)].map(({ index, 0: blank }) => ({
    start: index,
    end: index + blank.length,
  }))
  return [...keys, ...marked].sort((a, b) => a.start - b.start)
}
