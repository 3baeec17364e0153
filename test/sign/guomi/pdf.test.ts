import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nodeCrypto } from '../../../server/src/node/crypto.ts'
import { nodeRandom } from '../../../server/src/node/random.ts'
import { latin1 } from '../../../server/src/pdf/lexer.ts'
import { readCertificate } from '../../../server/src/sign/certificate.ts'
import { readCms } from '../../../server/src/sign/cmsReader.ts'
import { der, derInteger, derOid, derSetOf, TAG } from '../../../server/src/sign/der.ts'
import { verifyDetached } from '../../../server/src/sign/detached.ts'
import { createIdentity } from '../../../server/src/sign/identity.ts'
import type { SigningKey } from '../../../server/src/sign/key.ts'
import { openP12 } from '../../../server/src/sign/p12.ts'
import { signPdf } from '../../../server/src/sign/sign.ts'
import type { Verdict } from '../../../server/src/sign/verdict.ts'
import { verifyPdf } from '../../../server/src/sign/verify.ts'
import { makePdf } from '../../pdf/samplePdf.ts'
import { judge, needJudge } from '../../support/judges.ts'
import { clock, ports, rangeOf, rulesOf, sign, withCms } from '../signing.ts'
import { opensslVerifies, withOpenssl } from './openssl.ts'

let key: SigningKey

before(async () => {
  const request = { name: '某某市人民政府', password: 'x', days: 365, algorithm: 'SM2' } as const
  const { p12 } = await createIdentity(request, { clock, random: nodeRandom })
  key = await openP12({ bytes: p12, password: 'x' }, ports)
})

const own = (): Uint8Array => key.chain[0] as Uint8Array
const signed = (pdf = makePdf()): Promise<Uint8Array> => signPdf(pdf, key, {}, ports)
const judged = (pdf: Uint8Array): Promise<Verdict> => verifyPdf(pdf, { trusted: [own()] }, ports)

/** The signed bytes and the CMS over them. */
function parts(pdf: Uint8Array): { readonly content: Uint8Array; readonly cms: Uint8Array } {
  const [, start, end, rest] = rangeOf(pdf)
  const hex = latin1(pdf.subarray(start + 1, end - 1))
  return {
    content: new Uint8Array([...pdf.subarray(0, start), ...pdf.subarray(end, end + rest)]),
    cms: new Uint8Array(Buffer.from(hex, 'hex')),
  }
}

interface Spelling {
  readonly signedData: string
  readonly data: string
  readonly attributeData?: string
  readonly algorithm: string
  /** The content itself is signed. */
  readonly bare?: true
}

const RFC = { signedData: '1.2.840.113549.1.7.2', data: '1.2.840.113549.1.7.1' }
const GM = { signedData: '1.2.156.10197.6.1.4.2.2', data: '1.2.156.10197.6.1.4.2.1' }
const SM2_WITH_SM3 = '1.2.156.10197.1.501'
const SM2_SIGNATURE = '1.2.156.10197.1.301.1'

/** A CMS as other programs write it: no signing certificate attribute, parameters left out. */
async function spelt(content: Uint8Array, { signedData, data, attributeData = data, algorithm, bare }: Spelling) {
  const { issuer, serial, bytes } = readCertificate(own())
  const sm3 = der(TAG.sequence, derOid('1.2.156.10197.1.401'))
  const attribute = (oid: string, value: Uint8Array): Uint8Array => der(TAG.sequence, derOid(oid), der(TAG.set, value))
  const attributes = [
    attribute('1.2.840.113549.1.9.3', derOid(attributeData)),
    attribute('1.2.840.113549.1.9.4', der(TAG.octetString, await nodeCrypto.digest('SM3', content))),
  ]
  const info = der(
    TAG.sequence,
    derInteger(1),
    der(TAG.sequence, issuer, serial),
    sm3,
    ...(bare ? [] : [derSetOf(attributes, 0xa0)]),
    der(TAG.sequence, derOid(algorithm)),
    der(TAG.octetString, await key.sign(bare ? content : derSetOf(attributes), 'SM3')),
  )
  const encapsulated = der(TAG.sequence, derOid(data))
  const inner = [derInteger(1), der(TAG.set, sm3), encapsulated, der(0xa0, bytes), der(TAG.set, info)]
  return der(TAG.sequence, derOid(signedData), der(0xa0, der(TAG.sequence, ...inner)))
}

