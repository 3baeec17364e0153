import assert from 'node:assert/strict'
import { copyNumbers, copyTarget, copyText } from '../../server/src/features/printRun.ts'
import { separateTargets } from '../../server/src/features/separateTargets.ts'
import { Failure } from '../../server/src/text/failure.ts'

describe('a print run', () => {
  it('numbers its copies with six digits (GB/T 9704—2012 7.2.1)', () => {
    assert.deepEqual(copyNumbers(3), ['000001', '000002', '000003'])
    for (const wrong of [0, -1, 1.5, Number.NaN, 10_000]) {
      assert.throws(
        () => copyNumbers(wrong),
        (error) => error instanceof Failure && error.code === 'copies',
      )
    }
  })

  it('writes the number in place of the one that stands there, and changes nothing else', () => {
    const text = '---\n密级: 机密★1年\n份号: 000009\n---\n# 标题\n'
    assert.equal(copyText(text, '000003'), text.replace('000009', '000003'))
    assert.equal(copyText('\uFEFF---\n密级: 机密\n---\n', '000001'), '\uFEFF---\n份号: 000001\n密级: 机密\n---\n')
  })

  it('has a file for each copy', () => {
    assert.equal(copyTarget('file:///a/通知.pdf', '000010'), 'file:///a/通知-000010.pdf')
  })
})

describe('attachments that go by themselves', () => {
  it('lie beside their document under its name, each with its number', () => {
    assert.deepEqual(separateTargets('file:///a/通知.pdf', [1, 2]), [
      'file:///a/通知-附件1.pdf',
      'file:///a/通知-附件2.pdf',
    ])
    assert.deepEqual(separateTargets('file:///a/通知-签章.pdf', [null]), ['file:///a/通知-附件.pdf'])
  })

  it('never take the same file', () => {
    assert.deepEqual(separateTargets('file:///通知.pdf', [1, 1]), [
      'file:///通知-附件1.pdf',
      'file:///通知-附件1-2.pdf',
    ])
  })
})
