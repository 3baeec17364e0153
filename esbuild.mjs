// Bundles the extension's client (CommonJS, as VS Code loads it), the pages of its webviews, and the server, CLI, worker and remark plugin
// (ESM with splitting, so that the PDF painter is loaded on first use only).
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { tsImport } from 'tsx/esm/api'
import { leaveOut } from './scripts/bundle/leaveOut.mjs'
import { packTranslations } from './scripts/bundle/packTranslations.mjs'

/** Built here and moved to dist/ when all of it is there: a build that fails leaves the last good one. */
const outdir = 'out/dist'

/** `--debug`: readable bundles with source maps, for the debugger. */
const debug = process.argv.includes('--debug')

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  outdir,
  metafile: true,
  legalComments: 'linked',
  logLevel: 'warning',
  // A third less to read and compile at every start. Names are kept: stack traces stay readable.
  minifyWhitespace: !debug,
  minifySyntax: !debug,
  sourcemap: debug,
}

// CommonJS packages inside ESM chunks need `require` and `__dirname`; chunks lie beside the entries, so both name dist/.
const banner = `import {createRequire as bannerRequire} from 'node:module';import {fileURLToPath as bannerPath} from 'node:url';const require=bannerRequire(import.meta.url),__filename=bannerPath(import.meta.url),__dirname=bannerPath(new URL('.',import.meta.url));`

/** The library that speaks to the server, in a file of its own: what the extension costs by itself can be told apart. */
const LIBRARY = 'vscode-languageclient/node'
const libraryBeside = {
  name: 'library-beside',
  setup(build) {
    const onResolve = ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './languageClient.cjs', external: true }
    build.onResolve({ filter: new RegExp(`^${LIBRARY}$`) }, onResolve)
  },
}

rmSync(outdir, { recursive: true, force: true })
const client = await build({
  ...shared,
  format: 'cjs',
  entryPoints: { client: 'client/src/extension.ts', languageClient: LIBRARY },
  external: ['vscode'],
  plugins: [libraryBeside],
  outExtension: { '.js': '.cjs' },
})
const preview = await build({
  ...shared,
  platform: 'browser',
  target: 'chrome122',
  format: 'iife',
  entryPoints: {
    ...Object.fromEntries(['preview', 'form', 'register'].map((name) => [name, `client/webview/${name}.ts`])),
    compare: 'client/webview/compare.css',
  },
})
const server = await build({
  ...shared,
  format: 'esm',
  splitting: true,
  plugins: [leaveOut],
  chunkNames: '[name]-[hash]',
  entryPoints: Object.fromEntries(
    ['server', 'cli', 'lintWorker', 'worker', 'remark'].map((name) => [name, `server/src/${name}.ts`]),
  ),
  outExtension: { '.js': '.mjs' },
  banner: { js: banner },
  define: { HONGTOU_VERSION: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version) },
})
// What went into the bundles, for tests; not in dist/, which is what users get.
mkdirSync('out/meta', { recursive: true })
for (const [name, { metafile }] of Object.entries({ client, preview, server })) {
  writeFileSync(`out/meta/${name}.json`, JSON.stringify(metafile).replaceAll(`${outdir}/`, 'dist/'))
}

// The PDF painter reads its colour profile from data/ beside the chunks.
const require = createRequire(import.meta.url)
const pdfkitData = join(dirname(require.resolve('pdfkit')), 'data')
cpSync(join(pdfkitData, 'sRGB_IEC61966_2_1.icc'), `${outdir}/data/sRGB_IEC61966_2_1.icc`)

// What rules and elements say in English, read by the server only where the editor is not Chinese.
writeFileSync(`${outdir}/server.l10n.en.json.br`, packTranslations('l10n/server.en'))

const { buildFonts } = await tsImport('./scripts/build-fonts.ts', import.meta.url)
await buildFonts(`${outdir}/fonts`)

const { thirdPartyText } = await tsImport('./scripts/third-party.ts', import.meta.url)
writeFileSync(`${outdir}/THIRD-PARTY.txt`, thirdPartyText([client, preview, server].map(({ metafile }) => metafile)))

// Types of the public plugin. Its one argument is a type of `unified`, which its users have.
mkdirSync(`${outdir}/types`, { recursive: true })
writeFileSync(
  `${outdir}/types/remark.d.ts`,
  `import type { Processor } from 'unified'
/** The dialect as a plugin: \`unified().use(remarkParse).use(remarkGongwen)\`. */
export declare function remarkGongwen(this: Processor): void
export default remarkGongwen
`,
)

rmSync('dist', { recursive: true, force: true })
renameSync(outdir, 'dist')
