import assert from 'node:assert/strict'
import { needJudge } from '../support/judges.ts'
import { caseNames, measureCase } from './cases.ts'

describe('conformance: ink on the printed page against GB/T 9704—2012', () => {
  before(function () {
    needJudge(this, 'mutool')
  })

  for (const name of caseNames()) {
    it(name, async () => {
      const wrong = (await measureCase(name)).filter(({ right }) => !right)
      const told = wrong.map(
        ({ measure, expected, found, clause }) => `${measure}：应为 ${expected}，量得 ${found}（${clause}）`,
      )
      assert.deepEqual(told, [])
    }).timeout(60_000)
  }
})
