import assert from 'node:assert/strict'
import { diagnostics, diagnosticsKey } from '../../server/src/features/diagnostics.ts'
import { clock, lines, marked } from './marked.ts'

describe('diagnostics', () => {
  it('mark what is wrong where it stands', () => {
    const { document, text } = marked(lines('# 某市关于供暖的通知', '', '各学校：', '', '为做好供暖,现通知如下：'))
    const found = diagnostics(document, { clock }).find(({ rule }) => rule === 'punc-fullwidth')
    assert.equal(found && text.slice(found.span.start, found.span.end), ',')
  })

  it('leave out what an ignore comment covers', () => {
    const { document } = marked(
      lines('# 某市关于供暖的通知', '', '<!-- 红头：忽略 punc-fullwidth 原文如此 -->', '为做好供暖,现通知如下：'),
    )
    assert.ok(!diagnostics(document, { clock }).some(({ rule }) => rule === 'punc-fullwidth'))
  })

  it('are computed once for the same document and surroundings', () => {
    const { document } = marked('为做好供暖,现通知如下：')
    assert.equal(diagnostics(document, { clock }), diagnostics(document, { clock }))
  })

  it('have another key on another day, for rules that look at dates', () => {
    const { document } = marked('正文。')
    const tomorrow = { now: () => new Date('2026-11-23T04:00:00Z'), offset: clock.offset }
    assert.notEqual(diagnosticsKey({ clock }, document), diagnosticsKey({ clock: tomorrow }, document))
  })
})
