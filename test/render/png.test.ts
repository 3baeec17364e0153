import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isPng, isSoundPng } from '../../server/src/render/png.ts'
import { CLEAR_PNG } from './sample.ts'

describe('PNG check', () => {
  it('takes a whole image', () => {
    assert.ok(isPng(CLEAR_PNG))
    assert.ok(isSoundPng(CLEAR_PNG))
  })

  it('refuses every cut', () => {
    for (let length = 8; length < CLEAR_PNG.length - 4; length++) {
      assert.equal(isSoundPng(CLEAR_PNG.subarray(0, length)), false, `${length} bytes`)
    }
  })

  it('refuses a size that the data do not fill', () => {
    // The last byte of the width.
    assert.equal(isSoundPng(CLEAR_PNG.with(19, 3)), false)
    assert.equal(isSoundPng(CLEAR_PNG.with(16, 0xff)), false)
  })

  it('never throws', () => {
    const place = fc.nat(CLEAR_PNG.length - 9)
    fc.assert(fc.property(place, fc.nat(255), (at, value) => void isSoundPng(CLEAR_PNG.with(8 + at, value))))
  })
})
