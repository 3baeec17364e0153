import * as vscode from 'vscode'
import { LANGUAGE } from './languageClient.ts'
import { t } from './text.ts'

/** Status bar: how many findings the document in front has. A click opens the list. */
export function showStatus(context: vscode.ExtensionContext): void {
  const item = vscode.window.createStatusBarItem('hongtou.status', vscode.StatusBarAlignment.Right, 100)
  item.name = t('红头')
  item.command = 'workbench.actions.view.problems'
  const update = () => {
    const document = vscode.window.activeTextEditor?.document
    if (document?.languageId !== LANGUAGE) {
      item.hide()
      return
    }
    const own = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === '红头')
    const errors = own.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length
    item.text = own.length === 0 ? t('$(pass) 校对无误') : t('$(checklist) 校对 {0} 项', own.length)
    item.tooltip =
      own.length === 0 ? t('红头没有发现问题') : t('必须改正 {0} 项，请核对 {1} 项', errors, own.length - errors)
    item.show()
  }
  context.subscriptions.push(
    item,
    vscode.languages.onDidChangeDiagnostics(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  )
  update()
}
