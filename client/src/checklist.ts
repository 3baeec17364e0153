import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { ChecklistEntry, ChecklistRequest } from '../../server/src/lsp/protocol.ts'
import { followFront } from './followFront.ts'
import { ask } from './languageClient.ts'
import { t } from './text.ts'

const VIEW = 'hongtou.checklist'
type Node = { readonly group: string } | { readonly entry: ChecklistEntry }

/** The view 核稿清单 of the active 公文: what rules have verified is ticked, people tick the rest; their ticks stay in this folder. */
export function showChecklist(context: vscode.ExtensionContext, client: LanguageClient): void {
  const changed = new vscode.EventEmitter<undefined>()
  let shown: vscode.Uri | undefined
  let entries: readonly ChecklistEntry[] = []

  const ticks = (): readonly string[] => context.workspaceState.get(`${VIEW}:${shown}`, [])
  const view = vscode.window.createTreeView<Node>(VIEW, {
    manageCheckboxStateManually: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => childrenOf(entries, node),
      getTreeItem: (node) => ('group' in node ? groupItem(node.group) : entryItem(node.entry, ticks(), shown)),
    },
  })
  const front = followFront(
    context,
    () => view.visible,
    async (document) => {
      const uri = document?.uri
      entries = (uri && (await ask<ChecklistRequest>(client, 'hongtou/checklist', { uri: uri.toString() }))) ?? []
      shown = uri
      changed.fire(undefined)
    },
  )
  context.subscriptions.push(
    view,
    changed,
    view.onDidChangeVisibility(front.soon),
    view.onDidChangeCheckboxState(async ({ items }) => {
      const kept = new Set(ticks())
      for (const [node, state] of items) {
        if (!('entry' in node) || node.entry.state !== 'judge') continue
        if (state === vscode.TreeItemCheckboxState.Checked) kept.add(node.entry.key)
        else kept.delete(node.entry.key)
      }
      await context.workspaceState.update(`${VIEW}:${shown}`, [...kept])
      changed.fire(undefined)
    }),
  )
}

function childrenOf(entries: readonly ChecklistEntry[], node: Node | undefined): Node[] {
  if (!node) return [...new Set(entries.map(({ group }) => group))].map((group) => ({ group }))
  return 'group' in node ? entries.filter(({ group }) => group === node.group).map((entry) => ({ entry })) : []
}

function groupItem(group: string): vscode.TreeItem {
  return new vscode.TreeItem(group, vscode.TreeItemCollapsibleState.Expanded)
}

function entryItem(entry: ChecklistEntry, ticks: readonly string[], uri: vscode.Uri | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(entry.text)
  const [first] = entry.ranges
  item.tooltip = [entry.text, entry.clause, entry.reason ?? ''].filter((line) => line !== '').join('\n')
  if (entry.state === 'judge') {
    const done = ticks.includes(entry.key)
    item.checkboxState = done ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked
  } else if (entry.state === 'verified') {
    item.iconPath = new vscode.ThemeIcon('pass')
    item.description = t('工具已核')
  } else {
    item.iconPath = new vscode.ThemeIcon('warning')
    item.description = t('{0}处', entry.ranges.length)
  }
  if (first && uri) {
    const selection = new vscode.Range(first.start.line, first.start.character, first.end.line, first.end.character)
    item.command = { command: 'vscode.open', title: '', arguments: [uri, { selection }] }
  }
  return item
}
