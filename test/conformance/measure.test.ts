import assert from 'node:assert/strict'
import { needJudge } from '../support/judges.ts'
import { measureCase, tableOf } from './cases.ts'
import { parseTable } from './table.ts'

describe('the conformance suite itself', () => {
  it('reads names and expectations of a table', () => {
    const table = parseTable('# 例\n## 要素\n红线\t1\t@红线1\n## 位置\n红线.左\t28.00\t7.2.7\tH-20\n')
    assert.equal(table.title, '例')
    assert.deepEqual(table.printed.get('红线'), { name: '红线', page: 1, find: '@红线1' })
    assert.deepEqual(table.expectations, [
      { measure: '红线.左', expected: '28.00', clause: '7.2.7', requirement: 'H-20' },
    ])
  })

  it('calls 0.6 mm wrong, another face wrong, and what is not printed wrong', async function () {
    needJudge(this, 'mutool')
    const table = tableOf('文件-下行')
    const rows = [
      ['标志.墨上', '71.40'],
      ['标志.墨上', '71.60'],
      ['正文.体', '黑体'],
      ['落款.字左', '28.00'],
    ]
    const expectations = rows.map(([measure = '', expected = '']) => ({
      measure,
      expected,
      clause: '',
      requirement: '',
    }))
    const printed = new Map([...table.printed, ['落款', { name: '落款', page: 1, find: '此处没有的字' }] as const])
    const measured = await measureCase('文件-下行', { ...table, printed, expectations })
    assert.deepEqual(
      measured.map(({ right }) => right),
      [false, true, false, false],
    )
    assert.equal(measured[3]?.found, '没有印出落款')
  }).timeout(60_000)
})
