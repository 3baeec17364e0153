import * as vscode from 'vscode'
import { showChecklist } from './checklist.ts'
import { breakTitle } from './commands/breakTitle.ts'
import { explain } from './commands/explain.ts'
import { fixAll } from './commands/fixAll.ts'
import { newDocument } from './commands/newDocument.ts'
import { render } from './commands/render.ts'
import { renderAndSign } from './commands/sign.ts'
import { verify } from './commands/verify.ts'
import { createClient } from './languageClient.ts'
import { createMarkdownPages } from './markdownPages.ts'
import { offerPaste } from './paste.ts'
import { createPreviews } from './preview/preview.ts'
import { showStatus } from './status.ts'
import { loadTexts } from './text.ts'

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await loadTexts(context.extensionUri)
  const client = createClient(context)
  const pages = createMarkdownPages(context)
  const previews = createPreviews(context, client)
  command(context, 'hongtou.new', () => newDocument(context.extensionUri))
  command(context, 'hongtou.fixAll', () => fixAll(client))
  command(context, 'hongtou.breakTitle', () => breakTitle(client))
  command(context, 'hongtou.render', (uri) => render(client, asUri(uri)))
  command(context, 'hongtou.renderAndSign', (uri) => renderAndSign(client, context.globalState, asUri(uri)))
  command(context, 'hongtou.verify', (uri) => verify(client, pages, asUri(uri)))
  command(context, 'hongtou.preview', (uri) => previews.open(asUri(uri)))
  command(context, 'hongtou.explain', (rule) => explain(client, pages, String(rule)))
  offerPaste(context, client)
  showChecklist(context, client)
  showStatus(context)
  // Last: commands that wait for the server are there even when it cannot start, and then say so.
  await client.start()
}

/** Registers a command whose failure is told as a sentence. */
function command(context: vscode.ExtensionContext, name: string, job: (argument: unknown) => Promise<void>): void {
  const run = async (argument: unknown) => {
    try {
      await job(argument)
    } catch (error) {
      if (error instanceof vscode.CancellationError) return
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error))
    }
  }
  context.subscriptions.push(vscode.commands.registerCommand(name, run))
}

/** Menus hand over the file that was clicked; the palette hands over nothing. */
function asUri(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : undefined
}
