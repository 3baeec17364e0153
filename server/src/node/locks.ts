import { fileURLToPath } from 'node:url'
import { lock } from 'proper-lockfile'
import type { Locks } from '../ports/locks.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

/** A turn takes some milliseconds: ten seconds are many of them. */
const RETRIES = { retries: 100, minTimeout: 20, maxTimeout: 200, factor: 1.2, randomize: true }

/** A folder `FILE.lock` beside the file, which also holds on shared folders; one whose owner died is taken over. */
export const nodeLocks: Locks = {
  async hold(uri, work) {
    const path = fileURLToPath(uri)
    let release: () => Promise<void>
    try {
      release = await lock(path, { realpath: false, retries: RETRIES })
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
