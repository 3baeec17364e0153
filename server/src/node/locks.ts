import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { lock } from 'proper-lockfile'
import type { Locks } from '../ports/locks.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { writeError } from './files.ts'

/** A turn takes some milliseconds: a minute is many of them, also on a machine that has much else to do. */
const TRIES = 300

/** Milliseconds between two tries: at first few, then more, never in step with others who wait. */
function pause(tried: number): number {
  return Math.min(20 * 1.2 ** tried, 200) * (0.5 + Math.random())
}

/** An owner who has not been heard of for so long has died. */
const STALE_MS = 15_000

/** A folder `FILE.lock` beside the file, which also holds on shared folders; one whose owner died is taken over. */
export const nodeLocks: Locks = {
  async hold(uri, work) {
    const release = await acquire(uri)
    try {
      return await work()
    } finally {
      await release()
    }
  },
}

/** The library's own retries would also wait a minute for a folder that is read-only or not there. */
async function acquire(uri: Uri): Promise<() => Promise<void>> {
  const path = fileURLToPath(uri)
  for (let tried = 0; ; tried++) {
    try {
      return await lock(path, { realpath: false, retries: 0, stale: STALE_MS })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw writeError(error, uri)
      if (tried >= TRIES)
        throw new Failure('file-busy', message('{0} 正被别的程序使用，等了一会儿仍未轮到。请稍后再试。', path), error)
      await wait(pause(tried))
    }
  }
}
