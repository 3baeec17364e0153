import assert from 'node:assert/strict'
import { der, derInteger, derOid, TAG } from '../../../server/src/sign/der.ts'
import { readEvidence } from '../../../server/src/sign/revocation.ts'
import { createSealSignature, readSealSignature } from '../../../server/src/sign/seal/sealSignature.ts'
import { judgeHolder } from '../../../server/src/sign/seal/verifySeal.ts'
import { judgeSealSignature } from '../../../server/src/sign/seal/verifySealSignature.ts'
import { Failure } from '../../../server/src/text/failure.ts'
import { formatMessage } from '../../../server/src/text/message.ts'
import { needJudge } from '../../support/judges.ts'
import { AUTHORITY, days, issue, list, NOW, usage } from '../authority.ts'
import { opensslVerifies, withOpenssl } from '../guomi/openssl.ts'
import { clock, clockAt, ports, testSigner } from '../signing.ts'
import {
  bits,
  day,
  handMadeSeal,
  handMadeSignature,
  ia5,
  makeSeal,
  party,
  type SignatureFields,
  SVG,
  utf8,
} from './parties.ts'

const content = new TextEncoder().encode('<?xml version="1.0"?><ofd:Signature/>')
const PROPERTY = '/Doc_0/Signs/Sign_0/Signature.xml'

async function judged(signature: Uint8Array, text = content) {
  const trusted = [(await party('某某市印章中心')).read, (await party('某某市人民政府')).read]
  return judgeSealSignature(readSealSignature(signature), text, trusted, ports)
}

async function complaints(signature: Uint8Array, text = content): Promise<string> {
  try {
    const { problems } = await judged(signature, text)
    return problems
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => formatMessage(message))
      .join('\n')
  } catch (error) {
    assert.ok(error instanceof Failure && error.code === 'seal-damaged', String(error))
    return formatMessage(error.sentence)
  }
}

const signed = async (seal?: Uint8Array): Promise<Uint8Array> => {
  const { key } = await party('某某市人民政府')
  return createSealSignature(seal ?? (await makeSeal()), content, PROPERTY, key, ports)
}

describe('a signature by seal', () => {
  it('says what was signed, when, by whom, with which seal', async () => {
    const seal = await makeSeal()
    const read = readSealSignature(await signed(seal))
    assert.deepEqual(read.seal.bytes, seal)
    assert.deepEqual(read.digest, await ports.crypto.digest('SM3', content))
    assert.deepEqual([read.property, read.time, read.timestamped], [PROPERTY, clock.now(), false])
    assert.deepEqual(read.signer, (await party('某某市人民政府')).certificate)
  })

  it('is valid and trusted, by a seal that names certificates or digests', async () => {
    for (const digests of [false, true]) {
      const { valid, trust, seal, signer } = await judged(await signed(await makeSeal({ digests })))
      assert.deepEqual([valid, trust, seal.trust], [true, 'trusted', 'trusted'])
      assert.equal(signer?.commonName, '某某市人民政府（测试）')
    }
  })

  it('is for one text', async () => {
    assert.match(await complaints(await signed(), content.subarray(1)), /^原文与签章时的杂凑值不符/)
  })

  it('can be made by a holder only, while the seal is valid, with SM2', async () => {
    const seal = await makeSeal()
    const stranger = await party('某某市教育局')
    const holder = await party('某某市人民政府')
    const make = (key = holder.key, given = seal, property = PROPERTY, at = ports) =>
      createSealSignature(given, content, property, key, at)
    await assert.rejects(make(stranger.key), { code: 'seal-holder' })
    await assert.rejects(make((await testSigner()).key), { code: 'seal-signer' })
    await assert.rejects(make(holder.key, SVG), { code: 'seal-damaged' })
    await assert.rejects(make(holder.key, seal, '路径'), { code: 'seal-property' })
    const late = { ...ports, clock: clockAt('2029-01-01T00:00:00Z') }
    await assert.rejects(make(holder.key, seal, PROPERTY, late), { code: 'seal-expired' })
  })

  it('has the ASN.1 of GB/T 38540—2020, and a signature that OpenSSL verifies', async function () {
    needJudge(this, 'openssl')
    const bytes = await signed()
    const read = readSealSignature(bytes)
    const { publicKey } = (await party('某某市人民政府')).read
    await withOpenssl((bench) => {
      bench.put('s.dat', bytes)
      const { stdout, code } = bench.run('asn1parse', '-inform', 'DER', '-in', '@s.dat')
      assert.equal(code, 0)
      const top = stdout.split('\n').filter((line) => /:d=[012] /.test(line))
      const shape = top.map(
        (line) => `${/d=(\d)/.exec(line)?.[1]} ${/(?:cons|prim): (\w+(?: STRING)?)/.exec(line)?.[1]}`,
      )
      const toSign = ['1 SEQUENCE', '2 INTEGER', '2 SEQUENCE', '2 GENERALIZEDTIME', '2 BIT STRING', '2 IA5STRING']
      assert.deepEqual(shape, ['0 SEQUENCE', ...toSign, '1 OCTET STRING', '1 OBJECT', '1 BIT STRING'])
      assert.equal(opensslVerifies(bench, publicKey, read.signature, read.signed), true)
    })
  })
})

