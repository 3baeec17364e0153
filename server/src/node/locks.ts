import { fileURLToPath } from 'node:url'
import { lock } from 'proper-lockfile'
import type { Locks } from '../ports/locks.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

/** A turn takes some milliseconds: a minute is many of them, also on a machine that has much else to do. */
const RETRIES = { retries: 300, minTimeout: 20, maxTimeout: 200, factor: 1.2, randomize: true }

/** An owner who has not been heard of for so long has died. */
const STALE_MS = 15_000

/** A folder `FILE.lock` beside the file, which also holds on shared folders; one whose owner died is taken over. */
export const nodeLocks: Locks = {
  async hold(uri, work) {
    const path = fileURLToPath(uri)
    let release: () => Promise<void>
    try {
      release = await lock(path, { realpath: false, retries: RETRIES, stale: STALE_MS })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error
      throw new Failure('file-busy', message('{0} 正被别的程序使用，等了一会儿仍未轮到。请稍后再试。', path), error)
    }
    try {
      return await work()
    } finally {
      await release()
    }
  },
}
