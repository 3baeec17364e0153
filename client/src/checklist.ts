import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { ChecklistEntry, ChecklistRequest } from '../../server/src/lsp/protocol.ts'
import { followFront } from './followFront.ts'
import { ask } from './languageClient.ts'
import { t } from './text.ts'

const VIEW = 'hongtou.checklist'
type Node = { readonly group: string } | { readonly entry: ChecklistEntry; readonly document: vscode.Uri }
/** The entries of one document. */
interface Shown {
  readonly document: vscode.Uri
  readonly entries: readonly ChecklistEntry[]
}

/** The view 核稿清单 of the active 公文: what rules have verified is ticked, people tick the rest; their ticks stay in this folder. */
export function showChecklist(context: vscode.ExtensionContext, client: LanguageClient): void {
  const changed = new vscode.EventEmitter<undefined>()
  let shown: Shown | undefined
  // Drawn only when something is new: VS Code loses a click on a box that is drawn anew under it.
  const show = (next: Shown | undefined) => {
    const before = JSON.stringify(shown)
    shown = next
    if (JSON.stringify(next) !== before) changed.fire(undefined)
  }

  const ticksOf = (document: vscode.Uri): readonly string[] => context.workspaceState.get(`${VIEW}:${document}`, [])
  const tick = ({ entry, document }: Extract<Node, { entry: unknown }>, state: vscode.TreeItemCheckboxState) => {
    const others = ticksOf(document).filter((key) => key !== entry.key)
    const kept = state === vscode.TreeItemCheckboxState.Checked ? [...others, entry.key] : others
    return context.workspaceState.update(`${VIEW}:${document}`, kept)
  }
  const view = vscode.window.createTreeView<Node>(VIEW, {
    manageCheckboxStateManually: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => (shown ? childrenOf(shown, node) : []),
      getTreeItem: (node) => ('group' in node ? groupItem(node.group) : entryItem(node, ticksOf(node.document))),
    },
  })
  const front = followFront(
    context,
    () => view.visible,
    async (document) => {
      const uri = document?.uri
      const entries = uri && (await ask<ChecklistRequest>(client, 'hongtou/checklist', { uri: uri.toString() }))
      show(uri && entries ? { document: uri, entries } : undefined)
    },
  )
  context.subscriptions.push(
    view,
    changed,
    view.onDidChangeVisibility(front.soon),
    view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [node, state] of items) if ('entry' in node && node.entry.state === 'judge') await tick(node, state)
      changed.fire(undefined)
    }),
  )
}

function childrenOf({ entries, document }: Shown, node: Node | undefined): Node[] {
  if (!node) return [...new Set(entries.map(({ group }) => group))].map((group) => ({ group }))
  if ('entry' in node) return []
  return entries.filter(({ group }) => group === node.group).map((entry) => ({ entry, document }))
}

function groupItem(group: string): vscode.TreeItem {
  return new vscode.TreeItem(group, vscode.TreeItemCollapsibleState.Expanded)
}

function entryItem({ entry, document }: Extract<Node, { entry: unknown }>, ticks: readonly string[]): vscode.TreeItem {
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
  if (first) {
    const selection = new vscode.Range(first.start.line, first.start.character, first.end.line, first.end.character)
    item.command = { command: 'vscode.open', title: '', arguments: [document, { selection }] }
  }
  return item
}
