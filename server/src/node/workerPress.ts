import { Worker } from 'node:worker_threads'
import type { Press } from '../press/press.ts'
import { applyEdits } from '../text/edit.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import {
  type FromWorker,
  fromPlainError,
  type Job,
  type JobArguments,
  type ToWorker,
  type WorkerSetup,
} from './pressMessages.ts'

interface Waiting {
  resolve(value: unknown): void
  reject(error: unknown): void
}

interface Known {
  readonly version: number
  readonly text: string
  readonly profile: Parameters<Press['update']>[3]
}

/**
 * A press in a worker thread. The thread starts with the first job, and again after a crash:
 * the texts are kept here too, so nothing is lost but the job that crashed.
 * @param entry the worker's bundle; its URL is made in the entry point, a chunk would not know its own place
 */
export function workerPress(entry: URL, setup: WorkerSetup): Press {
  const texts = new Map<Uri, Known>()
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let lastId = 0

  const post = (to: Worker, sent: ToWorker): void => to.postMessage(sent)

  const stopped = (): void => {
    worker = undefined
    const failure = new Failure('press-stopped', message('排版程序意外停止了，已重新启动，请再试一次。'))
    for (const each of waiting.values()) each.reject(failure)
    waiting.clear()
  }

  const started = (): Worker => {
    if (worker) return worker
    const fresh = new Worker(entry, { workerData: setup })
    fresh.on('message', (answer: FromWorker) => {
      const each = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('error' in answer) each?.reject(fromPlainError(answer.error))
      else each?.resolve(answer.value)
    })
    fresh.on('error', () => worker === fresh && stopped())
    fresh.on('exit', () => worker === fresh && stopped())
    for (const [uri, known] of texts) {
      post(fresh, { kind: 'update', arguments: [uri, known.version, known.text, known.profile] })
    }
    worker = fresh
    return fresh
  }

  const run = <T>(job: Job, given: JobArguments, signal?: AbortSignal): Promise<T> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const to = started()
      const id = ++lastId
      const cancel = (): void => {
        waiting.delete(id)
        post(to, { kind: 'abort', id })
        reject(signal?.reason)
      }
      const done = (): void => signal?.removeEventListener('abort', cancel)
      signal?.addEventListener('abort', cancel, { once: true })
      waiting.set(id, {
        resolve: (value) => {
          done()
          resolve(value as T)
        },
        reject: (error) => {
          done()
          reject(error)
        },
      })
      post(to, { kind: 'job', id, job, arguments: given })
    })

  return {
    update(uri, version, edits, profile) {
      const text = typeof edits === 'string' ? edits : applyEdits(texts.get(uri)?.text ?? '', edits)
      texts.set(uri, { version, text, profile })
      if (worker) post(worker, { kind: 'update', arguments: [uri, version, edits, profile] })
    },
    layout: (uri, version, signal) => run('layout', [uri, version], signal),
    paint: (uri, wanted, signal) => run('paint', [uri, wanted], signal),
    pageOf: (uri, place, signal) => run('pageOf', [uri, place], signal),
    pdf: (uri, options, signal) => run('pdf', [uri, options], signal),
    sign: (pdf, request) => run('sign', [pdf, request]),
    timestamp: (pdf, preservation) => run('timestamp', [pdf, preservation]),
    verify: (pdf, trusted, data) => run('verify', [pdf, trusted, data]),
    signFile: (content, key) => run('signFile', [content, key]),
    fingerprint: (key) => run('fingerprint', [key]),
    verifyFile: (signature, content, trusted, data) => run('verifyFile', [signature, content, trusted, data]),
    proof: (pdf, signatures) => run('proof', [pdf, signatures]),
    revision: (pdf, field) => run('revision', [pdf, field]),
    newSeal: (request) => run('newSeal', [request]),
    readSeal: (seal, trusted, data) => run('readSeal', [seal, trusted, data]),
    sealFile: (seal, content, property, key) => run('sealFile', [seal, content, property, key]),
    readSealed: (signature, content, trusted, data) => run('readSealed', [signature, content, trusted, data]),
    identity: (request) => run('identity', [request]),
    async close() {
      const last = worker
      worker = undefined
      for (const each of waiting.values()) each.reject(new Error('press closed'))
      waiting.clear()
      await last?.terminate()
    },
  }
}
