// Puts what the suite needs into .e2e/: a VS Code that runs without a desktop (code-server), the Node it is built for,
// and a driver for the browser that shows it. Browser and fonts come from the system.
//   node test/vscode/install.mjs
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const CODE_SERVER = '4.139.1'
/** The major version that this code-server names in its `engines`. */
const NODE = '24.21.0'
const PLAYWRIGHT = '1.65.1'

const target = resolve(process.env.HONGTOU_VSCODE ?? '.e2e')
const stamp = `${CODE_SERVER} ${NODE} ${PLAYWRIGHT}`
const ready = join(target, 'ready')
if (existsSync(ready) && readFileSync(ready, 'utf8') === stamp) {
  console.log(`already there: ${stamp}`)
  process.exit()
}

const nodePackage = `node-${process.platform}-${process.arch}`
mkdirSync(target, { recursive: true })
writeFileSync(join(target, 'package.json'), '{"private":true}')

const nodeHome = join(target, 'node_modules', nodePackage)
const environment = {
  ...process.env,
  PATH: join(nodeHome, 'bin') + delimiter + process.env.PATH,
  // The package has the headers beside the binary, so that native modules need no download.
  npm_config_nodedir: nodeHome,
  npm_config_yes: 'true',
}
function npm(folder, ...args) {
  execFileSync('npm', [...args, '--no-audit', '--no-fund'], { cwd: folder, env: environment, stdio: 'inherit' })
}

// Install scripts would download from elsewhere; only native modules that are really loaded are built.
npm(
  target,
  'install',
  '--no-save',
  '--ignore-scripts',
  `code-server@${CODE_SERVER}`,
  `${nodePackage}@${NODE}`,
  `playwright-core@${PLAYWRIGHT}`,
)
const workbench = join(target, 'node_modules', 'code-server', 'lib', 'vscode')
for (const folder of [workbench, join(workbench, 'extensions')])
  npm(folder, 'install', '--ignore-scripts', '--omit=dev')
rebuild(workbench, [
  '@vscode/spdlog',
  '@vscode/native-watchdog',
  'native-watchdog',
  'node-pty',
  '@parcel/watcher',
  '@vscode/sqlite3',
  '@vscode/fs-copyfile',
])
rebuild(target, ['argon2'])

function rebuild(folder, names) {
  const present = names.filter((name) => existsSync(join(folder, 'node_modules', name)))
  if (present.length > 0) npm(folder, 'rebuild', ...present)
}

const archive = join(workbench, 'node_modules.asar')
if (!existsSync(archive)) symlinkSync('node_modules', archive)
writeFileSync(ready, stamp)
console.log(`ready: ${stamp}`)
