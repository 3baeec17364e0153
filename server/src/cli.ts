#!/usr/bin/env node
// Entry of the command line: brings the machine to the commands.

import { availableParallelism } from 'node:os'
import type { Host, PressSetup } from './cli/host.ts'
import { runProgram } from './cli/program.ts'
import type { FontSource } from './fonts/face.ts'
import { nodeClock } from './node/clock.ts'
import { nodeCrypto } from './node/crypto.ts'
import { nodeFiles, removeUnfinished } from './node/files.ts'
import { nodeLocks } from './node/locks.ts'
import { nodeNetwork } from './node/network.ts'
import { pathToUri, uriToPath } from './node/paths.ts'
import { nodePrograms } from './node/programs.ts'
import { nodeRandom } from './node/random.ts'
import { nodeTerminal } from './node/terminal.ts'
import { openThreads } from './node/threads.ts'
import { version } from './version.ts'

const stop = new AbortController()
/** Shells expect 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const
for (const [signal, code] of Object.entries(SIGNALS)) {
  process.once(signal, () => {
    stop.abort()
    removeUnfinished()
    process.exit(code)
  })
}
// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

async function openFonts(configured: PressSetup['fonts']): Promise<FontSource> {
  const { nodeFontSource } = await import('./node/fontSource.ts')
  const mode = process.env.HONGTOU_FONTS === 'bundled' ? 'bundled' : 'auto'
  return nodeFontSource({ bundledFolder: new URL('./fonts/', import.meta.url), mode, configured })
}

const host: Host = {
  terminal: nodeTerminal(),
  files: nodeFiles(),
  filesWithin: (folder) => nodeFiles([folder]),
  locks: nodeLocks,
  async systemCertificates() {
    const { systemCertificates } = await import('./node/systemCertificates.ts')
    return systemCertificates()
  },
  crypto: nodeCrypto,
  clock: nodeClock,
  environment: process.env,
  version,
  templates: new URL('../templates', import.meta.url).href,
  signal: stop.signal,
  toUri: pathToUri,
  toPath: uriToPath,
  async openPress({ fonts, within }) {
    const [{ createPress }, source] = await Promise.all([import('./press/inProcess.ts'), openFonts(fonts)])
    return createPress({
      fonts: source,
      crypto: nodeCrypto,
      clock: nodeClock,
      random: nodeRandom,
      files: nodeFiles([within]),
      network: nodeNetwork,
      programs: nodePrograms,
      within: [within],
    })
  },
  async listFonts(named) {
    const [{ listFaces }, source] = await Promise.all([import('./fonts/listFaces.ts'), openFonts(named)])
    return listFaces(source)
  },
  cores: availableParallelism(),
  openThreads: (size) => openThreads(new URL('./lintWorker.mjs', import.meta.url), { size }),
  async serve() {
    await import('./server.ts')
  },
}

process.exitCode = await runProgram(host, process.argv.slice(2))
