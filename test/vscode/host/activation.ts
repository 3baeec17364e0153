import assert from 'node:assert/strict'
import { Session } from 'node:inspector/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import * as vscode from 'vscode'
import { EXTENSION, finding, findings, NOTICE, show, until } from './office.ts'
import { note } from './run.ts'

const extension = () => vscode.extensions.getExtension(EXTENSION) ?? assert.fail('the extension is not installed')

/** Milliseconds that the code of each file runs in the extension host while a job goes on, by the file's name. */
async function timeByFile(job: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 200 })
  await session.post('Profiler.start')
  await job()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  const files = new Map(profile.nodes.map(({ id, callFrame }) => [id, basename(callFrame.url)]))
  const { samples = [], timeDeltas = [] } = profile
  const times = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const file = files.get(id) ?? ''
    times.set(file, (times.get(file) ?? 0) + (timeDeltas[index] ?? 0) / 1000)
  }
  return times
}

describe('the extension, before anybody wants it', () => {
  it('sleeps while no 公文 is open', () => assert.equal(extension().isActive, false))

  it('has told its commands, views and settings all the same', async () => {
    const { commands, views, configuration } = extension().packageJSON.contributes
    assert.ok(commands.some(({ command }: { command: string }) => command === 'hongtou.renderAndSign'))
    const names = views.hongtou.map(({ id }: { id: string }) => id)
    for (const name of ['elements', 'findings', 'checklist', 'signatures'])
      assert.ok(names.includes(`hongtou.${name}`), name)
    const { enum: ids, enumDescriptions: texts } = configuration.properties['hongtou.rules'].propertyNames
    assert.match(texts[ids.indexOf('docnum-brackets')], /^文号用六角括号（GB\/T 9704—2012 7\.2\.5）/)
  })

  it('wakes up for the first 公文, and checks it', async () => {
    const { extensionPath, packageJSON } = extension()
    const main = join(extensionPath, packageJSON.main)
    const before = performance.now()
    // VS Code will find it loaded.
    createRequire(join(extensionPath, 'package.json'))(main)
    const loaded = performance.now() - before
    const times = await timeByFile(async () => {
      await show('通知.gw.md', NOTICE.replace('〔2026〕', '[2026]'))
      await until('active', () => extension().isActive)
    })
    const took = (file: string) => `${(times.get(file) ?? 0).toFixed(0)} ms`
    note(`client: ${loaded.toFixed(0)} ms to load; until it is active ${took('client.cjs')} of own code,`)
    note(`${took('languageClient.cjs')} of the library that speaks to the server`)
    const uri = vscode.window.activeTextEditor?.document.uri ?? assert.fail()
    await finding(uri, 'docnum-brackets')
    assert.ok(findings(uri).length > 0)
  })

  it('has registered every command that it has told', async () => {
    const told: readonly { command: string }[] = extension().packageJSON.contributes.commands
    const known = new Set(await vscode.commands.getCommands(true))
    assert.deepEqual(
      told.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    )
  })
})
