// Entry of the worker thread: a press behind messages.

import { parentPort, workerData } from 'node:worker_threads'
import { nodeClock } from './node/clock.ts'
import { nodeCrypto } from './node/crypto.ts'
import { nodeFiles } from './node/files.ts'
import { nodeFontSource } from './node/fontSource.ts'
import type { WorkerSetup } from './node/pressMessages.ts'
import { nodeRandom } from './node/random.ts'
import { servePress } from './node/servePress.ts'
import { createPress } from './press/inProcess.ts'

if (!parentPort) throw new Error('worker.mjs runs as a worker thread only')
const { bundledFonts, fontMode, within } = workerData as WorkerSetup
servePress(
  parentPort,
  createPress({
    fonts: nodeFontSource({ bundledFolder: bundledFonts, mode: fontMode }),
    crypto: nodeCrypto,
    clock: nodeClock,
    random: nodeRandom,
    files: nodeFiles(within),
    ...(within !== undefined && { within }),
  }),
)
