// Plays a scenario in a fresh VS Code with the packaged extension and counts its steps.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startCodeServer } from './codeServer.mjs'
import { openWorkbench } from './workbench.mjs'

/** Pictures for README and walkthrough; `npm run pictures` puts them into docs/images/. */
export const DOCUMENTED = resolve('out/vscode/pictures')

/** Waits until something holds that only shows on the screen or on disk; a minute, for machines that have much else to do. */
export async function until(holds) {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return
    await new Promise((done) => setTimeout(done, 100))
  }
  assert.fail(`never: ${holds}`)
}

/** Returns how many steps passed and whether one failed; pictures go to out/vscode/. */
export async function play({ name, file, options, prepare, play }, vsix) {
  const pictures = resolve('out/vscode', name)
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-folder-'))
  prepare(folder)
  let passed = 0
  const step = async (title, work) => {
    await work()
    passed++
    console.log(`ok ${name}: ${title}`)
  }
  const server = await startCodeServer({ vsix, ...options })
  let w
  try {
    w = await openWorkbench(server, folder, { file })
    const shot = (picture) => w.shot(join(pictures, picture))
    await play({ w, folder, step, shot, picture: (name, clip) => w.shot(join(DOCUMENTED, `${name}.png`), clip) })
    await step('nothing was asked of the network', () => assert.deepEqual([...w.outside], []))
    return { passed, failed: 0 }
  } catch (error) {
    await w?.shot(join(pictures, 'failure.png')).catch(() => {})
    for (const [log, text] of Object.entries(server.logs())) {
      if (/remoteexthost|hongtou/.test(log)) console.error(`== ${log}\n${text.split('\n').slice(-15).join('\n')}`)
    }
    console.error(error)
    return { passed, failed: 1 }
  } finally {
    await w?.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
