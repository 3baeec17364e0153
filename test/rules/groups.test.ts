import assert from 'node:assert/strict'
import { draft, of } from '../support/rules.ts'

const text = '县里老板到场，来自中国、香港的企业参展，其它事项另行通知。\n'

describe('a group of rules in the profile', () => {
  it('is turned off as one, and the others still speak', () => {
    assert.equal(of('term-boss', draft(text)).length, 1)
    const findings = draft(text, { rules: { 慎用语: 'off' } })
    assert.deepEqual(
      findings.filter(({ rule }) => rule.startsWith('term-')),
      [],
    )
    assert.equal(of('wording-pair', findings).length, 1)
  })

  it('gives way to what is said of one rule', () => {
    const findings = draft(text, { rules: { 慎用语: 'off', 港澳称谓: 'info' } })
    assert.deepEqual(
      findings.filter(({ rule }) => rule.startsWith('term-')).map(({ rule, severity }) => [rule, severity]),
      [['term-hk-mo', 'info']],
    )
  })

  it('is known: no rule of practice asks why it is silent', () => {
    assert.deepEqual(of('rule-disabled', draft(text, { rules: { 慎用语: 'off' } })), [])
    assert.equal(of('rule-disabled', draft(text, { rules: { 没有这一组: 'off' } })).length, 1)
  })
})
