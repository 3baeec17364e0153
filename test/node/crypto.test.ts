import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import type { SignatureAlgorithm } from '../../server/src/ports/crypto.ts'
import { sm2PrivateKey, sm2PublicKey } from '../../server/src/sign/guomi/keyInfo.ts'

const bytes = new TextEncoder().encode('abc')
const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex')

/** A key pair in the encodings of the port. */
function pair(kind: 'rsa' | 'ec'): { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array } {
  const keys =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    privateKey: new Uint8Array(keys.privateKey.export({ format: 'der', type: 'pkcs8' })),
    publicKey: new Uint8Array(keys.publicKey.export({ format: 'der', type: 'spki' })),
  }
}

describe('cryptography by Node', () => {
  it('digests the test vectors of the standards', async () => {
    assert.equal(hex(await nodeCrypto.digest('SHA-1', bytes)), 'a9993e364706816aba3e25717850c26c9cd0d89d')
    assert.equal(
      hex(await nodeCrypto.digest('SHA-256', bytes)),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it('digests with SM3 (GB/T 32905—2016 A.1)', async () => {
    const digest = await nodeCrypto.digest('SM3', bytes)
    assert.equal(hex(digest), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  })

  const algorithms: readonly (readonly [SignatureAlgorithm, 'rsa' | 'ec'])[] = [
    ['RSA-PKCS1', 'rsa'],
    ['RSA-PSS', 'rsa'],
    ['ECDSA', 'ec'],
  ]
  for (const [algorithm, kind] of algorithms)
    it(`signs and verifies with ${algorithm}, and sees a wrong signature, text, digest and key`, async () => {
      const own = pair(kind)
      const signature = await nodeCrypto.sign(own.privateKey, algorithm, 'SHA-256', bytes)
      const verify = (
        key: Uint8Array,
        given: Uint8Array,
        text: Uint8Array,
        digest: 'SHA-256' | 'SHA-512' = 'SHA-256',
      ) => nodeCrypto.verify(key, algorithm, digest, given, text)
      assert.equal(await verify(own.publicKey, signature, bytes), true)
      assert.equal(
        await verify(
          own.publicKey,
          signature.map((byte) => byte ^ 1),
          bytes,
        ),
        false,
      )
      assert.equal(await verify(own.publicKey, signature, bytes.subarray(1)), false)
      assert.equal(await verify(own.publicKey, signature, bytes, 'SHA-512'), false)
      assert.equal(await verify(pair(kind).publicKey, signature, bytes), false)
      assert.equal(await verify(pair(kind === 'rsa' ? 'ec' : 'rsa').publicKey, signature, bytes), false)
      assert.equal(await verify(new Uint8Array(9), signature, bytes), false)
    })

  it('signs and verifies with SM2, and with SM3 only', async () => {
    const secret = 0x3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8n
    const publicKey = sm2PublicKey(secret)
    const signature = await nodeCrypto.sign(sm2PrivateKey(secret), 'SM2', 'SM3', bytes)
    assert.equal(await nodeCrypto.verify(publicKey, 'SM2', 'SM3', signature, bytes), true)
    assert.equal(await nodeCrypto.verify(publicKey, 'SM2', 'SHA-256', signature, bytes), false)
    assert.equal(await nodeCrypto.verify(publicKey, 'SM2', 'SM3', signature, bytes.subarray(1)), false)
    assert.equal(await nodeCrypto.verify(pair('ec').publicKey, 'SM2', 'SM3', signature, bytes), false)
  })
})
