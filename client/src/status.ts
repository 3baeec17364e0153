import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { LengthRequest } from '../../server/src/lsp/protocol.ts'
import { followFront } from './followFront.ts'
import { ask, LANGUAGE } from './languageClient.ts'
import { t } from './text.ts'

/** Status bar: findings of the 公文 in front, which a click lists, and how long it is. */
export function showStatus(context: vscode.ExtensionContext, client: LanguageClient): void {
  const findings = vscode.window.createStatusBarItem('hongtou.status', vscode.StatusBarAlignment.Right, 100)
  findings.name = t('红头：校对')
  findings.command = 'hongtou.findings.focus'
  const length = vscode.window.createStatusBarItem('hongtou.length', vscode.StatusBarAlignment.Right, 99)
  length.name = t('红头：字数和页数')
  length.command = 'hongtou.preview'
  const count = () => {
    const document = vscode.window.activeTextEditor?.document
    if (document?.languageId === LANGUAGE) showCount(findings, document)
    else {
      findings.hide()
      length.hide()
    }
  }
  const front = followFront(
    context,
    () => vscode.window.activeTextEditor?.document.languageId === LANGUAGE,
    async (document) => {
      const uri = document?.uri.toString()
      const found = uri ? await ask<LengthRequest>(client, 'hongtou/length', { uri }) : null
      if (found) showLength(length, found)
      else length.hide()
    },
  )
  context.subscriptions.push(
    findings,
    length,
    vscode.languages.onDidChangeDiagnostics(() => {
      count()
      // Layout rules speak when pages were made: then there is a number of pages, too.
      front.soon()
    }),
    vscode.window.onDidChangeActiveTextEditor(count),
  )
  count()
  front.soon()
}

function showCount(item: vscode.StatusBarItem, document: vscode.TextDocument): void {
  const own = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === '红头')
  const errors = own.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length
  item.text = own.length === 0 ? t('$(pass) 校对无误') : t('$(checklist) 校对 {0} 项', own.length)
  item.tooltip =
    own.length === 0 ? t('红头没有发现问题') : t('必须改正 {0} 项，请核对 {1} 项', errors, own.length - errors)
  item.show()
}

function showLength(item: vscode.StatusBarItem, { characters, pages }: NonNullable<LengthRequest['result']>): void {
  const many = characters.toLocaleString('en')
  item.text = pages === null ? t('{0} 字', many) : t('{0} 字 · {1} 页', many, pages)
  item.tooltip = t('正文字数，不计表格；打开预览以后有页数')
  item.show()
}
