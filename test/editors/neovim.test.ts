import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lines } from '../features/marked.ts'
import { needJudge } from '../support/judges.ts'
import { withScratch } from '../support/scratch.ts'

interface Told {
  readonly before: readonly { readonly code: string; readonly line: number; readonly column: number }[]
  readonly action: string
  readonly after: readonly { readonly code: string }[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const script = fileURLToPath(new URL('neovim.lua', import.meta.url))
const SERVER = [process.execPath, '--import', 'tsx', `${root}server/src/server.ts`, '--stdio']

describe('Neovim, with the client that it brings', () => {
  it('shows diagnostics, takes a quick fix and formats', function () {
    needJudge(this, 'nvim')
    withScratch((folder) => {
      const [file, told] = [join(folder, '通知.gw.md'), join(folder, 'told.json')]
      writeFileSync(
        file,
        lines('---', '发文字号: 某政发[2026]12号', '---', '# 某市关于供暖的通知', '　　各校要落实。', ''),
      )
      const environment = {
        ...process.env,
        HOME: folder,
        HONGTOU_SERVER: JSON.stringify(SERVER),
        HONGTOU_FILE: file,
        HONGTOU_TOLD: told,
      }
      const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', script], {
        cwd: root,
        env: environment,
        timeout: 90_000,
        encoding: 'utf8',
      })
      assert.equal(run.status, 0, run.stderr)
      const { before, action, after }: Told = JSON.parse(readFileSync(told, 'utf8'))
      const brackets = before.find(({ code }) => code === 'docnum-brackets')
      assert.deepEqual([brackets?.line, action], [1, '改用六角括号〔〕'])
      assert.ok(!after.some(({ code }) => code === 'docnum-brackets'))
      assert.equal(
        readFileSync(file, 'utf8'),
        lines('---', '发文字号: 某政发〔2026〕12号', '---', '', '# 某市关于供暖的通知', '', '各校要落实。', ''),
      )
    })
  }).timeout(120_000)
})
