// Entry point of the language server: standard input and output or IPC, as the command line says.
import { fileURLToPath } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { type ServerPorts, startServer } from './lsp/server.ts'
import { nodeClock } from './node/clock.ts'
import { nodeFiles } from './node/files.ts'
import { openStdio } from './node/stdio.ts'
import { version } from './version.ts'

/** The built files lie together in dist/; what they need of the package lies beside it. */
const beside = (path: string) => new URL(path, import.meta.url)

const openPress: ServerPorts['openPress'] = async ({ within }) => {
  const { workerPress } = await import('./node/workerPress.ts')
  const bundledFonts = fileURLToPath(beside('./fonts/'))
  return workerPress(beside('./worker.mjs'), {
    bundledFonts,
    fontMode: 'auto',
    ...(within.length > 0 ? { within } : {}),
  })
}

const isStdio = process.argv.includes('--stdio')

startServer((options) => (isStdio ? openStdio(options) : createConnection(ProposedFeatures.all, options)), {
  files: nodeFiles(),
  clock: nodeClock,
  version,
  rulePages: beside('../docs/rules/').href,
  openPress,
  async openOffice() {
    const { createOffice } = await import('./office.ts')
    return createOffice({ templates: beside('../templates').href, openPress })
  },
  async translations(language) {
    const { readTranslations } = await import('./node/translations.ts')
    return readTranslations(beside(`../l10n/bundle.l10n.${language}.json`), beside(`./server.l10n.${language}.json.br`))
  },
})
