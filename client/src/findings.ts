import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { FindingsRequest } from '../../server/src/lsp/protocol.ts'
import { followFront } from './followFront.ts'
import { ask } from './languageClient.ts'
import { t } from './text.ts'

const VIEW = 'hongtou.findings'

type Finding = NonNullable<FindingsRequest['result']>[number]
type Node = { readonly group: string } | { readonly finding: Finding }

/** The view 校对: what is marked in the 公文 in front, by group of rules; an entry leads to its place. */
export function showFindings(context: vscode.ExtensionContext, client: LanguageClient): void {
  const changed = new vscode.EventEmitter<undefined>()
  let shown: vscode.Uri | undefined
  let findings: readonly Finding[] = []
  const view = vscode.window.createTreeView<Node>(VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => childrenOf(findings, node),
      getTreeItem: (node) => ('group' in node ? groupItem(node.group, findings) : findingItem(node.finding, shown)),
    },
  })
  const front = followFront(
    context,
    () => view.visible,
    async (document) => {
      const uri = document?.uri
      findings = (uri && (await ask<FindingsRequest>(client, 'hongtou/findings', { uri: uri.toString() }))) ?? []
      shown = uri
      view.message = uri && findings.length === 0 ? t('红头没有发现问题') : ''
      changed.fire(undefined)
    },
  )
  context.subscriptions.push(
    view,
    changed,
    view.onDidChangeVisibility(front.soon),
    vscode.languages.onDidChangeDiagnostics(front.soon),
  )
}

function childrenOf(findings: readonly Finding[], node: Node | undefined): Node[] {
  if (!node) return [...new Set(findings.map(({ group }) => group))].map((group) => ({ group }))
  return 'group' in node ? findings.filter(({ group }) => group === node.group).map((finding) => ({ finding })) : []
}

function groupItem(group: string, findings: readonly Finding[]): vscode.TreeItem {
  const item = new vscode.TreeItem(group, vscode.TreeItemCollapsibleState.Expanded)
  item.description = String(findings.filter((finding) => finding.group === group).length)
  return item
}

const ICONS = { error: 'error', warning: 'warning', info: 'info', hint: 'lightbulb' } as const

function findingItem(
  { message, clause, severity, rule, range }: Finding,
  uri: vscode.Uri | undefined,
): vscode.TreeItem {
  const item = new vscode.TreeItem(message)
  item.description = t('第 {0} 行', range.start.line + 1)
  item.tooltip = [message, clause, rule].filter((line) => line !== '').join('\n')
  item.iconPath = new vscode.ThemeIcon(ICONS[severity])
  if (uri) {
    const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character)
    item.command = { command: 'vscode.open', title: '', arguments: [uri, { selection }] }
  }
  return item
}
