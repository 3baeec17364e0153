// Entry of the threads of `hongtou lint`: checks the files that it is sent.

import { parentPort } from 'node:worker_threads'
import { createLintHand } from './cli/lintHand.ts'
import { nodeClock } from './node/clock.ts'
import { waitingFiles } from './node/files.ts'
import { serveMethods } from './node/serveMethods.ts'

if (!parentPort) throw new Error('lintWorker.mjs runs as a worker thread only')
serveMethods(
  parentPort,
  createLintHand({
    files: waitingFiles(),
    clock: nodeClock,
    // Standard input belongs to the main thread, which sends no file of that kind.
    terminal: { readInput: () => Promise.reject(new Error('standard input in a worker thread')) },
  }),
)
