import * as vscode from 'vscode'
import { LANGUAGE } from './languageClient.ts'

/** Typing goes on for so long before a view asks again, in milliseconds. */
const PAUSE = 300

export interface Front {
  /** The 公文 in front, or the last that was. */
  shown(): vscode.TextDocument | undefined
  /** Loads after a pause. */
  soon(): void
}

/** Keeps a view in step with the 公文 in front: `load` is called a while after it changed or another came to the front. */
export function followFront(
  context: vscode.ExtensionContext,
  isVisible: () => boolean,
  load: (document: vscode.TextDocument | undefined) => Promise<void>,
): Front {
  let shown: vscode.TextDocument | undefined
  let timer: NodeJS.Timeout | undefined
  // Asked anew each time: what a command does to the 公文 that was in front a moment ago may not be taken back.
  const current = () => {
    const front = vscode.window.activeTextEditor?.document
    if (front?.languageId === LANGUAGE) return front
    return shown?.isClosed ? undefined : shown
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      shown = current()
      // The server being gone is told by itself; a view then keeps what it shows.
      if (isVisible()) load(shown).catch(() => undefined)
    }, PAUSE)
  }
  context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.workspace.onDidCloseTextDocument((document) => document === shown && soon()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => document === shown && soon()),
    { dispose: () => clearTimeout(timer) },
  )
  return { shown: current, soon }
}
