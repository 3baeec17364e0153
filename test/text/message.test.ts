import assert from 'node:assert/strict'
import { formatMessage, message } from '../../server/src/text/message.ts'

describe('messages', () => {
  it('fill their arguments in', () => {
    assert.equal(formatMessage(message('应为“{0}”，共{1}处。', '〔2026〕', 2)), '应为“〔2026〕”，共2处。')
  })

  it('are translated by their template', () => {
    const bundle = { '缺少{0}。': 'Missing {0}.' }
    assert.equal(formatMessage(message('缺少{0}。', 'x'), bundle), 'Missing x.')
  })

  it('keep a placeholder that has no argument', () => {
    assert.equal(formatMessage(message('{0}{1}', 'a')), 'a{1}')
  })
})
