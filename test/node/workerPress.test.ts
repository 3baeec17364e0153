import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { type FromWorker, fromPlainError, toPlainError } from '../../server/src/node/pressMessages.ts'
import { servePress } from '../../server/src/node/servePress.ts'
import { workerPress } from '../../server/src/node/workerPress.ts'
import type { Press } from '../../server/src/press/press.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { message } from '../../server/src/text/message.ts'

const URI = 'file:///发文/通知.gw.md'
const TEXT = `---
发文机关: 某某市人民政府
成文日期: 2026年11月20日
---

# 某某市人民政府关于供暖的通知

各县人民政府：

现通知如下。
`
const never = new AbortController().signal

describe('errors on their way out of a worker', () => {
  it('keep the code and the sentence of a Failure', () => {
    const failure = new Failure('image-missing', message('第{0}行', 3))
    const back = fromPlainError(structuredClone(toPlainError(failure)))
    assert.ok(back instanceof Failure)
    assert.equal(back.code, 'image-missing')
    assert.deepEqual(back.sentence, message('第{0}行', 3))
  })

  it('keep message and stack of any other error', () => {
    const error = new TypeError('x is not y')
    const back = fromPlainError(structuredClone(toPlainError(error)))
    assert.equal(back.message, 'x is not y')
    assert.equal(back.stack, error.stack)
  })
})

describe('the worker’s side', () => {
  function serve(press: Partial<Press>): {
    post(sent: object): void
    answer(): Promise<FromWorker>
    close(): void
  } {
    const { port1, port2 } = new MessageChannel()
    servePress(port2, press as Press)
    return {
      post: (sent) => port1.postMessage(sent),
      answer: () => new Promise((resolve) => port1.once('message', resolve)),
      close: () => port1.close(),
    }
  }

  it('runs a job with its arguments and answers by its number', async () => {
    const worker = serve({ verify: async (pdf, trusted) => ({ pdf, trusted }) as never })
    worker.post({ kind: 'job', id: 5, job: 'verify', arguments: [new Uint8Array([1]), []] })
    assert.deepEqual(await worker.answer(), { id: 5, value: { pdf: new Uint8Array([1]), trusted: [] } })
    worker.close()
  })

  it('passes an abort on to the job that it names', async () => {
    const worker = serve({
      layout: (_uri, _version, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('called off')))),
    })
    worker.post({ kind: 'job', id: 1, job: 'layout', arguments: [URI, 1] })
    worker.post({ kind: 'abort', id: 1 })
    const answer = await worker.answer()
    assert.ok('error' in answer)
    assert.equal(answer.error.message, 'called off')
    worker.close()
  })
})

describe('a press in a worker thread (dist/worker.mjs)', function () {
  this.timeout(30_000)
  const dist = new URL('../../dist/', import.meta.url)
  let press: Press
  beforeEach(() => {
    const bundledFonts = fileURLToPath(new URL('fonts/', dist))
    press = workerPress(new URL('worker.mjs', dist), { bundledFonts, fontMode: 'bundled' })
  })
  afterEach(() => press.close())

  it('lays out a text, then the text with an edit', async () => {
    press.update(URI, 1, TEXT, EMPTY_PROFILE)
    assert.equal((await press.layout(URI, 1, never)).titleLines.join(''), '某某市人民政府关于供暖的通知')
    const at = TEXT.indexOf('供暖')
    press.update(URI, 2, [{ span: { start: at, end: at + 2 }, text: '供水' }], EMPTY_PROFILE)
    assert.equal((await press.layout(URI, 2, never)).titleLines.join(''), '某某市人民政府关于供水的通知')
  })

  it('prints', async () => {
    press.update(URI, 1, TEXT, EMPTY_PROFILE)
    const pdf = await press.pdf(URI, { epoch: 1_790_000_000, attachSource: false }, never)
    assert.equal(new TextDecoder().decode(pdf.subarray(0, 5)), '%PDF-')
  })

  it('rejects with a Failure whose sentence can be shown', async () => {
    press.update(URI, 1, `---\n密级: 机密★1年\n---\n\n${TEXT}`, EMPTY_PROFILE)
    const work = press.pdf(URI, { epoch: 1_790_000_000, attachSource: true }, never)
    await assert.rejects(work, (error) => error instanceof Failure && error.code === 'secret-source')
  })

  it('rejects at once when it is called off', async () => {
    press.update(URI, 1, TEXT, EMPTY_PROFILE)
    const controller = new AbortController()
    const work = press.layout(URI, 1, controller.signal)
    controller.abort()
    await assert.rejects(work, { name: 'AbortError' })
  })

  it('says so when the worker cannot start, instead of waiting for ever', async () => {
    const broken = workerPress(new URL('no-such-worker.mjs', dist), { bundledFonts: '', fontMode: 'bundled' })
    broken.update(URI, 1, TEXT, EMPTY_PROFILE)
    const work = broken.layout(URI, 1, never)
    await assert.rejects(work, (error) => error instanceof Failure && error.code === 'press-stopped')
    await broken.close()
  })
})
