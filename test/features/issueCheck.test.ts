import assert from 'node:assert/strict'
import { diagnostics } from '../../server/src/features/diagnostics.ts'
import { issueCheck } from '../../server/src/features/issueCheck.ts'
import { clock, lines, marked } from './marked.ts'

const DRAFT = lines(
  '---',
  '发文机关: 某市教育局',
  '发文字号: 某教发〔2026〕号',
  '---',
  '# 某市教育局关于供暖的通知',
  '',
  '各学校：',
  '',
  '请核实。',
)

describe('check before issue', () => {
  it('makes an error of what a draft may leave open, with its clause', () => {
    const { document } = marked(DRAFT)
    const errors = issueCheck(document, { clock }).filter(({ finding }) => finding.severity === 'error')
    assert.ok(errors.length > 0)
    for (const { clause } of errors) assert.notEqual(clause, '')
    assert.ok(!diagnostics(document, { clock }).some(({ severity }) => severity === 'error'))
  })

  it('has nothing against a document that is complete', () => {
    const complete = DRAFT.replace('〔2026〕号', '〔2026〕12号').replace('---\n#', '成文日期: 2026年11月20日\n---\n#')
    assert.deepEqual(issueCheck(marked(complete).document, { clock }), [])
  })
})
