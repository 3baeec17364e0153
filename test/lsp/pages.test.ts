import assert from 'node:assert/strict'
import type {
  CheckRequest,
  PlaceOfRequest,
  PreviewRequest,
  RenderRequest,
  RevisionRequest,
  SourceAtRequest,
  VerifyRequest,
} from '../../server/src/lsp/protocol.ts'
import type { LayoutFacts } from '../../server/src/model/layoutFacts.ts'
import type { Press } from '../../server/src/press/press.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { message } from '../../server/src/text/message.ts'
import { lines } from '../features/marked.ts'
import { memoryFiles } from '../workspace/memoryFiles.ts'
import { type Editor, openEditor, PULL } from './editor.ts'

const URI = 'file:///office/notice.gw.md'
const TEXT = lines(
  '---',
  '发文机关: 某市教育局',
  '发文字号: 某教发〔2026〕12号',
  '成文日期: 2026年11月20日',
  '---',
  '# 某市教育局关于供暖的通知',
  '',
  '各学校：',
  '',
  '请核实。',
)

/** A press whose pages are the lines of the text: enough to see what the server asks of it and makes of the answers. */
function pressOfLines() {
  const texts = new Map<string, { text: string; version: number }>()
  const updates: (string | number)[] = []
  const problems: LayoutFacts['problems'][number][] = []
  let failure: Failure | undefined
  const pages = (uri: string) => (texts.get(uri)?.text ?? '').split('\n').filter((line) => line !== '')
  const press: Press = {
    update(uri, version, edits) {
      updates.push(typeof edits === 'string' ? 'whole' : edits.length)
      const text = typeof edits === 'string' ? edits : applyEdits(texts.get(uri)?.text ?? '', edits)
      texts.set(uri, { text, version })
    },
    async layout(uri, version) {
      if (failure) throw failure
      assert.equal(texts.get(uri)?.version, version)
      const nothing = { titleLines: [], elements: [], faces: [], problems, adjusted: [] }
      return { uri, version, pages: pages(uri).length, ...nothing }
    },
    async paint(uri, { known, within = { first: 0, last: 99 } }) {
      const paper = { width: 210, height: 297 }
      const drawn = pages(uri).map((line, page) => ({
        key: line,
        ...paper,
        ...(known.includes(line) || page < within.first || page > within.last ? {} : { elements: [`<g>${line}</g>`] }),
      }))
      return { pages: drawn, outlines: {} }
    },
    pageOf: async (uri, { section }) => (section === 99 ? undefined : pages(uri).length - 1),
    pdf: async (uri, { attachSource }) => {
      assert.equal(attachSource, false)
      return new TextEncoder().encode(`%PDF ${texts.get(uri)?.text}`)
    },
    async sign(pdf, { key }) {
      if (!('bytes' in key) || key.password !== '正确') throw new Failure('p12-password', message('证书密码不对。'))
      return { pdf: new Uint8Array([...pdf, 1]), notes: [] }
    },
    timestamp: async (pdf) => ({ pdf, notes: [] }),
    async verify(pdf, trusted) {
      const signature = {
        field: '印章1',
        signer: '某市教育局',
        integrity: 'ok',
        coverage: 'whole',
        changesAfter: 'none',
        later: [],
        level: 'B-B',
        time: { at: '2026-11-23T07:34:43.000Z', from: 'claimed' },
        trust: trusted.length > 0 ? 'trusted' : 'untrusted',
        problems: [],
      } as const
      const signed = pdf.at(-1) === 1
      return {
        valid: signed,
        trusted: signed && trusted.length > 0,
        revisions: 1,
        signatures: signed ? [signature] : [],
        problems: [],
      }
    },
    revision: async (pdf, field) => new Uint8Array([...pdf, field.length]),
    identity: () => assert.fail('not asked for'),
    signFile: () => assert.fail('not asked for'),
    fingerprint: async () => '',
    verifyFile: () => assert.fail('not asked for'),
    proof: () => assert.fail('not asked for'),
    newSeal: () => assert.fail('not asked for'),
    readSeal: () => assert.fail('not asked for'),
    sealFile: () => assert.fail('not asked for'),
    readSealed: () => assert.fail('not asked for'),
    close: async () => {},
  }
  return { press, updates, texts, problems, fail: (next: Failure | undefined) => (failure = next) }
}

let editor: Editor
let press: ReturnType<typeof pressOfLines>
let files: ReturnType<typeof memoryFiles>

