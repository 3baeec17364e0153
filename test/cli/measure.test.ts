import assert from 'node:assert/strict'
import { handMade } from '../measure/handMade.ts'
import { NOTICE, RULES } from '../measure/notice.ts'
import { type Sandbox, sandbox } from './runCli.ts'

describe('hongtou measure', () => {
  let box: Sandbox
  before(() => {
    box = sandbox()
    box.put('通知.pdf', handMade(Object.values(NOTICE), Object.values(RULES)))
    const low = { ...NOTICE, 附注: { ...NOTICE.附注!, x: 28.3 + 2 * (156 / 28) } }
    box.put('偏了.pdf', handMade(Object.values(low), Object.values(RULES)))
    box.put('坏了.pdf', 'not a PDF')
  })
  after(() => box.remove())

  it('reports row by row what was asked and what was measured, and ends with 0 when nothing is off', async () => {
    const { code, out } = await box.run(['measure', '通知.pdf'])
    assert.equal(code, 0)
    assert.match(out, /^通知\.pdf：没有偏离标准的规定\n/)
    assert.match(out, /7\.2\.4 +发文机关标志 +上边缘至版心上边缘 35 mm +35\.00 mm +0\.00 +第 1 面/)
    assert.match(out, /FangSong_GB2312　仿宋　没有嵌入/)
  })

  it('ends with 1 when something is off by more than the tolerance, what is off first', async () => {
    const { code, out } = await box.run(['measure', '偏了.pdf', '--tolerance', '0.2'])
    assert.equal(code, 1)
    assert.match(out.split('\n')[4] ?? '', /^偏差 +7\.3\.6 +附注 .*\+0\.30/)
    assert.equal((await box.run(['measure', '偏了.pdf'])).code, 0)
  })

  it('prints one JSON document for programs', async () => {
    const { code, out, err } = await box.run(['measure', '偏了.pdf', '--tolerance', '0.2', '--format', 'json'])
    assert.deepEqual([code, err], [1, ''])
    const report = JSON.parse(out)
    assert.deepEqual(
      [report.schema, report.standard, report.file, report.pages, report.format, report.tolerance, report.conforms],
      [1, 'GB/T 9704—2012', '偏了.pdf', 2, '文件', 0.2, false],
    )
    const found = report.rows.find((row: { verdict: string }) => row.verdict === '偏差')
    assert.deepEqual(
      [
        found.requirement,
        found.clause,
        found.unit,
        found.expected,
        found.measured,
        found.difference,
        found.page,
        found.text,
      ],
      ['N-1', '7.3.6', 'mm', [11.143, 11.143], 11.443, 0.3, 2, '（此件公开发布）'],
    )
    assert.deepEqual(Object.keys(found.box), ['left', 'top', 'right', 'bottom'])
  })

  it('ends with 2 and a sentence for what it cannot read, in JSON too', async () => {
    const bad = await box.run(['measure', '坏了.pdf'])
    assert.deepEqual([bad.code, bad.out], [2, ''])
    assert.match(bad.err, /坏了\.pdf：这不是 PDF 文件/)
    const json = await box.run(['measure', '坏了.pdf', '--format', 'json'])
    assert.equal(JSON.parse(json.out).error.code, 'pdf-not-pdf')
    assert.equal((await box.run(['measure', '没有.pdf'])).code, 2)
    assert.match((await box.run(['measure', '通知.pdf', '--tolerance', '很小'])).err, /--tolerance 的值“很小”不对/)
  })
})
