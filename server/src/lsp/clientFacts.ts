import type { ClientCapabilities } from 'vscode-languageserver'

/** What this editor can do, asked once. */
export interface ClientFacts {
  readonly pull: boolean
  readonly refresh: boolean
  /** Lenses are asked for again when the server says so. */
  readonly refreshLenses: boolean
  readonly refreshHints: boolean
  readonly relatedInformation: boolean
  readonly tags: boolean
  readonly codeDescription: boolean
  readonly nestedSymbols: boolean
  /** What is completed may say where the cursor goes. */
  readonly snippets: boolean
  readonly watch: boolean
  readonly configurable: boolean
  /** Settings may be asked for by folder. */
  readonly configuration: boolean
  readonly prepareRename: boolean
  readonly folders: boolean
  readonly progress: boolean
  /** An edit may make a file. */
  readonly createFiles: boolean
  /** Of a definition the whole name at the cursor may be told. */
  readonly definitionLinks: boolean
}

export function clientFacts({ textDocument, workspace, window }: ClientCapabilities): ClientFacts {
  const published = textDocument?.publishDiagnostics
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic ?? published)?.relatedInformation === true || published?.relatedInformation === true,
    tags: published?.tagSupport !== undefined || textDocument?.diagnostic?.tagSupport !== undefined,
    codeDescription:
      published?.codeDescriptionSupport === true || textDocument?.diagnostic?.codeDescriptionSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    folders: workspace?.workspaceFolders === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    progress: window?.workDoneProgress === true,
    configuration: workspace?.configuration === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    configurable: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  }
}