async function start(trusted = true): Promise<void> {
  press = pressOfLines()
  files = memoryFiles({ 'file:///key.p12': 'key', 'file:///root.pem': CERTIFICATE, 'file:///empty.pem': 'nothing' })
  editor = await openEditor(PULL, { files, openPress: async () => press.press }, { initializationOptions: { trusted } })
  editor.open(URI, TEXT)
}
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMAMC\nAQE=\n-----END CERTIFICATE-----\n'
const ask = <M extends { method: string; params: unknown; result: unknown }>(
  method: M['method'],
  params: M['params'],
): Promise<M['result']> => editor.connection.sendRequest(method, params)
const change = (version: number, text: string) =>
  editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } }, text }],
  })

describe('preview', () => {
  beforeEach(() => start())
  afterEach(() => editor.close())

  it('sends the pages, and after a change only those that look different', async () => {
    const first = await ask<PreviewRequest>('hongtou/preview', { uri: URI, known: [] })
    assert.ok(first?.pages.every(({ elements }) => elements !== undefined))
    await change(2, '务必')
    const known = first?.pages.map(({ key }) => key) ?? []
    const second = await ask<PreviewRequest>('hongtou/preview', { uri: URI, known })
    assert.equal(second?.version, 2)
    assert.deepEqual(
      second?.pages.flatMap(({ elements }) => elements ?? []),
      ['<g>务必请核实。</g>'],
    )
  })

  it('draws only the pages that the client is about to show', async () => {
    const within = { first: 1, last: 2 }
    const answer = await ask<PreviewRequest>('hongtou/preview', { uri: URI, known: [], within })
    assert.deepEqual(
      answer?.pages.flatMap(({ elements }, page) => (elements ? [page] : [])),
      [1, 2],
    )
  })

  it('hands the press only what changed', async () => {
    await ask<PreviewRequest>('hongtou/preview', { uri: URI, known: [] })
    await change(2, '务必')
    await change(3, '都')
    await ask<PreviewRequest>('hongtou/preview', { uri: URI, known: [] })
    await ask<PreviewRequest>('hongtou/preview', { uri: URI, known: [] })
    assert.deepEqual(press.updates, ['whole', 1])
    assert.match(press.texts.get(URI)?.text ?? '', /都务必请核实。$/)
  })

  it('says in a sentence why there are no pages', async () => {
    press.fail(new Failure('fonts', message('缺少字体“{0}”。', '仿宋')))
    await assert.rejects(ask<PreviewRequest>('hongtou/preview', { uri: URI, known: [] }), /缺少字体“仿宋”。/)
    press.fail(undefined)
    assert.ok(await ask<PreviewRequest>('hongtou/preview', { uri: URI, known: [] }))
  })

  it('lets the rules that look at pages speak once the pages are made', async () => {
    const source = { uri: URI, section: 0, span: { start: 0, end: 2 } }
    press.problems.push({ code: 'glyph-missing', source, args: ['𪚥', '仿宋'] })
    const told = async () => {
      const report = await editor.connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
        textDocument: { uri: URI },
      })
      return report.items.some(({ code }) => code === 'layout-glyph-missing')
    }
    assert.equal(await told(), false)
    await ask<PreviewRequest>('hongtou/preview', { uri: URI, known: [] })
    assert.equal(await told(), true)
  })

  it('has nothing for a document that is not open', async () => {
    assert.equal(await ask<PreviewRequest>('hongtou/preview', { uri: 'file:///closed.gw.md', known: [] }), null)
  })

  it('leads from the page to the text and back', async () => {
    const position = { line: 9, character: 2 }
    const place = (await ask<PlaceOfRequest>('hongtou/placeOf', { uri: URI, position })) ?? assert.fail()
    assert.deepEqual(await ask<SourceAtRequest>('hongtou/sourceAt', { uri: URI, ...place }), position)
    assert.equal(place.page, 7)
    assert.equal(await ask<SourceAtRequest>('hongtou/sourceAt', { uri: URI, section: 99, offset: 0 }), null)
  })
})

