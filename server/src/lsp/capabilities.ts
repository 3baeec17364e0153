// What the server tells an editor that it can do. It loads nothing of what does it: an editor is answered at once.
import {
  CodeActionKind,
  type InitializeResult,
  PositionEncodingKind,
  SemanticTokenModifiers,
  type SemanticTokensLegend,
  SemanticTokenTypes,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import type { ActionKind } from '../features/codeActions.ts'
import type { TokenKind } from '../features/semanticTokens.ts'
import type { ClientFacts } from './clientFacts.ts'
import type { ServerCommand } from './commandProtocol.ts'
import type { InitializationOptions } from './protocol.ts'

export const ACTION_KINDS: Readonly<Record<ActionKind, string>> = {
  quickfix: CodeActionKind.QuickFix,
  refactor: CodeActionKind.RefactorRewrite,
  'source.fixAll': `${CodeActionKind.SourceFixAll}.hongtou`,
}

/** Names that every editor's colours know. */
export const TOKEN_TYPES: Readonly<Record<TokenKind, SemanticTokenTypes>> = {
  title: SemanticTokenTypes.class,
  addressee: SemanticTokenTypes.parameter,
  ordinal: SemanticTokenTypes.keyword,
  heading: SemanticTokenTypes.function,
  closing: SemanticTokenTypes.macro,
  signature: SemanticTokenTypes.type,
  attachment: SemanticTokenTypes.property,
  term: SemanticTokenTypes.variable,
  citation: SemanticTokenTypes.string,
}

export const LEGEND: SemanticTokensLegend = {
  tokenTypes: Object.values(TOKEN_TYPES),
  tokenModifiers: [SemanticTokenModifiers.declaration],
}

const SERVER_COMMANDS: readonly ServerCommand[] = [
  'hongtou.server.fixAll',
  'hongtou.server.ignore',
  'hongtou.server.explain',
  'hongtou.server.breakTitle',
  'hongtou.server.setSeverity',
]

export function describeServer(client: ClientFacts, options: InitializationOptions, version: string): InitializeResult {
  return {
    serverInfo: { name: 'hongtou', version },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(client.pull
        ? {
            diagnosticProvider: {
              identifier: 'hongtou',
              interFileDependencies: true,
              workspaceDiagnostics: options.checkFolder === true,
            },
          }
        : {}),
      codeActionProvider: { codeActionKinds: Object.values(ACTION_KINDS) },
      hoverProvider: true,
      documentSymbolProvider: { label: '红头' },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      linkedEditingRangeProvider: true,
      renameProvider: client.prepareRename ? { prepareProvider: true } : true,
      workspaceSymbolProvider: true,
      semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
      inlayHintProvider: true,
      codeLensProvider: {},
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } },
      },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      completionProvider: { triggerCharacters: [':', '：', '★', '《', '（', '{'] },
      executeCommandProvider: { commands: [...SERVER_COMMANDS] },
    },
  }
}
