import assert from 'node:assert/strict'
import { readPath } from '../../server/src/render/pathData.ts'

describe('path data', () => {
  it('is read with and without spaces', () => {
    const expected = [
      { command: 'M', points: [1, -2] },
      { command: 'L', points: [3.5, 4] },
      { command: 'C', points: [1, 2, 3, 4, 5, 6] },
      { command: 'Z', points: [] },
    ]
    assert.deepEqual(readPath('M 1 -2 L 3.5 4 C 1 2 3 4 5 6 Z'), expected)
    assert.deepEqual(readPath('M1-2L3.5,4C1,2,3,4,5,6Z'), expected)
  })

  it('makes quadratic curves cubic, which PDF has', () => {
    assert.deepEqual(readPath('M0 0Q3 6 6 0')[1], { command: 'C', points: [2, 4, 4, 4, 6, 0] })
  })

  it('takes further pairs as further lines and curves', () => {
    assert.deepEqual(
      readPath('M0 0 1 1L2 2 3 3').map(({ command }) => command),
      ['M', 'L', 'L', 'L'],
    )
  })

  it('refuses what the program never writes', () => {
    assert.throws(() => readPath('m 1 2'), /command m/)
  })
})
