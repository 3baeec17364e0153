import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { showChecklist } from './checklist.ts'
import { breakTitle } from './commands/breakTitle.ts'
import { forgetPasswords } from './commands/certificate.ts'
import { explain } from './commands/explain.ts'
import { fixAll } from './commands/fixAll.ts'
import { help } from './commands/help.ts'
import { newDocument } from './commands/newDocument.ts'
import { nextBlank } from './commands/nextBlank.ts'
import { render, renderCopies } from './commands/render.ts'
import { renderAndSign } from './commands/sign.ts'
import { signedRevision } from './commands/signedRevision.ts'
import { verify } from './commands/verify.ts'
import { compareVersions } from './compare/compare.ts'
import { showFindings } from './findings.ts'
import { showForm } from './form/form.ts'
import { createClient } from './languageClient.ts'
import { createMarkdownPages } from './markdownPages.ts'
import { offerPaste } from './paste.ts'
import { createPreviews } from './preview/preview.ts'
import { act, note, sendBack } from './process/act.ts'
import { changeActor } from './process/actor.ts'
import { checkRecord, makePaper, showChanges } from './process/papers.ts'
import { showProcess } from './process/view.ts'
import { createRegister } from './register/register.ts'
import { createSignatureView, type SignatureNode } from './signatures.ts'
import { showStatus } from './status.ts'
import { loadTexts } from './text.ts'

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await loadTexts(context.extensionUri)
  const client = createClient(context)
  registerCommands(context, client)
  offerPaste(context, client)
  showForm(context, client)
  showFindings(context, client)
  showChecklist(context, client)
  registerProcess(context, client)
  showStatus(context, client)
  // Last: commands that wait for the server are there even when it cannot start, and then say so.
  await client.start()
}

function registerCommands(context: vscode.ExtensionContext, client: LanguageClient): void {
  const { extensionUri, globalState } = context
  const pages = createMarkdownPages(context)
  const previews = createPreviews(context, client)
  const signatures = createSignatureView(context)
  command(context, 'hongtou.new', () => newDocument(client, extensionUri))
  command(context, 'hongtou.fixAll', () => fixAll(client))
  command(context, 'hongtou.breakTitle', () => breakTitle(client))
  command(context, 'hongtou.nextBlank', nextBlank)
  command(context, 'hongtou.render', (uri) => render(client, globalState, asUri(uri)))
  command(context, 'hongtou.renderCopies', (uri) => renderCopies(client, globalState, asUri(uri)))
  command(context, 'hongtou.renderAndSign', (uri) => renderAndSign(client, context, asUri(uri)))
  command(context, 'hongtou.forgetPasswords', () => forgetPasswords(context))
  command(context, 'hongtou.signedRevision', (node) => signedRevision(client, node as SignatureNode | undefined))
  command(context, 'hongtou.verify', (uri) => verify(client, signatures, asUri(uri)))
  command(context, 'hongtou.preview', (uri) => previews.open(asUri(uri)))
  command(context, 'hongtou.compare', (uri) => compareVersions(client, extensionUri, asUri(uri)))
  command(context, 'hongtou.register', createRegister(context, client))
  command(context, 'hongtou.explain', (rule) => explain(client, pages, String(rule)))
  command(context, 'hongtou.help', () => help(extensionUri))
}

/** 办文. */
function registerProcess(context: vscode.ExtensionContext, client: LanguageClient): void {
  const office = showProcess(context, client)
  command(context, 'hongtou.process.act', (at) => act(office, at))
  command(context, 'hongtou.process.sendBack', (at) => sendBack(office, at))
  command(context, 'hongtou.process.note', () => note(office))
  command(context, 'hongtou.process.changes', () => showChanges(office))
  command(context, 'hongtou.process.check', () => checkRecord(office))
  command(context, 'hongtou.process.sheet', () => makePaper(office, 'sheet'))
  command(context, 'hongtou.process.archive', () => makePaper(office, 'archive'))
  command(context, 'hongtou.process.actor', changeActor)
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
