// Bundles the benchmark as the product is bundled and runs it: under a loader that compiles on the fly, functions are
// wrapped to keep their names, which costs time that users do not pay.
import { spawnSync } from 'node:child_process'
import { build } from 'esbuild'
import { leaveOut } from '../scripts/bundle/leaveOut.mjs'

// The painter looks for its colour profile beside itself: in dist/, as in the product.
const banner = `import {createRequire as _r} from 'node:module';import {fileURLToPath as _f} from 'node:url';const require=_r(import.meta.url),__filename=_f(import.meta.url),__dirname=_f(new URL('../dist/',import.meta.url));`

await build({
  entryPoints: ['bench/bench.ts'],
  outfile: 'out/bench.mjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  plugins: [leaveOut],
  banner: { js: banner },
  logLevel: 'warning',
})
const { status } = spawnSync(process.execPath, ['out/bench.mjs', ...process.argv.slice(2)], { stdio: 'inherit' })
if (status === 0) spawnSync('npx', ['biome', 'format', '--write', 'docs/performance.md'], { stdio: 'ignore' })
process.exit(status ?? 1)