describe('a PDF signed with SM2', () => {
  it('is valid and trusted, with the level that others have', async () => {
    const verdict = await judged(await signed())
    assert.deepEqual(rulesOf(verdict), [])
    assert.deepEqual([verdict.valid, verdict.trusted], [true, true])
    const [signature] = verdict.signatures
    assert.deepEqual([signature?.signer, signature?.level], ['某某市人民政府（测试）', 'B-B'])
  })

  it('names SM3 and SM2 in a CMS with the international types', async () => {
    const { content, cms } = parts(await signed())
    const { digest, algorithm, signed: attributes, certificateDigest } = readCms(cms)
    assert.deepEqual([digest, algorithm], ['SM3', 'SM2'])
    assert.deepEqual(attributes?.messageDigest, await nodeCrypto.digest('SM3', content))
    assert.deepEqual(certificateDigest, { digest: 'SM3', value: await nodeCrypto.digest('SM3', own()) })
    assert.ok(latin1(cms).includes(latin1(derOid(RFC.signedData))))
  })

  it('is one of several: an RSA signature before it, and one behind, stay good', async () => {
    const pdf = await sign(await signed(await sign(makePdf())))
    const verdict = await judged(pdf)
    assert.equal(verdict.valid, true)
    assert.deepEqual(
      verdict.signatures.map(({ integrity }) => integrity),
      ['ok', 'ok', 'ok'],
    )
  })

  it('is broken by any bit', async () => {
    const pdf = await signed()
    await fc.assert(
      fc.asyncProperty(fc.nat(pdf.length - 1), fc.nat(7), async (place, bit) => {
        const changed = Uint8Array.from(pdf)
        changed[place] = (changed[place] as number) ^ (1 << bit)
        const verdict = await judged(changed).catch(() => ({ valid: false }))
        assert.equal(verdict.valid, false, `byte ${place}, bit ${bit}`)
      }),
      { numRuns: 200 },
    )
  })

  it('has a signature that OpenSSL verifies over the signed attributes', async function () {
    needJudge(this, 'openssl')
    const { cms } = parts(await signed())
    const { signature, signed: attributes } = readCms(cms)
    assert.ok(attributes)
    const { publicKey } = readCertificate(own())
    await withOpenssl((bench) => {
      assert.equal(opensslVerifies(bench, publicKey, signature, attributes.attributes), true)
      bench.put('cms.der', cms.subarray(0, 4 + ((cms[2] as number) << 8) + (cms[3] as number)))
      const shown = bench.run('cms', '-cmsout', '-print', '-inform', 'DER', '-in', '@cms.der')
      assert.equal(shown.code, 0, shown.stderr)
      assert.match(shown.stdout, /algorithm: sm3 \(1\.2\.156\.10197\.1\.401\)/)
      assert.match(shown.stdout, /algorithm: SM2-with-SM3 \(1\.2\.156\.10197\.1\.501\)/)
    })
  })

  it('is a sound PDF', async function () {
    needJudge(this, 'qpdf')
    const pdf = await signed()
    await withOpenssl((bench) => {
      assert.equal(judge('qpdf', ['--check', bench.put('s.pdf', pdf)]).code, 0)
    })
  })
})

describe('CMS with SM2 as other programs write it', () => {
  const good: Readonly<Record<string, Spelling>> = {
    'international types': { ...RFC, algorithm: SM2_WITH_SM3 },
    'international types, the signature named without its digest': { ...RFC, algorithm: SM2_SIGNATURE },
    'national types (GB/T 35275—2017)': { ...GM, algorithm: SM2_SIGNATURE },
    'national types, the signature named with its digest': { ...GM, algorithm: SM2_WITH_SM3 },
    'national types, no attributes': { ...GM, algorithm: SM2_SIGNATURE, bare: true },
  }
  for (const [name, spelling] of Object.entries(good))
    it(`is read: ${name}`, async () => {
      const verdict = await judged(await withCms(await signed(), (content) => spelt(content, spelling)))
      assert.deepEqual(rulesOf(verdict), [])
      assert.deepEqual([verdict.valid, verdict.signatures[0]?.level], [true, 'other'])
    })

  const bad: Readonly<Record<string, Spelling>> = {
    'types of two standards': { ...GM, data: RFC.data, algorithm: SM2_WITH_SM3 },
    'types of two standards, turned round': { ...RFC, data: GM.data, algorithm: SM2_WITH_SM3 },
    'an attribute that names another type': { ...GM, attributeData: RFC.data, algorithm: SM2_WITH_SM3 },
    'another algorithm than it was made with': { ...RFC, algorithm: '1.2.840.10045.4.3.2' },
    'international types, no attributes': { ...RFC, algorithm: SM2_WITH_SM3, bare: true },
    'an algorithm that nobody knows': { ...RFC, algorithm: '1.2.156.10197.1.999' },
  }
  for (const [name, spelling] of Object.entries(bad))
    it(`is refused: ${name}`, async () => {
      const verdict = await judged(await withCms(await signed(), (content) => spelt(content, spelling)))
      assert.equal(verdict.valid, false)
    })

  it('is refused for another file when it has no attributes, and for attributes that pose as the file', async () => {
    const bare = { ...GM, algorithm: SM2_SIGNATURE, bare: true } as const
    const judge = async (cms: Uint8Array, content: Uint8Array): Promise<boolean> =>
      (await verifyDetached(cms, content, { trusted: [own()] }, ports)).valid
    const file = new TextEncoder().encode('1.通知')
    const cms = await spelt(file, bare)
    assert.deepEqual([await judge(cms, file), await judge(cms, file.subarray(1))], [true, false])
    const { attributes } = readCms(await spelt(file, { ...GM, algorithm: SM2_SIGNATURE })).signed as {
      attributes: Uint8Array
    }
    assert.equal(await judge(await spelt(attributes, bare), attributes), false)
  })
})