describe('a signature by seal of another program', () => {
  it('is valid as the standard has it, with further data and a timestamp', async () => {
    assert.equal(await complaints(await handMadeSignature(content)), '')
    const further = der(0xa0, extensions())
    assert.equal(await complaints(await handMadeSignature(content, { extensions: further })), '')
    const timestamped = await handMadeSignature(content, { timestamp: der(0xa0, bits(SVG)) })
    const { valid, problems } = await judged(timestamped)
    assert.equal(valid, true)
    assert.ok(problems.some(({ rule }) => rule === 'sign-timestamp'))
  })

  const wrong: readonly (readonly [keyof SignatureFields, Uint8Array, sentence: RegExp])[] = [
    ['version', derInteger(1), /^这是第 1 版的电子签章/],
    ['version', ia5('4'), /^签章的版本号读不懂/],
    ['seal', ia5('x'), /^签章里的印章读不懂/],
    ['seal', der(TAG.sequence), /^电子印章读不懂/],
    ['time', ia5('x'), /^签章时间读不懂/],
    ['time', day('2029-01-01'), /^印章已于2027年12月31日到期/],
    ['digest', bits(new Uint8Array(32)), /^原文与签章时的杂凑值不符/],
    ['digest', bits(new Uint8Array()), /^原文与签章时的杂凑值不符/],
    ['digest', der(TAG.octetString, new Uint8Array(32)), /^原文的杂凑值读不懂/],
    ['property', utf8('x'), /^原文的属性读不懂/],
    [
      'extensions',
      der(0xa0, extensions(der(TAG.boolean, Uint8Array.of(0xff)))),
      /^签章附有不认识的关键数据（1\.2\.3）/,
    ],
    ['extensions', ia5('x'), /^签章的自定义数据读不懂/],
    ['signer', ia5('x'), /^签章人证书读不懂/],
    ['signer', der(TAG.octetString, SVG), /^签章人的证书读不懂/],
    ['algorithm', ia5('x'), /^签章的算法读不懂/],
    ['algorithm', derOid('1.2.840.10045.4.3.2'), /^签名算法（1\.2\.840\.10045\.4\.3\.2）不是国密 SM2/],
    ['timestamp', bits(SVG), /^时间戳读不懂/],
    ['timestamp', der(0xa0, SVG), /^时间戳读不懂/],
  ]
  for (const [field, value, sentence] of wrong)
    it(`is refused for its ${field}: ${sentence.source.slice(1, 30)}`, async () => {
      assert.match(await complaints(await handMadeSignature(content, { [field]: value })), sentence)
    })

  it('is refused when a stranger uses the seal', async () => {
    const stranger = await party('某某市教育局')
    const signer = der(TAG.octetString, stranger.certificate)
    const stolen = await handMadeSignature(content, { signer }, '某某市教育局')
    assert.match(await complaints(stolen), /^签章人“某某市教育局（测试）”不是印章“某某市人民政府”的持有人/)
  })

  it('is refused when a stranger signs in the name of the holder', async () => {
    assert.match(
      await complaints(await handMadeSignature(content, {}, '某某市教育局')),
      /^签章的内容与签章人的签名不符/,
    )
  })

  it('is refused with a seal that its maker did not sign', async () => {
    const seal = Buffer.from(await handMadeSeal())
    seal.set(ia5('0002'), seal.indexOf(Buffer.from(ia5('0001'))))
    const signature = await handMadeSignature(content, { seal: new Uint8Array(seal) })
    assert.match(await complaints(signature), /^印章的内容与制章人的签名不符/)
  })

  it('is refused with a seal that became valid later, and warns of a time to come', async () => {
    const early = await handMadeSeal({ created: day('2026-11-10'), validFrom: day('2026-11-10') })
    assert.match(
      await complaints(await handMadeSignature(content, { seal: early })),
      /制作日期（2026年11月10日）在使用之后/,
    )
    const { problems } = await judged(await handMadeSignature(content, { time: day('2026-12-24') }))
    assert.ok(problems.some(({ rule }) => rule === 'sign-time'))
  })
})

function extensions(...flag: readonly Uint8Array[]): Uint8Array {
  return der(TAG.sequence, der(TAG.sequence, derOid('1.2.3'), ...flag, der(TAG.octetString, SVG)))
}

describe('a signature by seal, of whose time there is no proof', () => {
  const at = async (time: string) => {
    const trusted = [(await party('某某市印章中心')).read, (await party('某某市人民政府')).read]
    const late = { ...ports, clock: clockAt(time) }
    const { valid, problems } = await judgeSealSignature(readSealSignature(await signed()), content, trusted, late)
    return { valid, rules: problems.map(({ rule }) => rule).filter((rule) => rule !== 'sign-test-identity') }
  }

  it('says so', async () => {
    assert.deepEqual(await at('2026-11-24T00:00:00Z'), { valid: true, rules: ['sign-time-claimed'] })
  })

  it('is doubtful when certificate or seal has expired since', async () => {
    assert.deepEqual(await at('2037-01-01T00:00:00Z'), {
      valid: true,
      rules: ['sign-certificate-expired', 'sign-seal-expired', 'sign-time-claimed'],
    })
  })

  it('is not believed when the signer or the maker was revoked', async () => {
    const root = issue('根', { extensions: [AUTHORITY] })
    const signer = issue('某某市人民政府', { by: root, extensions: [usage(0x80)] })
    const judgedBy = (crls: readonly Uint8Array[]) =>
      judgeHolder(
        signer.certificate,
        [root.certificate],
        NOW,
        readEvidence({ certificates: [], crls, ocsps: [] }),
        ports,
      )
    assert.equal((await judgedBy([list(root, [])])).trust, 'trusted')
    const { trust, problems } = await judgedBy([list(root, [{ of: signer, since: days(1) }])])
    assert.deepEqual([trust, ...problems.map(({ rule }) => rule)], ['revoked', 'sign-revoked'])
  })
})
