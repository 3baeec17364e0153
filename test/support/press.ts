import { nodeClock } from '../../server/src/node/clock.ts'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { nodeFiles } from '../../server/src/node/files.ts'
import { nodeFontSource } from '../../server/src/node/fontSource.ts'
import { nodeRandom } from '../../server/src/node/random.ts'
import type { Files } from '../../server/src/ports/files.ts'
import { createPress } from '../../server/src/press/inProcess.ts'
import type { Press } from '../../server/src/press/press.ts'
import { BUNDLED_FOLDER } from './faces.ts'

/** A press of this process over the bundled faces alone. */
export function bundledPress(files: Files = nodeFiles()): Press {
  return createPress({
    fonts: nodeFontSource({ bundledFolder: BUNDLED_FOLDER, mode: 'bundled' }),
    crypto: nodeCrypto,
    clock: nodeClock,
    random: nodeRandom,
    files,
  })
}
