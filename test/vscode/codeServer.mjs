// Starts VS Code on a free loopback port with throw-away user data, with the packaged extension installed.
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const installed = resolve(process.env.HONGTOU_VSCODE ?? '.e2e')

/** Settings that keep the window quiet, so that pictures of it stay the same. */
const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'git.enabled': false,
  'files.simpleDialog.enable': true,
  'editor.minimap.enabled': false,
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': "'Noto Sans CJK SC', 'Hongtou Heiti', sans-serif",
  'workbench.colorTheme': 'Default Light Modern',
}

export async function startCodeServer({ vsix, settings = {}, language = 'zh-cn', trust = false, tests = false }) {
  const home = mkdtempSync(join(tmpdir(), 'hongtou-vscode-'))
  const user = join(home, 'user')
  mkdirSync(join(user, 'User'), { recursive: true })
  const trusting = trust
    ? { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' }
    : {}
  writeFileSync(join(user, 'User', 'settings.json'), JSON.stringify({ ...SETTINGS, ...trusting, ...settings }))
  writeFileSync(join(home, 'config.yaml'), 'auth: none\ncert: false\n')
  useLanguage(home, user, language)

  const modules = join(installed, 'node_modules')
  const node = join(
    modules,
    readdirSync(modules).find((name) => /^node-(linux|darwin)-/.test(name)),
    'bin',
    'node',
  )
  const entry = join(modules, 'code-server', 'out', 'node', 'entry.js')
  const common = [
    entry,
    '--config',
    join(home, 'config.yaml'),
    '--user-data-dir',
    user,
    '--extensions-dir',
    join(home, 'extensions'),
  ]
  const env = environment(home)
  execFileSync(node, [...common, '--install-extension', resolve(vsix), '--force'], { env, stdio: 'ignore' })

  const port = await freePort()
  const logFile = join(home, 'server.log')
  const log = openSync(logFile, 'w')
  const quiet = [
    '--auth',
    'none',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--ignore-last-opened',
  ]
  const address = [
    '--bind-addr',
    `127.0.0.1:${port}`,
    '--locale',
    language,
    ...(trust ? [] : ['--disable-workspace-trust']),
    // Without it a window is never told which tests to load.
    ...(tests ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ]
  const child = spawn(node, [...common, ...quiet, ...address], { env, stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  const ended = new Promise((done) => child.once('exit', done))
  const stop = async () => {
    // Its own process group: extension host and language server go with it.
    signal(child.pid, 'SIGTERM')
    await Promise.race([ended, pause(3000)])
    signal(child.pid, 'SIGKILL')
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  const base = `http://127.0.0.1:${port}`
  if (!(await answers(base, child))) {
    const text = readFileSync(logFile, 'utf8')
    await stop()
    throw new Error(`VS Code did not start:\n${text}`)
  }
  return { base, host: `127.0.0.1:${port}`, user, home, stop, logs: () => hostLogs(join(user, 'logs')) }
}

/** Sets the display language without its language pack: the extension's own texts follow it, the workbench's stay English. */
function useLanguage(home, user, language) {
  const translations = join(home, 'none.json')
  writeFileSync(translations, JSON.stringify({ '': [], version: '1.0.0', contents: {} }))
  const pack = {
    hash: 'hongtou',
    label: language,
    extensions: [{ extensionIdentifier: { id: 'hongtou.language' }, version: '0.0.1' }],
    translations: { vscode: translations },
  }
  writeFileSync(join(user, 'languagepacks.json'), JSON.stringify({ [language]: pack }))
}

/** Nothing of an editor or npm that runs this suite may leak in, and nobody is asked for extensions. */
function environment(home) {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name))
  return {
    ...Object.fromEntries(own),
    HOME: home,
    XDG_DATA_HOME: home,
    XDG_CONFIG_HOME: home,
    EXTENSIONS_GALLERY: '{}',
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

async function answers(base, child) {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    try {
      if ((await fetch(`${base}/healthz`)).ok) return true
    } catch {
      // Not yet.
    }
    await pause(100)
  }
  return false
}

function signal(pid, name) {
  try {
    process.kill(-pid, name)
  } catch {
    // It has ended.
  }
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds))
}

/** What the extension hosts wrote, by file. */
function hostLogs(folder) {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'))
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  } catch {
    return {}
  }
}
