import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { ProcessRequest, ProcessState } from '../../../server/src/lsp/processProtocol.ts'
import { followFront } from '../followFront.ts'
import { ask } from '../languageClient.ts'
import { knownActor } from './actor.ts'
import { childNodes, itemOf, type ProcessNode, rootNodes } from './nodes.ts'

const VIEW = 'hongtou.process'

/** The view 办文, and what stands behind its commands. */
export interface ProcessOffice {
  readonly client: LanguageClient
  readonly context: vscode.ExtensionContext
  /** The 公文 in front, or the last that was, whether the view is to be seen or not. */
  document(): vscode.Uri | undefined
  /** Shows a state that the server has just told. */
  show(document: vscode.Uri, state: ProcessState | null): void
}

/** The view 办文 of the 公文 in front: what was done and by whom, who is next, and what was changed since. */
export function showProcess(context: vscode.ExtensionContext, client: LanguageClient): ProcessOffice {
  const changed = new vscode.EventEmitter<undefined>()
  let shown: { readonly document: vscode.Uri; readonly state: ProcessState | null } | undefined
  const view = vscode.window.createTreeView<ProcessNode>(VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => (node ? childNodes(node) : shown?.state?.begun ? rootNodes(shown.state) : []),
      getTreeItem: (node) => itemOf(node, shown?.document ?? vscode.Uri.file('/')),
    },
  })
  const show = (document: vscode.Uri | undefined, state: ProcessState | null, failure = '') => {
    shown = document && { document, state }
    view.description = state?.begun ? `${state.standing} · ${state.flow}` : ''
    // A log that cannot be read as one, or a flow that is not there, has no state: then the reason stands here.
    view.message = failure || (state?.begun === false ? state.problems.join('\n') : '')
    const stage = !document || failure ? 'none' : state?.begun ? 'begun' : 'ready'
    void vscode.commands.executeCommand('setContext', 'hongtou.processStage', failure ? 'failed' : stage)
    changed.fire(undefined)
  }
  const front = followFront(
    context,
    () => view.visible,
    async (document) => {
      const uri = document?.uri
      if (!uri) return show(undefined, null)
      const actor = knownActor()
      try {
        const params = { uri: client.code2ProtocolConverter.asUri(uri), ...(actor ? { actor } : {}) }
        show(uri, await ask<ProcessRequest>(client, 'hongtou/process', params))
      } catch (error) {
        show(uri, null, error instanceof Error ? error.message : String(error))
      }
    },
  )
  const showDone: ProcessOffice['show'] = (document, state) => {
    show(document, state)
    // Another may have come to the front meanwhile.
    front.soon()
  }
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{gw.log,gw.md,定稿.md,yaml,yml}')
  context.subscriptions.push(
    view,
    changed,
    watcher,
    watcher.onDidCreate(front.soon),
    watcher.onDidChange(front.soon),
    watcher.onDidDelete(front.soon),
    view.onDidChangeVisibility(front.soon),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('hongtou') && front.soon()),
  )
  return { client, context, document: () => front.shown()?.uri, show: showDone }
}
