import * as vscode from 'vscode'
import type { VerifyRequest } from '../../server/src/lsp/protocol.ts'

const VIEW = 'hongtou.signatures'

type Verdict = VerifyRequest['result']
/** A line of the view. */
export type SignatureNode =
  | { readonly kind: 'file'; readonly pdf: vscode.Uri; readonly verdict: Verdict }
  | { readonly kind: 'signature'; readonly pdf: vscode.Uri; readonly signature: Verdict['signatures'][number] }
  | { readonly kind: 'fact'; readonly text: string }

/** The view 签章: what was found out about PDFs, signature by signature. */
export interface SignatureView {
  /** Adds a verdict, or puts it in the place of the file's last one. */
  add(pdf: vscode.Uri, verdict: Verdict): void
  /** Brings the file's verdict before the user's eyes. */
  reveal(pdf: vscode.Uri): Promise<void>
}

export function createSignatureView(context: vscode.ExtensionContext): SignatureView {
  const changed = new vscode.EventEmitter<undefined>()
  const files = new Map<string, SignatureNode & { readonly kind: 'file' }>()
  const view = vscode.window.createTreeView<SignatureNode>(VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getParent: () => undefined,
      getChildren: (node) => (node ? childrenOf(node) : [...files.values()].toReversed()),
      getTreeItem: itemOf,
    },
  })
  context.subscriptions.push(view, changed)
  return {
    add(pdf, verdict) {
      files.delete(pdf.toString())
      files.set(pdf.toString(), { kind: 'file', pdf, verdict })
      changed.fire(undefined)
    },
    async reveal(pdf) {
      const node = files.get(pdf.toString())
      if (node) await view.reveal(node, { focus: true, expand: 2 })
    },
  }
}

function childrenOf(node: SignatureNode): SignatureNode[] {
  if (node.kind === 'fact') return []
  if (node.kind === 'signature') return node.signature.sentences.map((text) => ({ kind: 'fact', text }))
  const { pdf, verdict } = node
  const signatures = verdict.signatures.map((signature): SignatureNode => ({ kind: 'signature', pdf, signature }))
  return [{ kind: 'fact', text: verdict.headline }, ...signatures]
}

/** Names in a PDF are those of strangers: labels are plain text, in which nothing is a link. */
function itemOf(node: SignatureNode): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState
  switch (node.kind) {
    case 'file': {
      const item = new vscode.TreeItem(node.pdf, Expanded)
      item.iconPath = iconOf(node.verdict)
      item.contextValue = 'pdf'
      item.tooltip = `${node.pdf.fsPath}\n${node.verdict.headline}`
      return item
    }
    case 'signature': {
      const item = new vscode.TreeItem(node.signature.signer, Collapsed)
      item.description = node.signature.field
      item.iconPath = new vscode.ThemeIcon('verified')
      item.contextValue = 'signature'
      return item
    }
    case 'fact': {
      const item = new vscode.TreeItem(node.text, None)
      item.tooltip = node.text
      return item
    }
  }
}

function iconOf({ valid, trusted }: Verdict): vscode.ThemeIcon {
  if (!valid) return new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed'))
  return trusted
    ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'))
    : new vscode.ThemeIcon('warning')
}
