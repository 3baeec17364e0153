// The packaged extension in a real VS Code:
//   npm run package && npm run test:vscode
// or, with the parts at hand, `node test/vscode/run.mjs [FILE.vsix [SCENARIO]]`. Pictures go to out/vscode/;
// with --pictures those of README and walkthrough go to docs/images/.
import assert from 'node:assert/strict'
import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { archiving } from './archive.mjs'
import { clerk } from './clerk.mjs'
import { drafter } from './drafter.mjs'
import { playHost } from './host.mjs'
import { lowVision } from './lowVision.mjs'
import { processing } from './process.mjs'
import { proofreader } from './proofreader.mjs'
import { restricted } from './restricted.mjs'
import { DOCUMENTED, play } from './scenario.mjs'
import { signer } from './signer.mjs'
import { typist } from './typist.mjs'

const documents = process.argv.includes('--pictures')
const [given, only] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const vsix = given ?? readdirSync('.').find((name) => /^hongtou-.*\.vsix$/.test(name))
assert.ok(vsix, 'no .vsix here: run npm run package')

let passed = 0
let failed = 0
const scenarios = [drafter, typist, clerk, signer, proofreader, processing, archiving, lowVision, restricted]
const suites = [
  { name: 'host', run: playHost },
  ...scenarios.map((each) => ({ name: each.name, run: () => play(each, vsix) })),
]
/** A VS Code that does not come up is a failure like any other. */
const played = (run) =>
  run(vsix).catch((error) => {
    console.error(error)
    return { passed: 0, failed: 1 }
  })
const again = []
for (const { name, run } of suites) {
  if (only && only !== name) continue
  let result = await played(run)
  // A window on a machine with much else to do can lose a click; what is wrong fails in a fresh window too.
  if (result.failed > 0) {
    again.push(name)
    rmSync(`out/vscode/${name}-first`, { recursive: true, force: true })
    renameSync(`out/vscode/${name}`, `out/vscode/${name}-first`)
    result = await played(run)
  }
  passed += result.passed
  failed += result.failed
}
// A picture of something that failed documents nothing.
if (documents && failed === 0) cpSync(DOCUMENTED, 'docs/images', { recursive: true })
for (const name of again) console.log(`played twice, see out/vscode/${name}-first: ${name}`)
console.log(`${passed} steps passed`)
if (failed > 0) console.log(`${failed} steps failed`)
process.exitCode = failed > 0 ? 1 : 0
