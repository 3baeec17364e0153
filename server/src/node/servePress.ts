import type { MessagePort } from 'node:worker_threads'
import type { Press } from '../press/press.ts'
import { type FromWorker, type Job, type JobArguments, type ToWorker, toPlainError } from './pressMessages.ts'

/** Jobs that can be called off. */
const CANCELLABLE: ReadonlySet<Job> = new Set<Job>(['layout', 'paint', 'pageOf', 'pdf'])

/** The worker's side: runs jobs that arrive on `port` on a press and answers each once. */
export function servePress(port: MessagePort, press: Press): void {
  const running = new Map<number, AbortController>()

  const run = async (id: number, job: Job, given: JobArguments): Promise<void> => {
    const controller = new AbortController()
    running.set(id, controller)
    const all = CANCELLABLE.has(job) ? [...given, controller.signal] : given
    try {
      const method = press[job] as (...all: readonly unknown[]) => Promise<unknown>
      port.postMessage({ id, value: await method(...all) } satisfies FromWorker)
    } catch (error) {
      port.postMessage({ id, error: toPlainError(error) } satisfies FromWorker)
    } finally {
      running.delete(id)
    }
  }

  port.on('message', (message: ToWorker) => {
    if (message.kind === 'update') press.update(...message.arguments)
    else if (message.kind === 'abort') running.get(message.id)?.abort()
    else void run(message.id, message.job, message.arguments)
  })
}
