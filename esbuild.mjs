// Bundles the extension's client (CommonJS, as VS Code loads it), the preview's page, and the server, CLI, worker and remark plugin
// (ESM with splitting, so that the PDF painter is loaded on first use only).
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { tsImport } from 'tsx/esm/api'

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  outdir: 'dist',
  metafile: true,
  legalComments: 'linked',
  logLevel: 'warning',
  minify: process.argv.includes('--minify'),
}

// CommonJS packages inside ESM chunks need `require` and `__dirname`; chunks lie beside the entries, so both name dist/.
const banner = `import {createRequire as _r} from 'node:module';import {fileURLToPath as _f} from 'node:url';const require=_r(import.meta.url),__filename=_f(import.meta.url),__dirname=_f(new URL('.',import.meta.url));`

rmSync('dist', { recursive: true, force: true })
const client = await build({
  ...shared,
  format: 'cjs',
  entryPoints: { client: 'client/src/extension.ts' },
  external: ['vscode'],
  outExtension: { '.js': '.cjs' },
})
const preview = await build({
  ...shared,
  platform: 'browser',
  target: 'chrome122',
  format: 'iife',
  entryPoints: { preview: 'client/webview/preview.ts' },
})
const server = await build({
  ...shared,
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  entryPoints: Object.fromEntries(['server', 'cli', 'worker', 'remark'].map((name) => [name, `server/src/${name}.ts`])),
  outExtension: { '.js': '.mjs' },
  banner: { js: banner },
})
mkdirSync('dist/meta', { recursive: true })
writeFileSync('dist/meta/client.json', JSON.stringify(client.metafile))
writeFileSync('dist/meta/preview.json', JSON.stringify(preview.metafile))
writeFileSync('dist/meta/server.json', JSON.stringify(server.metafile))

// The PDF painter reads its colour profile from data/ beside the chunks.
const require = createRequire(import.meta.url)
const pdfkitData = join(dirname(require.resolve('pdfkit')), 'data')
cpSync(join(pdfkitData, 'sRGB_IEC61966_2_1.icc'), 'dist/data/sRGB_IEC61966_2_1.icc')

const { buildFonts } = await tsImport('./scripts/build-fonts.ts', import.meta.url)
await buildFonts('dist/fonts')
