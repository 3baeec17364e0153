import * as vscode from 'vscode'
import {
  type ApplyWorkspaceEditParams,
  type ApplyWorkspaceEditRequest,
  type ApplyWorkspaceEditResult,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node'
import type { ExplainArguments, IgnoreArguments, ServerCommand } from '../../server/src/lsp/commandProtocol.ts'
import type { InitializationOptions, Method, TrustedNotification } from '../../server/src/lsp/protocol.ts'
import { t } from './text.ts'

export const LANGUAGE = 'gongwen'

/** What lives a moment takes 4 MB, not V8's 16, three times over: 25 MB less for the same speed. */
const SERVER_FLAGS = ['--max-semi-space-size=4']

/** The server's other end. It starts with the first request at the latest. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.mjs').fsPath
  const server: ServerOptions = { module, transport: TransportKind.ipc, options: { execArgv: SERVER_FLAGS } }
  const client = new LanguageClient('hongtou', t('红头'), server, clientOptions())
  context.subscriptions.push(
    client,
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      const method: TrustedNotification['method'] = 'hongtou/trusted'
      void client.sendNotification(method)
    }),
  )
  return client
}

function clientOptions(): LanguageClientOptions {
  const { rules, fonts } = vscode.workspace.getConfiguration('hongtou')
  const initializationOptions: InitializationOptions = {
    trusted: vscode.workspace.isTrusted,
    rulePage: 'command:hongtou.explain?%5B%22{rule}%22%5D',
    settings: { rules, fonts },
    lenses: {
      check: 'workbench.actions.view.problems',
      process: 'hongtou.process.focus',
      preview: 'hongtou.preview',
      render: 'hongtou.render',
      sign: 'hongtou.renderAndSign',
    },
  }
  return {
    documentSelector: [{ language: LANGUAGE }],
    initializationOptions,
    middleware: { executeCommand, workspace: { handleApplyEdit } },
    errorHandler: errorHandler(),
  }
}

/** So often in so many milliseconds the server is started again; more would only hide that something is wrong. */
const MOST_RESTARTS = 4
const RESTART_PERIOD = 180_000

/** A server that ends by itself is started again, and the user is told once. */
function errorHandler(): ErrorHandler {
  const ends: number[] = []
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed: () => {
      const now = Date.now()
      ends.push(now)
      if (ends.filter((each) => now - each < RESTART_PERIOD).length > MOST_RESTARTS) {
        void vscode.window.showErrorMessage(
          t('校对服务一再退出，已停止。正文没有受影响；请重新打开窗口，并把“输出”里“红头”一栏的内容附在问题报告里。'),
        )
        return { action: CloseAction.DoNotRestart, handled: true }
      }
      if (ends.length === 1) void vscode.window.showWarningMessage(t('校对服务意外退出，已重新启动。正文没有受影响。'))
      return { action: CloseAction.Restart, handled: true }
    },
  }
}

/** Commands of code actions that need the user before or after the server does its part. */
async function executeCommand(
  command: string,
  args: unknown[],
  next: (command: string, args: unknown[]) => vscode.ProviderResult<unknown>,
): Promise<unknown> {
  switch (command as ServerCommand) {
    case 'hongtou.server.explain': {
      const { rule } = args[0] as ExplainArguments
      return vscode.commands.executeCommand('hongtou.explain', rule)
    }
    case 'hongtou.server.ignore': {
      const asked = args[0] as IgnoreArguments
      const reason = await askReason()
      return reason === undefined ? undefined : next(command, [{ ...asked, reason } satisfies IgnoreArguments])
    }
    default:
      return next(command, args)
  }
}

/** A profile is read from the disk: an edit made for that text would land elsewhere in what was typed since. */
async function handleApplyEdit(
  params: ApplyWorkspaceEditParams,
  next: ApplyWorkspaceEditRequest.HandlerSignature,
): Promise<ApplyWorkspaceEditResult> {
  const changed = new Set(Object.keys(params.edit.changes ?? {}).map((uri) => vscode.Uri.parse(uri).toString()))
  const unsaved = vscode.workspace.textDocuments.find(
    ({ uri, isDirty, languageId }) => isDirty && languageId !== LANGUAGE && changed.has(uri.toString()),
  )
  if (!unsaved) {
    const { token } = new vscode.CancellationTokenSource()
    return (await next(params, token)) as ApplyWorkspaceEditResult
  }
  const name = vscode.workspace.asRelativePath(unsaved.uri)
  return { applied: false, failureReason: t('“{0}”里有没有保存的修改。请先保存，再试一次。', name) }
}

function askReason(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: t('为什么忽略'),
    prompt: t('理由写进公文的注释里，不会印出来，核稿的人看得到。'),
    validateInput: (value) => (value.trim() === '' ? t('请写明理由。') : undefined),
    ignoreFocusOut: true,
  })
}

/**
 * A request of `lsp/protocol.ts`; it rejects with a sentence for the user.
 * @throws {vscode.CancellationError} when the user has called it off
 */
export async function ask<M extends Method>(
  client: LanguageClient,
  method: M['method'],
  params: M['params'],
  token?: vscode.CancellationToken,
): Promise<M['result']> {
  // An absent token would be sent along as a second parameter.
  if (!token) return client.sendRequest(method, params)
  try {
    return await client.sendRequest(method, params, token)
  } catch (error) {
    throw token.isCancellationRequested ? new vscode.CancellationError() : error
  }
}
