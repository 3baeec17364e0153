import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import type { Diagnostic, FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol'
import { type Editor, openEditor, PULL } from './editor.ts'

/** Edits to be made; `HONGTOU_SOAK=200000` makes an evening of it. */
const EDITS = Number(process.env.HONGTOU_SOAK ?? 1000)
/** After so many the server is compared with one that has just been started. */
const EVERY = 250

const PIECES = [
  '',
  '\n',
  '\n\n',
  '。',
  ',',
  '一、',
  '（一）',
  '附件1',
  '::附件[表]\n',
  ':::横排\n',
  ':::\n',
  '---\n',
  '# ',
  '《某市供暖办法》',
  '（以下简称某局）',
  '| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n',
  '2026年11月28日',
  '各单位要按照职责分工抓好落实,',
]
const BETWEEN = ['completion', 'hover', 'documentSymbol', 'semanticTokens/full', 'documentHighlight', 'codeLens']

/** Park and Miller's generator: the same edits on every machine. */
function chooser(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48271) % 2147483647
    return state % limit
  }
}

const documents = readdirSync('examples')
  .filter((name) => name.endsWith('.gw.md'))
  .map((name) => ({
    uri: `file:///office/${encodeURIComponent(name)}`,
    start: readFileSync(`examples/${name}`, 'utf8'),
  }))

async function findings(editor: Editor, uri: string): Promise<readonly Diagnostic[]> {
  const params = { textDocument: { uri } }
  const report: FullDocumentDiagnosticReport = await editor.connection.sendRequest('textDocument/diagnostic', params)
  return report.items
}

/** All documents asked twice: what one says of itself matters to the others. */
async function allFindings(editor: Editor): Promise<readonly (readonly Diagnostic[])[]> {
  for (const { uri } of documents) await findings(editor, uri)
  const all: (readonly Diagnostic[])[] = []
  for (const { uri } of documents) all.push(await findings(editor, uri))
  return all
}

function place(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}

describe('a long day of random edits', () => {
  it('ends with the findings that a fresh start has', async () => {
    const choose = chooser(20261128)
    const editor = await openEditor(PULL)
    const texts = new Map(documents.map(({ uri, start }) => [uri, start]))
    for (const [uri, text] of texts) editor.open(uri, text)
    for (let version = 2; version < EDITS + 2; version++) {
      const { uri, start: original } = documents[choose(documents.length)] as (typeof documents)[number]
      const text = texts.get(uri) as string
      const textDocument = { uri, version }
      const start = choose(text.length + 1)
      // Long texts shrink, short ones grow: the documents stay documents.
      const end = Math.min(text.length, start + (text.length > original.length ? choose(60) : choose(4)))
      const inserted = PIECES[choose(PIECES.length)] as string
      const contentChanges = [{ range: { start: place(text, start), end: place(text, end) }, text: inserted }]
      await editor.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges })
      texts.set(uri, text.slice(0, start) + inserted + text.slice(end))
      if (choose(4) === 0) {
        const method = `textDocument/${BETWEEN[choose(BETWEEN.length)]}`
        await editor.connection.sendRequest(method, { textDocument: { uri }, position: place(text, start) })
      }
      if (choose(3) === 0) await findings(editor, uri)
      if (version % EVERY !== 0) continue
      const fresh = await openEditor(PULL)
      for (const [each, now] of texts) fresh.open(each, now)
      assert.deepEqual(await allFindings(editor), await allFindings(fresh), `after edit ${version}`)
      await fresh.close()
    }
    assert.deepEqual(editor.messages, [])
    await editor.close()
  }).timeout(0)
})
