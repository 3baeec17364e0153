import * as vscode from 'vscode'

const SCHEME = 'hongtou-page'

/** Shows Markdown that is not a file: the explanation of a rule, the report on a signature. */
export interface MarkdownPages {
  show(title: string, markdown: string): Promise<void>
}

export function createMarkdownPages(context: vscode.ExtensionContext): MarkdownPages {
  const pages = new Map<string, string>()
  const changed = new vscode.EventEmitter<vscode.Uri>()
  context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => pages.get(uri.path) ?? '',
    }),
  )
  return {
    async show(title, markdown) {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${title.replaceAll('/', '／')}.md` })
      pages.set(uri.path, markdown)
      changed.fire(uri)
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri)
    },
  }
}
