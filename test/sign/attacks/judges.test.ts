import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { needJudge } from '../../support/judges.ts'
import { judgeTable, tableIn } from './judgeTable.ts'

describe('attacks before other judges', () => {
  it('are judged as docs/signatures.md says', async function () {
    this.timeout(180_000)
    needJudge(this, 'pdfsig')
    needJudge(this, 'mutool')
    const document = readFileSync(new URL('../../../docs/signatures.md', import.meta.url), 'utf8')
    assert.equal(tableIn(document), await judgeTable())
  })
})
