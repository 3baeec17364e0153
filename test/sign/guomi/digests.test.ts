import assert from 'node:assert/strict'
import { createHash, getHashes } from 'node:crypto'
import fc from 'fast-check'
import { sm3 } from '../../../server/src/sign/guomi/sm3.ts'
import { decryptSm4, encryptSm4 } from '../../../server/src/sign/guomi/sm4.ts'
import { needJudge } from '../../support/judges.ts'
import { withOpenssl } from './openssl.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'))
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('SM3', () => {
  it('gives the values of GB/T 32905—2016 annex A', () => {
    assert.equal(hex(sm3(utf8('abc'))), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    assert.equal(hex(sm3(utf8('abcd'.repeat(16)))), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  })

  it('agrees with OpenSSL on texts of any length, in any pieces', function () {
    if (!getHashes().includes('sm3')) this.skip()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (text, cut) => {
        const expected = createHash('sm3').update(text).digest('hex')
        assert.equal(hex(sm3(text)), expected)
        assert.equal(hex(sm3.create().update(text.subarray(0, cut)).update(text.subarray(cut)).digest()), expected)
      }),
    )
  })
})

describe('SM4', () => {
  const key = unhex('0123456789abcdeffedcba9876543210')
  const zero = new Uint8Array(16)

  it('gives the value of GB/T 32907—2016 A.1', () => {
    assert.equal(hex(encryptSm4(key, zero, key).subarray(0, 16)), '681edf34d206965e86b3e94f536e4246')
  })

  it('undoes what it did, at any length', () => {
    const block = fc.uint8Array({ minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(block, block, fc.uint8Array({ maxLength: 100 }), (anyKey, vector, text) => {
        assert.deepEqual(decryptSm4(anyKey, vector, encryptSm4(anyKey, vector, text)), text)
      }),
    )
  })

  it('says nothing of what was encrypted with another key, or cut', () => {
    const secret = encryptSm4(key, zero, utf8('某某市人民政府'))
    const otherKey = key.map((byte) => byte ^ 1)
    assert.notDeepEqual(decryptSm4(otherKey, zero, secret), utf8('某某市人民政府'))
    for (const length of [0, 15, 17]) assert.equal(decryptSm4(key, zero, secret.subarray(0, length)), undefined)
  })

  it('is what OpenSSL calls sm4-cbc', async function () {
    needJudge(this, 'openssl')
    await withOpenssl((bench) => {
      const vector = unhex('000102030405060708090a0b0c0d0e0f')
      bench.put('text', '关于加强电子公文管理的通知')
      bench.make('enc', '-sm4-cbc', '-K', hex(key), '-iv', hex(vector), '-in', '@text', '-out', '@secret')
      assert.deepEqual(encryptSm4(key, vector, bench.bytes('text')), bench.bytes('secret'))
    })
  })
})