describe('printing and signing', () => {
  beforeEach(() => start())
  afterEach(() => editor.close())
  const target = 'file:///office/notice.pdf'
  const signing = { uri: URI, target, p12: 'file:///key.p12', password: '正确' }

  it('writes the PDF of what is in the editor', async () => {
    await change(2, '务必')
    assert.deepEqual(await ask<RenderRequest>('hongtou/render', { uri: URI, target }), { pages: 8, files: [target] })
    assert.match(new TextDecoder().decode(files.stored.get(target)), /^%PDF [\s\S]*务必请核实。$/)
  })

  it('prints otherwise than it shows, and goes on showing as before', async () => {
    await ask<PreviewRequest>('hongtou/preview', { uri: URI, known: [] })
    const shown = press.texts.get(URI)
    await ask<RenderRequest>('hongtou/render', { uri: URI, target, wishes: { duplex: true } })
    assert.equal(press.texts.get(URI), shown)
    assert.ok(press.texts.get(`${URI}#print`))
  })

  it('prints a copy of a run under a name and with a 份号 of its own', async () => {
    const { files: made } = await ask<RenderRequest>('hongtou/render', { uri: URI, target, copy: 2 })
    assert.deepEqual(made, ['file:///office/notice-000002.pdf'])
    assert.match(new TextDecoder().decode(files.stored.get(made[0] ?? '')), /份号: 000002/)
    await assert.rejects(ask('hongtou/render', { uri: URI, target, copy: 0 }), /1 到 9999/)
  })

  it('signs it', async () => {
    await ask('hongtou/renderAndSign', signing)
    assert.equal(files.stored.get(target)?.at(-1), 1)
  })

  it('writes nothing after a wrong password', async () => {
    await assert.rejects(ask('hongtou/renderAndSign', { ...signing, password: '错误' }), /证书密码不对。/)
    assert.equal(files.stored.get(target), undefined)
  })

  it('says which certificate is missing', async () => {
    await assert.rejects(ask('hongtou/renderAndSign', { ...signing, p12: 'file:///none.p12' }), /找不到 \/none\.p12/)
  })

  it('does not sign a document with errors, and lists them', async () => {
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: TEXT.replace('〔2026〕12号', '[2026]12号') }],
    })
    await assert.rejects(ask('hongtou/renderAndSign', signing), /1 处必须改正的错误/)
    const found = await ask<CheckRequest>('hongtou/check', { uri: URI })
    assert.deepEqual(
      found.filter(({ severity }) => severity === 'error').map(({ rule, range }) => [rule, range.start]),
      [['docnum-brackets', { line: 2, character: 9 }]],
    )
    assert.equal(files.stored.get(target), undefined)
  })

  it('writes only to local files', async () => {
    await assert.rejects(ask('hongtou/render', { uri: URI, target: 'https://example.com/a.pdf' }), /本机文件夹/)
  })
})

describe('a folder that is not trusted', () => {
  beforeEach(() => start(false))
  afterEach(() => editor.close())
  const target = 'file:///office/notice.pdf'

  it('is checked and previewed, but nothing is written or signed until it is trusted', async () => {
    assert.ok(await ask<PreviewRequest>('hongtou/preview', { uri: URI, known: [] }))
    await assert.rejects(ask('hongtou/render', { uri: URI, target }), /未被信任/)
    const signing = { uri: URI, target, p12: 'file:///key.p12', password: '正确' }
    await assert.rejects(ask('hongtou/renderAndSign', signing), /未被信任/)
    assert.equal(files.stored.get(target), undefined)
    await editor.connection.sendNotification('hongtou/trusted')
    assert.ok(await ask('hongtou/render', { uri: URI, target }))
  })
})

describe('verifying', () => {
  beforeEach(() => start())
  afterEach(() => editor.close())
  const verify = (bytes: Uint8Array, trusted: readonly string[] = []) => {
    files.stored.set('file:///a.pdf', bytes)
    return ask<VerifyRequest>('hongtou/verify', { pdf: 'file:///a.pdf', trusted })
  }

  it('says in one sentence how it stands, and in several why', async () => {
    const { headline, signatures } = await verify(new Uint8Array([1]))
    assert.match(headline, /签章完好，但签章人未受信任/)
    assert.deepEqual(signatures[0]?.sentences, [
      '签名完好',
      '覆盖整个文件',
      '签章后没有改动',
      '签章人未受信任',
      '签章时间：2026年11月23日15时34分（北京时间）（签章人自述）',
    ])
  })

  it('takes trusted certificates as PEM', async () => {
    const { trusted, headline } = await verify(new Uint8Array([1]), ['file:///root.pem'])
    assert.ok(trusted)
    assert.match(headline, /^签章有效/)
  })

  it('does not call an unsigned file valid', async () => {
    const { valid, headline } = await verify(new Uint8Array([0]))
    assert.equal(valid, false)
    assert.match(headline, /没有签名/)
  })

  it('writes the file as it was signed where the user wants it', async () => {
    files.stored.set('file:///a.pdf', new Uint8Array([7]))
    const target = 'file:///then.pdf'
    await ask<RevisionRequest>('hongtou/revision', { pdf: 'file:///a.pdf', field: '印章1', target })
    assert.deepEqual(files.stored.get(target), new Uint8Array([7, 3]))
  })

  it('says when a file of certificates holds none, or there is no such file', async () => {
    await assert.rejects(verify(new Uint8Array([1]), ['file:///empty.pem']), /没有证书/)
    await assert.rejects(ask('hongtou/verify', { pdf: 'file:///none.pdf', trusted: [] }), /找不到 \/none\.pdf/)
  })
})
