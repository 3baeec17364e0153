import { type ResourceLimits, Worker } from 'node:worker_threads'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { fromPlainError } from './pressMessages.ts'
import type { Asked, FromThread } from './serveMethods.ts'

interface Job extends Asked {
  resolve(value: unknown): void
  reject(error: unknown): void
}

interface Thread {
  readonly worker: Worker
  /** Asked and not answered, in the order in which they are answered. */
  readonly jobs: Job[]
}

/** One under work and one at hand, so that a thread need not wait for this one. */
const MOST_JOBS = 2

/**
 * Young garbage of a thread. Documents come and go by the thousand; with the default, which is several times as much, each
 * thread would let tens of megabytes of them lie about.
 */
const YOUNG_MB = 12
/**
 * Far more than the longest text that is read takes. It is a limit, but it is here for what follows from it: the further
 * off the limit, the longer garbage is kept, and without one a thread holds half as much again.
 */
const OLD_MB = 1024

export interface ThreadsSetup {
  readonly size: number
  readonly limits?: ResourceLimits
}

/**
 * Threads that all run the same program, which calls `serveMethods`; they start when there is work for them. A thread that is
 * lost takes one job with it and is replaced.
 * @param entry the program's bundle; its URL is made in the entry point, a chunk would not know its own place
 */
export function openThreads(entry: URL, { size, limits }: ThreadsSetup) {
  const threads: Thread[] = []
  const waiting: Job[] = []
  /** What every thread has to know. */
  const told: Asked[] = []

  const start = (): Thread => {
    const worker = new Worker(entry, {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB, ...limits },
    })
    const thread: Thread = { worker, jobs: [] }
    let cause: unknown
    worker.on('message', (answer: FromThread) => {
      const job = thread.jobs.shift()
      if ('error' in answer) job?.reject(fromPlainError(answer.error))
      else job?.resolve(answer.value)
      assign()
    })
    worker.on('error', (error) => {
      cause = error
    })
    worker.on('exit', () => lost(thread, cause))
    for (const each of told) worker.postMessage(each)
    threads.push(thread)
    return thread
  }

  const lost = (thread: Thread, cause: unknown): void => {
    const place = threads.indexOf(thread)
    if (place < 0) return
    threads.splice(place, 1)
    const [guilty, ...innocent] = thread.jobs
    waiting.unshift(...innocent)
    guilty?.reject(failureOf(cause))
    assign()
  }

  const free = (): Thread | undefined => {
    const idlest = [...threads].sort((one, other) => one.jobs.length - other.jobs.length)[0]
    if (idlest && (idlest.jobs.length === 0 || (threads.length === size && idlest.jobs.length < MOST_JOBS)))
      return idlest
    return threads.length < size ? start() : undefined
  }

  const assign = (): void => {
    while (waiting.length > 0) {
      const thread = free()
      if (!thread) return
      const job = waiting.shift() as Job
      thread.jobs.push(job)
      thread.worker.postMessage({ method: job.method, given: job.given } satisfies Asked)
    }
  }

  return {
    run: (method: string, given: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        waiting.push({ method, given, resolve, reject })
        assign()
      }),
    tell(method: string, given: readonly unknown[]): void {
      const fact: Asked = { method, given, silent: true }
      told.push(fact)
      for (const { worker } of threads) worker.postMessage(fact)
    },
    async close(): Promise<void> {
      await Promise.all(threads.splice(0).map(({ worker }) => worker.terminate()))
    },
  }
}

function failureOf(cause: unknown): Failure {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Failure('thread-memory', message('内存不够，程序停止了。'), cause)
    : new Failure('thread-stopped', message('程序意外停止了。'), cause)
}
