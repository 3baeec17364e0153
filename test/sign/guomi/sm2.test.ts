import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nodeRandom } from '../../../server/src/node/random.ts'
import type { Random } from '../../../server/src/ports/random.ts'
import { der, derOid, TAG } from '../../../server/src/sign/der.ts'
import { ORDER, octets } from '../../../server/src/sign/guomi/curve.ts'
import { readSm2PrivateKey, sm2PrivateKey, sm2PublicKey } from '../../../server/src/sign/guomi/keyInfo.ts'
import { signSm2, verifySm2 } from '../../../server/src/sign/guomi/sm2.ts'
import { needJudge } from '../../support/judges.ts'
import { makeKey, opensslSign, opensslVerifies, withOpenssl } from './openssl.ts'

// GB/T 32918.5—2017 annex A: key, nonce and signature of the text “message digest” by the default identity.
const SECRET = 0x3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8n
const NONCE = 0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21n
const POINT =
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
const R = 0xf5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3n
const S = 0xb1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aan

const text = new TextEncoder().encode('message digest')
const publicKey = sm2PublicKey(SECRET)
const privateKey = sm2PrivateKey(SECRET)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const integer = (value: bigint): Uint8Array => {
  const plain = value.toString(16)
  const even = plain.padStart(plain.length + (plain.length % 2), '0')
  return new Uint8Array(Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex'))
}
const signatureOf = (r: Uint8Array, s: Uint8Array): Uint8Array =>
  der(TAG.sequence, der(TAG.integer, r), der(TAG.integer, s))

/** Says false, or that it is no signature; true would be a second spelling or a forgery. */
function refuses(signature: Uint8Array, key = publicKey): boolean {
  try {
    return !verifySm2(key, signature, text)
  } catch {
    return true
  }
}

describe('SM2', () => {
  it('gives the key and the signature of GB/T 32918.5—2017 annex A', () => {
    assert.equal(hex(publicKey).slice(-POINT.length), POINT)
    const drawn: Random = { bytes: (count) => new Uint8Array([...new Uint8Array(count - 32), ...octets(NONCE - 1n)]) }
    assert.deepEqual(signSm2(privateKey, text, drawn), signatureOf(integer(R), integer(S)))
    assert.equal(verifySm2(publicKey, signatureOf(integer(R), integer(S)), text), true)
  })

  it('verifies what it signed, and nothing with one bit changed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(), (message, place) => {
        const signature = signSm2(privateKey, message, nodeRandom)
        assert.equal(verifySm2(publicKey, signature, message), true)
        const changed = Uint8Array.from(signature)
        changed[place % changed.length] = (changed[place % changed.length] as number) ^ (1 << (place % 8))
        assert.ok(refuses(changed))
      }),
      { numRuns: 50 },
    )
  })

  it('never draws the same nonce for two signatures of one text', () => {
    const firstNumbers = Array.from({ length: 20 }, () => hex(signSm2(privateKey, text, nodeRandom)).slice(0, 70))
    assert.equal(new Set(firstNumbers).size, 20)
  })

  it('accepts numbers from 1 to n − 1 only', () => {
    for (const value of [0n, ORDER, ORDER + 1n, R + ORDER, 1n << 256n]) {
      assert.ok(refuses(signatureOf(integer(value), integer(S))), `r = ${value}`)
      assert.ok(refuses(signatureOf(integer(R), integer(value))), `s = ${value}`)
    }
    assert.ok(refuses(signatureOf(integer(R), integer(ORDER - R))), 'r + s = n')
    assert.ok(refuses(signatureOf(integer(R), integer(ORDER - S))), 's turned round, which ECDSA lets pass')
  })

  it('accepts one spelling only', () => {
    const good = signatureOf(integer(R), integer(S))
    const spellings = {
      'a needless zero': signatureOf(new Uint8Array([0, ...integer(R)]), integer(S)),
      'negative numbers': signatureOf(octets(R), octets(S)),
      'no number': signatureOf(new Uint8Array(), integer(S)),
      'bytes behind it': new Uint8Array([...good, 0]),
      'a third number': der(TAG.sequence, good.subarray(2), der(TAG.integer, Uint8Array.of(1))),
      'a long length': new Uint8Array([0x30, 0x81, good.length - 2, ...good.subarray(2)]),
      'the raw numbers': new Uint8Array([...octets(R), ...octets(S)]),
      nothing: new Uint8Array(),
    }
    for (const [name, signature] of Object.entries(spellings)) assert.ok(refuses(signature), name)
  })

  it('accepts points of the curve only', () => {
    const keyOf = (point: Uint8Array, curve = '1.2.156.10197.1.301'): Uint8Array => {
      const algorithm = der(TAG.sequence, derOid('1.2.840.10045.2.1'), derOid(curve))
      return der(TAG.sequence, algorithm, der(TAG.bitString, Uint8Array.of(0), point))
    }
    const good = signatureOf(integer(R), integer(S))
    const point = new Uint8Array(Buffer.from(POINT, 'hex'))
    assert.equal(verifySm2(keyOf(point), good, text), true)
    const off = Uint8Array.from(point)
    off[64] = (off[64] as number) ^ 1
    const [x, y] = [point.subarray(1, 33), point.subarray(33)]
    const p = new Uint8Array(Buffer.from('fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff', 'hex'))
    const keys = {
      'a point off the curve': keyOf(off),
      'the point at infinity': keyOf(Uint8Array.of(0)),
      zeros: keyOf(new Uint8Array([4, ...new Uint8Array(64)])),
      'a coordinate that is no residue': keyOf(new Uint8Array([4, ...p, ...y])),
      'a compressed point': keyOf(new Uint8Array([2, ...x])),
      'a hybrid point': keyOf(new Uint8Array([7, ...x, ...y])),
      'another curve': keyOf(point, '1.2.840.10045.3.1.7'),
      'a point cut short': keyOf(point.subarray(0, 64)),
    }
    for (const [name, key] of Object.entries(keys)) assert.ok(refuses(good, key), name)
  })

  it('reads secrets from 1 to n − 2 only', () => {
    assert.equal(readSm2PrivateKey(privateKey).secret, SECRET)
    for (const secret of [0n, ORDER - 1n, ORDER]) {
      const key = Buffer.from(privateKey)
      const at = key.indexOf(Buffer.from(octets(SECRET)))
      key.set(octets(secret), at)
      assert.throws(() => readSm2PrivateKey(new Uint8Array(key)), { name: 'DerError' })
    }
  })

  it('agrees with OpenSSL, either way, with the default identity', async function () {
    needJudge(this, 'openssl')
    await withOpenssl((bench) => {
      const { pkcs8, spki } = makeKey(bench)
      assert.deepEqual(sm2PublicKey(readSm2PrivateKey(pkcs8).secret), spki)
      assert.equal(verifySm2(spki, opensslSign(bench, text), text), true)
      const signature = signSm2(pkcs8, text, nodeRandom)
      assert.equal(opensslVerifies(bench, spki, signature, text), true)
      assert.equal(opensslVerifies(bench, spki, signature, text.subarray(1)), false)
    })
  })
})
