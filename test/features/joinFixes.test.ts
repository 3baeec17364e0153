import assert from 'node:assert/strict'
import { joinFixes } from '../../server/src/features/joinFixes.ts'

const edit = (start: number, end: number, text = '') => ({ span: { start, end }, text })

describe('fixes made together', () => {
  it('are all made where they do not meet', () => {
    const pair = [edit(0, 1, '（'), edit(4, 5, '）')]
    assert.deepEqual(joinFixes([pair, [edit(2, 3, '，')]]), [...pair, edit(2, 3, '，')])
  })

  it('are made whole or not at all', () => {
    const pair = [edit(0, 1, '（'), edit(4, 5, '）')]
    assert.deepEqual(joinFixes([[edit(3, 5, '甲')], pair]), [edit(3, 5, '甲')])
  })
})
