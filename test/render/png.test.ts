import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isPng, isWholePng, readPng } from '../../server/src/render/png.ts'
import { CLEAR_PNG } from './sample.ts'

function isSound(bytes: Uint8Array): boolean {
  const png = readPng(bytes)
  return png !== undefined && isWholePng(png)
}

describe('PNG check', () => {
  it('takes a whole image', () => {
    assert.ok(isPng(CLEAR_PNG))
    assert.ok(isSound(CLEAR_PNG))
  })

  it('refuses every cut', () => {
    for (let length = 8; length < CLEAR_PNG.length; length++) {
      assert.equal(isSound(CLEAR_PNG.subarray(0, length)), false, `${length} bytes`)
    }
  })

  it('refuses a size that the data do not fill', () => {
    // The last byte of the width.
    assert.equal(isSound(CLEAR_PNG.with(19, 3)), false)
    assert.equal(isSound(CLEAR_PNG.with(16, 0xff)), false)
  })

  it('never throws', () => {
    const place = fc.nat(CLEAR_PNG.length - 9)
    fc.assert(fc.property(place, fc.nat(255), (at, value) => void isSound(CLEAR_PNG.with(8 + at, value))))
  })
})
