import assert from 'node:assert/strict'
import { draft } from '../support/rules.ts'

/** Kinds of the fixes that are offered for the words of a line, in order. */
function kinds(line: string): readonly string[] {
  return draft(`${line}\n`).flatMap(({ fixes }) => fixes.map(({ kind }) => kind))
}

describe('words of others', () => {
  it('are changed at once where the drafter wrote them', () => {
    assert.deepEqual(kinds('要做好其它工作。'), ['safe'])
    assert.deepEqual(kinds('按照《某某市条例》做好其它工作。'), ['safe'])
  })

  it('are only offered to be changed inside 《》 and “”', () => {
    assert.deepEqual(kinds('按照《关于其它事项的规定》办理。'), ['suggestion'])
    assert.deepEqual(kinds('会议提出“其它事项另行研究”的要求。'), ['suggestion'])
    assert.deepEqual(kinds('会议提出“按照《其它规定》办理其它事项”的要求。'), ['suggestion', 'suggestion'])
  })

  it('are not taken to go on behind a mark that is never closed', () => {
    const found = draft('按照《关于供暖的规定办理。\n\n要做好其它工作。\n').filter(({ rule }) =>
      rule.startsWith('word'),
    )
    assert.deepEqual(
      found.flatMap(({ fixes }) => fixes.map(({ kind }) => kind)),
      ['safe'],
    )
  })
})
