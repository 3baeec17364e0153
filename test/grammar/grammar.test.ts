import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Each file holds lines of a document, with the scopes that they must have written below them. */
describe('the TextMate grammar', () => {
  for (const file of readdirSync(path('.')).filter((name) => name.endsWith('.gw.md.txt')))
    it(`colours ${file.replace('.gw.md.txt', '')} as the file says`, () => {
      const run = spawnSync(
        process.execPath,
        [
          require.resolve('vscode-tmgrammar-test/dist/unit.js'),
          '--grammar',
          path('../../syntaxes/gongwen.tmLanguage.json'),
          path(file),
        ],
        { encoding: 'utf8' },
      )
      assert.equal(run.status, 0, run.stdout + run.stderr)
    })
})
