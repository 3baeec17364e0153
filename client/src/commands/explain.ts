import type { LanguageClient } from 'vscode-languageclient/node'
import type { ExplainArguments, ServerCommand } from '../../../server/src/lsp/commandProtocol.ts'
import type { MarkdownPages } from '../markdownPages.ts'

/** Shows a rule with its clause and examples beside the text. */
export async function explain(client: LanguageClient, pages: MarkdownPages, rule: string): Promise<void> {
  const command: ServerCommand = 'hongtou.server.explain'
  const given: ExplainArguments = { rule }
  const markdown = await client.sendRequest<string>('workspace/executeCommand', { command, arguments: [given] })
  await pages.show(rule, markdown)
}
