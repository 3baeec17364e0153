// What the messages of an editor must have for the server to make anything of them. Fields that are not named here may be what they like.
import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver'

/** A kind of value, a list of such, or an object with them by name; `?` behind a name: it may be null or absent. */
type Shape = 'text' | 'number' | readonly [Shape] | { readonly [name: string]: Shape }

const TEXTS = ['text'] as const
const POSITION = { line: 'number', character: 'number' } as const
const RANGE = { start: POSITION, end: POSITION } as const
const NAMED = { uri: 'text' } as const
const OF_DOCUMENT = { textDocument: NAMED } as const
const AT_POSITION = { ...OF_DOCUMENT, position: POSITION } as const
const IN_RANGE = { ...OF_DOCUMENT, range: RANGE } as const
const ACTOR = { name: 'text', organ: 'text', 'post?': 'text' } as const

const SHAPES: Readonly<Record<string, Shape>> = {
  initialize: { 'capabilities?': {}, 'locale?': 'text', 'rootUri?': 'text', 'workspaceFolders?': [NAMED] },
  'textDocument/didOpen': { textDocument: { uri: 'text', 'version?': 'number', text: 'text' } },
  'textDocument/didChange': {
    textDocument: { uri: 'text', 'version?': 'number' },
    contentChanges: [{ 'range?': RANGE, text: 'text' }],
  },
  'textDocument/didClose': OF_DOCUMENT,
  'workspace/didChangeWatchedFiles': { changes: [NAMED] },
  'workspace/didChangeWorkspaceFolders': { event: { added: [NAMED], removed: [NAMED] } },
  'workspace/didChangeConfiguration': {},
  'textDocument/codeAction': { ...IN_RANGE, context: { 'only?': TEXTS } },
  'textDocument/codeLens': OF_DOCUMENT,
  'textDocument/completion': AT_POSITION,
  'textDocument/definition': AT_POSITION,
  'textDocument/diagnostic': OF_DOCUMENT,
  'textDocument/documentHighlight': AT_POSITION,
  'textDocument/documentLink': OF_DOCUMENT,
  'textDocument/documentSymbol': OF_DOCUMENT,
  'textDocument/foldingRange': OF_DOCUMENT,
  'textDocument/formatting': OF_DOCUMENT,
  'textDocument/hover': AT_POSITION,
  'textDocument/inlayHint': IN_RANGE,
  'textDocument/linkedEditingRange': AT_POSITION,
  'textDocument/onTypeFormatting': { ...AT_POSITION, ch: 'text' },
  'textDocument/prepareRename': AT_POSITION,
  'textDocument/rangeFormatting': IN_RANGE,
  'textDocument/references': { ...AT_POSITION, context: {} },
  'textDocument/rename': { ...AT_POSITION, newName: 'text' },
  'textDocument/selectionRange': { ...OF_DOCUMENT, positions: [POSITION] },
  'textDocument/semanticTokens/full': OF_DOCUMENT,
  'textDocument/semanticTokens/full/delta': { ...OF_DOCUMENT, previousResultId: 'text' },
  'textDocument/semanticTokens/range': IN_RANGE,
  'workspace/diagnostic': { previousResultIds: [{ uri: 'text', value: 'text' }] },
  'workspace/executeCommand': { command: 'text', 'arguments?': [{}] },
  'workspace/symbol': { query: 'text' },
  'workspace/willRenameFiles': { files: [{ oldUri: 'text', newUri: 'text' }] },
  'hongtou/check': NAMED,
  'hongtou/checklist': NAMED,
  'hongtou/cleanPaste': { text: 'text' },
  'hongtou/compare': { before: 'text', after: 'text' },
  'hongtou/elements': NAMED,
  'hongtou/fillTemplate': { 'folder?': 'text', template: 'text', 'format?': 'text', 'issuer?': 'text' },
  'hongtou/findings': NAMED,
  'hongtou/length': NAMED,
  'hongtou/newChoices': { 'folder?': 'text' },
  'hongtou/paste': { ...NAMED, range: RANGE, text: 'text' },
  'hongtou/placeOf': { ...NAMED, position: POSITION },
  'hongtou/preview': { ...NAMED, known: TEXTS, 'within?': { first: 'number', last: 'number' } },
  'hongtou/process': { ...NAMED, 'actor?': ACTOR },
  'hongtou/processAct': { ...NAMED, action: 'text' },
  'hongtou/processCheck': { ...NAMED, trusted: TEXTS, 'actor?': ACTOR },
  'hongtou/processMake': { ...NAMED, kind: 'text', trusted: TEXTS },
  'hongtou/render': { ...NAMED, target: 'text', 'wishes?': {}, 'copy?': 'number' },
  'hongtou/renderAndSign': { ...NAMED, target: 'text', p12: 'text', password: 'text', 'wishes?': {} },
  'hongtou/revision': { pdf: 'text', field: 'text', target: 'text' },
  'hongtou/setElement': { ...NAMED, key: 'text', values: TEXTS },
  'hongtou/sourceAt': { ...NAMED, section: 'number', offset: 'number' },
  'hongtou/titles': NAMED,
  'hongtou/verify': { pdf: 'text', trusted: TEXTS },
}

const REFUSED = 'hongtou/malformed'

/** Lets through what is well-formed. Of a malformed request only its refusal is left, of a malformed notification nothing. */
export function onlyWellFormed({ handleMessage }: MessageStrategy, warn: (text: string) => void): MessageStrategy {
  return {
    handleMessage(message, next) {
      const { method, params } = message as Partial<RequestMessage>
      const shape = SHAPES[method ?? '']
      const where = shape === undefined ? undefined : misfitIn(params, shape, 'params')
      if (where === undefined) return handleMessage(message, next)
      if (!Message.isRequest(message)) return warn(`${method}: ${where}`)
      handleMessage({ ...message, method: REFUSED, params: { where } } as RequestMessage, next)
    },
  }
}

/** Answers what was refused with the place that is wrong, as `params.textDocument.uri`. */
export function answerMalformed(connection: Connection): void {
  connection.onRequest(REFUSED, ({ where }: { readonly where: string }) => {
    throw new ResponseError(ErrorCodes.InvalidParams, where)
  })
}

function misfitIn(value: unknown, shape: Shape, path: string): string | undefined {
  if (shape === 'text') return typeof value === 'string' ? undefined : path
  if (shape === 'number') return typeof value === 'number' ? undefined : path
  if (typeof value !== 'object' || value === null || isList(shape) !== Array.isArray(value)) return path
  if (isList(shape)) return firstOf(value as unknown[], (each, index) => misfitIn(each, shape[0], `${path}[${index}]`))
  return firstOf(Object.entries(shape), ([spelled, inner]) => {
    const name = spelled.replace('?', '')
    const own = (value as Record<string, unknown>)[name] ?? undefined
    return own === undefined && name !== spelled ? undefined : misfitIn(own, inner, `${path}.${name}`)
  })
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape)
}

function firstOf<T>(list: readonly T[], find: (each: T, index: number) => string | undefined): string | undefined {
  for (const [index, each] of list.entries()) {
    const found = find(each, index)
    if (found !== undefined) return found
  }
  return undefined
}
