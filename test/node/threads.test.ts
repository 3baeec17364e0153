// Threads that run a small program of this test, so that they do what is wanted of them: answer, fail, die.
import assert from 'node:assert/strict'
import { openThreads, type ThreadsSetup } from '../../server/src/node/threads.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { threadProgram } from '../support/threadProgram.ts'

const serve = new URL('../../server/src/node/serveMethods.ts', import.meta.url).href

/** `after(n)` waits n ms, `sum` adds to what was told, `crash` ends the thread, `fill` its memory. */
const PROGRAM = `
const { parentPort, threadId } = await import('node:worker_threads')
const { serveMethods } = await import('${serve}')
let base = 0
const kept = []
serveMethods(parentPort, {
  after: (ms) => new Promise((done) => setTimeout(() => done(ms), ms)),
  sum: (number) => base + number,
  base(number) { base = number },
  thread: () => threadId,
  refuse() { throw new TypeError('x is not y') },
  crash() { process.exit(7) },
  fill() { for (;;) kept.push(new Array(100000).fill(kept.length)) },
})
`
const entry = threadProgram(PROGRAM)

describe('threads', function () {
  this.timeout(60_000)
  let threads: ReturnType<typeof openThreads>
  const open = (setup: ThreadsSetup): void => {
    threads = openThreads(entry, setup)
  }
  afterEach(() => threads.close())

  const lostWith =
    (code: string) =>
    (error: unknown): boolean =>
      error instanceof Failure && error.code === code

  it('answer each question, whatever the others take', async () => {
    open({ size: 2 })
    const times = [60, 1, 30, 1, 1]
    assert.deepEqual(await Promise.all(times.map((ms) => threads.run('after', [ms]))), times)
  })

  it('are as many as wanted, and no more than there is work for', async () => {
    const used = async (jobs: number): Promise<number> => {
      const work = Array.from({ length: jobs }, async () => {
        const [thread] = await Promise.all([threads.run('thread', []), threads.run('after', [50])])
        return thread
      })
      return new Set(await Promise.all(work)).size
    }
    open({ size: 3 })
    assert.ok((await used(12)) <= 3)
    await threads.close()
    open({ size: 3 })
    assert.equal(new Set([await threads.run('thread', []), await threads.run('thread', [])]).size, 1)
  })

  it('know what they were told, also those that start later', async () => {
    open({ size: 2 })
    assert.equal(await threads.run('sum', [1]), 1)
    threads.tell('base', [10])
    assert.equal(await threads.run('sum', [1]), 11)
    await assert.rejects(threads.run('crash', []), lostWith('thread-stopped'))
    assert.equal(await threads.run('sum', [2]), 12)
  })

  it('hand on an error of a method and go on', async () => {
    open({ size: 1 })
    await assert.rejects(threads.run('refuse', []), { message: 'x is not y' })
    assert.equal(await threads.run('sum', [3]), 3)
  })

  it('take one job with them when they die; the others are done', async () => {
    open({ size: 2 })
    const jobs = [1, 2, 3, 4, 5, 6, 7, 8].map((number) =>
      number % 3 === 0 ? threads.run('crash', []) : threads.run('sum', [number]),
    )
    const outcomes = await Promise.allSettled(jobs)
    const rejected = outcomes.flatMap((outcome, index) => (outcome.status === 'rejected' ? [index + 1] : []))
    assert.deepEqual(rejected, [3, 6])
  })

  it('say when it was the memory', async () => {
    open({ size: 1, limits: { maxOldGenerationSizeMb: 48 } })
    await assert.rejects(threads.run('fill', []), lostWith('thread-memory'))
    assert.equal(await threads.run('sum', [4]), 4)
  })

  it('say so when they cannot start, instead of waiting for ever', async () => {
    threads = openThreads(new URL('data:text/javascript,throw new Error()'), { size: 1 })
    await assert.rejects(threads.run('sum', [1]), lostWith('thread-stopped'))
  })
})
