import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol'
import { Failure } from '../../server/src/text/failure.ts'
import { message } from '../../server/src/text/message.ts'
import { lines } from '../features/marked.ts'
import { fuzzRuns } from '../support/fuzz.ts'
import { memoryFiles } from '../workspace/memoryFiles.ts'
import { type Editor, openEditor, PULL } from './editor.ts'
import { OWN_REQUESTS, REQUESTS } from './requests.ts'

const URI = 'file:///office/notice.gw.md'
const TEXT = lines(
  '---',
  '发文字号: 某政发[2026]12号',
  '---',
  '# 某市关于供暖的通知',
  '',
  '请按《供暖办法》（以下简称《办法》）核实,请填报。',
  '::附件[统计表]',
)
/** What is said of it depends on no other document. */
const PLAIN = 'file:///office/plain.gw.md'
const UNNUMBERED = lines('# 某市关于供暖的通知', '', '请核实,请填报。')

const textDocument = { uri: URI }
const command = (name: string, argument: object) => ({
  method: 'workspace/executeCommand',
  params: { command: `hongtou.server.${name}`, arguments: [{ uri: URI, ...argument }] },
})

interface Sent {
  readonly method: string
  readonly params: unknown
}

const ASKED: readonly Sent[] = [
  ...Object.entries(REQUESTS).map(([method, more]) => ({ method, params: { textDocument, ...more } })),
  ...Object.entries(OWN_REQUESTS).map(([method, more]) => ({ method, params: { uri: URI, ...more } })),
  { method: 'workspace/symbol', params: { query: '通知' } },
  { method: 'workspace/willRenameFiles', params: { files: [{ oldUri: URI, newUri: 'file:///office/b.gw.md' }] } },
  { method: 'workspace/diagnostic', params: { previousResultIds: [{ uri: URI, value: '1' }] } },
  command('fixAll', {}),
  command('ignore', { version: 1, rule: 'punc-fullwidth', scope: 'here', position: { line: 5, character: 3 } }),
  command('explain', { rule: 'docnum-brackets' }),
  command('breakTitle', { version: 1, position: { line: 3, character: 2 }, lines: ['某市关于', '供暖的通知'] }),
  command('setSeverity', { rule: 'punc-fullwidth', severity: 'off' }),
]

const place = { line: 5, character: 1 }
const TOLD: readonly Sent[] = [
  { method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, version: 1, text: TEXT } } },
  {
    method: 'textDocument/didChange',
    params: {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: [{ range: { start: place, end: place }, text: '甲' }],
    },
  },
  { method: 'textDocument/didClose', params: { textDocument } },
  { method: 'workspace/didChangeConfiguration', params: { settings: { hongtou: { rules: { 标点: 'off' } } } } },
  { method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: URI, type: 2 }] } },
  {
    method: 'workspace/didChangeWorkspaceFolders',
    params: { event: { added: [{ uri: 'file:///b', name: 'b' }], removed: [] } },
  },
  { method: '$/cancelRequest', params: { id: 3 } },
  { method: '$/setTrace', params: { value: 'off' } },
  { method: 'hongtou/trusted', params: {} },
]

const junk = fc.constantFrom<unknown>(
  ...[null, true, 7, -1, 0.5, 1e300, '', '甲', 'file:', URI, `${URI}/%zz`, '\ud800', '../'.repeat(99)],
  ...[[], [null], [[]], {}, { uri: 7 }, { line: 'a' }, { start: null, end: {} }],
)

/** Every place in a value, from the outside inwards. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]))
      : []
  return [path, ...inner]
}

/** The same with something else at one place; `undefined` leaves the place out. */
function withJunk(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other
  const changed = withJunk((value as Record<string, unknown>)[key], rest, other)
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...(value as object), [key]: changed }
}

/** A message as it should be, or with junk somewhere in it. */
function messages(known: readonly Sent[]): fc.Arbitrary<Sent> {
  return fc.constantFrom(...known).chain(({ method, params }) =>
    fc.tuple(fc.constantFrom(...placesIn(params)), fc.oneof(fc.constant(undefined), junk)).map(([path, other]) => ({
      method,
      params: withJunk(params, path, other),
    })),
  )
}

const noPress = () => Promise.reject(new Failure('no-press', message('这里不能排版。')))

describe('an editor that sends garbage', () => {
  let editor: Editor
  let codes: readonly unknown[]
  const told = async (uri: string) => {
    const asked = { textDocument: { uri } }
    const { items }: FullDocumentDiagnosticReport = await editor.connection.sendRequest(
      'textDocument/diagnostic',
      asked,
    )
    return items.map(({ code }) => code)
  }
  beforeEach(async () => {
    editor = await openEditor(PULL, { files: memoryFiles(), openPress: noPress }, { rootUri: 'file:///office' })
    editor.connection.onRequest('workspace/applyEdit', () => ({ applied: true }))
    editor.open(PLAIN, UNNUMBERED)
    codes = await told(PLAIN)
    editor.open(URI, TEXT)
  })
  afterEach(() => editor.close())

  it('is answered, each request once, and what it says is no error of the server’s', async () => {
    const asked = messages(ASKED).map((sent) => ({ ...sent, answered: true }))
    const notified = messages(TOLD).map((sent) => ({ ...sent, answered: false }))
    const law = fc.asyncProperty(fc.array(fc.oneof(asked, notified), { maxLength: 12 }), async (sent) => {
      const answers = sent.map(async ({ method, params, answered }) => {
        if (!answered) return editor.connection.sendNotification(method, params as object)
        const error = await editor.connection.sendRequest(method, params as object).then(
          () => undefined,
          (reason: Error) => reason,
        )
        assert.doesNotMatch(error?.message ?? '', /内部出错|failed with message|\n\s+at /, method)
      })
      await Promise.all(answers)
      assert.deepEqual(editor.messages, [])
    })
    await fc.assert(law, { numRuns: fuzzRuns(300) })
    // And it knows as much as before.
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { hongtou: {} } })
    editor.open(PLAIN, UNNUMBERED)
    assert.deepEqual(await told(PLAIN), codes)
  }).timeout(30_000)
})
