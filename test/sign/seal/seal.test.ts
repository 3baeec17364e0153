import assert from 'node:assert/strict'
import { nodeRandom } from '../../../server/src/node/random.ts'
import { der, derInteger, derOid, TAG } from '../../../server/src/sign/der.ts'
import type { NewSeal } from '../../../server/src/sign/seal/createSeal.ts'
import { createSeal } from '../../../server/src/sign/seal/createSeal.ts'
import { readSeal } from '../../../server/src/sign/seal/readSeal.ts'
import { judgeSeal, type SealJudgement } from '../../../server/src/sign/seal/verifySeal.ts'
import { Failure } from '../../../server/src/text/failure.ts'
import { formatMessage } from '../../../server/src/text/message.ts'
import { needJudge } from '../../support/judges.ts'
import { opensslVerifies, withOpenssl } from '../guomi/openssl.ts'
import { clock, ports, testSigner } from '../signing.ts'
import {
  bits,
  day,
  handMadeSeal,
  ia5,
  makeSeal,
  PNG,
  party,
  type SealFields,
  SVG,
  sealFields,
  utf8,
} from './parties.ts'

async function judged(seal: Uint8Array): Promise<SealJudgement> {
  const maker = await party('某某市印章中心')
  return judgeSeal(readSeal(seal), clock.now(), [maker.read], ports)
}

/** What people are told of a seal that is not good: of its reading, or else of its errors. */
async function complaint(seal: Uint8Array): Promise<string> {
  try {
    const { problems } = await judged(seal)
    return problems
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => formatMessage(message))
      .join()
  } catch (error) {
    assert.ok(error instanceof Failure && error.code === 'seal-damaged', String(error))
    return formatMessage(error.sentence)
  }
}

describe('an electronic seal', () => {
  it('says what was put into it', async () => {
    const holder = await party('某某市人民政府')
    const seal = readSeal(await makeSeal({ id: 'A-1', kind: 2 }))
    assert.deepEqual([seal.vendor, seal.id, seal.kind, seal.name], ['HONGTOU', 'A-1', 2, '某某市人民政府'])
    assert.deepEqual(seal.holders, { kind: 'certificates', list: [holder.certificate] })
    assert.deepEqual(seal.picture, { type: 'SVG', bytes: SVG, width: 42, height: 42 })
    assert.deepEqual([seal.created, seal.validFrom], [clock.now(), clock.now()])
    assert.equal(seal.validTo.getTime() - seal.validFrom.getTime(), 365 * 86_400_000)
    assert.deepEqual(seal.maker, (await party('某某市印章中心')).certificate)
  })

  it('is valid, and trusted where its maker is', async () => {
    const seal = await makeSeal()
    const { valid, trust, maker } = await judged(seal)
    assert.deepEqual([valid, trust, maker?.commonName], [true, 'trusted', '某某市印章中心（测试）'])
    const alone = await judgeSeal(readSeal(seal), clock.now(), [], ports)
    assert.deepEqual([alone.valid, alone.trust], [true, 'untrusted'])
  })

  it('has a number of its own', async () => {
    const [first, second] = [readSeal(await makeSeal()), readSeal(await makeSeal())]
    assert.match(first.id, /^[0-9a-f]{32}$/)
    assert.notEqual(first.id, second.id)
  })

  it('may name its holders by digest, and its picture by its kind', async () => {
    const holder = await party('某某市人民政府')
    const seal = readSeal(await makeSeal({ digests: true, picture: { bytes: PNG, width: 60, height: 20 } }))
    const value = await ports.crypto.digest('SM3', holder.certificate)
    assert.deepEqual(seal.holders, { kind: 'digests', list: [{ type: 'SM3', value }] })
    assert.deepEqual([seal.picture.type, seal.picture.width, seal.picture.height], ['PNG', 60, 20])
  })

  const refused: readonly (readonly [Partial<NewSeal>, code: string])[] = [
    [{ name: ' ' }, 'seal-name'],
    [{ id: '一' }, 'seal-name'],
    [{ days: 0 }, 'seal-days'],
    [{ holders: [] }, 'seal-holder'],
    [{ holders: [SVG] }, 'seal-holder'],
    [{ picture: { bytes: Uint8Array.of(1, 2, 3), width: 42, height: 42 } }, 'seal-picture'],
    [{ picture: { bytes: SVG, width: 0, height: 42 } }, 'seal-picture'],
    [{ picture: { bytes: SVG, width: 42, height: 42.5 } }, 'seal-picture'],
  ]
  for (const [changes, code] of refused)
    it(`is not made of ${JSON.stringify(changes).slice(0, 60)}: ${code}`, async () => {
      await assert.rejects(makeSeal(changes), { code })
    })

  it('is not made with RSA, of a maker or of a holder', async () => {
    const rsa = await testSigner()
    await assert.rejects(makeSeal({ holders: [rsa.certificate] }), { code: 'seal-holder' })
    const holder = await party('某某市人民政府')
    const request = { name: '甲', holders: [holder.certificate], picture: { bytes: SVG, width: 1, height: 1 }, days: 1 }
    await assert.rejects(createSeal(request, rsa.key, { ...ports, random: nodeRandom }), { code: 'seal-maker' })
  })

  it('has the ASN.1 of GB/T 38540—2020, and a signature that OpenSSL verifies', async function () {
    needJudge(this, 'openssl')
    const bytes = await makeSeal()
    const { signed, signature } = readSeal(bytes)
    const { publicKey } = (await party('某某市印章中心')).read
    await withOpenssl((bench) => {
      bench.put('s.esl', bytes)
      const { stdout, code } = bench.run('asn1parse', '-inform', 'DER', '-in', '@s.esl')
      assert.equal(code, 0)
      const shape = stdout
        .trim()
        .split('\n')
        .map((line) => `${/d=(\d)/.exec(line)?.[1]} ${/(?:cons|prim): (\w+(?: STRING)?)/.exec(line)?.[1]}`)
      const times = Array.from({ length: 3 }, () => '3 GENERALIZEDTIME')
      const property = [
        '2 SEQUENCE',
        '3 INTEGER',
        '3 UTF8STRING',
        '3 INTEGER',
        '3 SEQUENCE',
        '4 OCTET STRING',
        ...times,
      ]
      const picture = ['2 SEQUENCE', '3 IA5STRING', '3 OCTET STRING', '3 INTEGER', '3 INTEGER']
      const header = ['2 SEQUENCE', '3 IA5STRING', '3 INTEGER', '3 IA5STRING', '2 IA5STRING']
      const end = ['1 OCTET STRING', '1 OBJECT', '1 BIT STRING']
      assert.deepEqual(shape, ['0 SEQUENCE', '1 SEQUENCE', ...header, ...property, ...picture, ...end])
      assert.equal(opensslVerifies(bench, publicKey, signature, signed), true)
    })
  })
})

describe('a seal by another maker', () => {
  const accepted: Readonly<Record<string, Partial<SealFields>>> = {
    'as the standard has it': {},
    'with further data': { extensions: extensions(der(TAG.boolean, Uint8Array.of(0))) },
    'with further data in the tag [0]': { extensions: der(0xa0, extensions()) },
    'with a picture in the spelling of others': { pictureType: ia5('svg') },
    'with a kind that nobody knows': { kind: derInteger(900) },
  }
  for (const [name, changes] of Object.entries(accepted))
    it(`is valid ${name}`, async () => {
      assert.deepEqual(await complaint(await handMadeSeal(changes)), '')
    })

  const wrong: readonly (readonly [keyof SealFields, Uint8Array, sentence: RegExp])[] = [
    ['mark', ia5('EX'), /^头标识是“EX”而不是“ES”/],
    ['mark', utf8('ES'), /^印章的头标识读不懂/],
    ['version', derInteger(5), /^这是第 5 版的电子印章，只认/],
    ['version', ia5('4'), /^印章的版本号读不懂/],
    ['vendor', utf8('甲'), /^印章的厂商标识读不懂/],
    ['id', ia5('\u0007'), /^印章标识读不懂/],
    ['kind', ia5('1'), /^印章类型读不懂/],
    ['name', der(TAG.utf8, Uint8Array.of(0xff)), /^印章名称读不懂/],
    ['listType', derInteger(2), /^印章的持有人证书列表读不懂/],
    ['listType', derInteger(3), /^印章的持有人证书列表读不懂/],
    ['list', der(TAG.sequence), /^印章的持有人证书列表读不懂/],
    ['created', ia5('20260101000000Z'), /^印章的制作日期读不懂/],
    ['created', der(TAG.generalizedTime, new TextEncoder().encode('20260231000000Z')), /^印章的制作日期读不懂/],
    ['created', day('2026-12-01'), /^印章的制作日期（2026年12月1日）在使用之后/],
    ['validFrom', day('2026-12-01'), /^印章从2026年12月1日起才有效/],
    ['validFrom', derInteger(1), /^印章有效期的开始日期读不懂/],
    ['validTo', day('2026-10-01'), /^印章已于2026年10月1日到期/],
    ['validTo', day('2025-01-01'), /^印章有效期的结束日期（2025年1月1日）早于开始日期/],
    ['validTo', derInteger(1), /^印章有效期的结束日期读不懂/],
    ['pictureType', derInteger(1), /^印章图像的类型读不懂/],
    ['picture', ia5('x'), /^印章图像的数据读不懂/],
    ['width', ia5('42'), /^印章图像的宽度读不懂/],
    ['height', der(TAG.integer, Uint8Array.of(0xff)), /^印章图像的高度读不懂/],
    ['height', derInteger(0), /^印章图像的宽或高为零/],
    ['extensions', extensions(der(TAG.boolean, Uint8Array.of(0xff))), /^印章附有不认识的关键数据（1\.2\.3）/],
    ['extensions', new Uint8Array([...extensions(), ...extensions()]), /^印章的自定义数据读不懂/],
    ['extensions', der(0xa1, extensions()), /^印章的自定义数据读不懂/],
    ['maker', bits(SVG), /^制章人证书读不懂/],
    ['maker', der(TAG.octetString, SVG), /^制章人的证书读不懂/],
    ['algorithm', ia5('SM2'), /^制章签名的算法读不懂/],
    ['algorithm', derOid('1.2.840.113549.1.1.11'), /^签名算法（1\.2\.840\.113549\.1\.1\.11）不是国密 SM2/],
  ]
  for (const [field, value, sentence] of wrong)
    it(`is refused for its ${field}: ${sentence.source.slice(1, 30)}`, async () => {
      assert.match(await complaint(await handMadeSeal({ [field]: value })), sentence)
    })

  it('is refused when somebody else has signed in its name', async () => {
    const stranger = await party('某某市教育局')
    const forged = await handMadeSeal({ maker: der(TAG.octetString, stranger.certificate) })
    assert.match(await complaint(forged), /^印章的内容与制章人的签名不符/)
  })

  it('is refused for every field that is changed after it was signed', async () => {
    const fields = await sealFields()
    const others = await sealFields()
    const changed: Partial<SealFields> = {
      vendor: ia5('OTHEF'),
      id: ia5('0002'),
      kind: derInteger(2),
      name: utf8('某某市人民政协'),
      created: day('2026-01-02'),
      validFrom: day('2026-01-02'),
      validTo: day('2028-12-31'),
      pictureType: ia5('PNG'),
      picture: der(TAG.octetString, SVG.toReversed()),
      width: derInteger(43),
      height: derInteger(43),
    }
    for (const [name, value] of Object.entries(changed)) {
      const was = others[name as keyof SealFields]
      assert.equal(value.length, was.length, name)
      const seal = Buffer.from(await handMadeSeal(fields))
      // Width and height are spelt alike: the last one is the height.
      const at = name === 'created' || name === 'width' || name === 'kind' ? seal.indexOf(was) : seal.lastIndexOf(was)
      seal.set(value, at)
      assert.match(await complaint(new Uint8Array(seal)), /^印章的内容与制章人的签名不符/, name)
    }
  })

  it('is told from what is no seal at all', async () => {
    assert.match(await complaint(new Uint8Array()), /^电子印章读不懂/)
    assert.match(await complaint(SVG), /^电子印章读不懂/)
    const seal = await handMadeSeal()
    assert.match(await complaint(new Uint8Array([...seal, 0])), /^电子印章读不懂/)
    assert.match(await complaint(seal.subarray(0, 500)), /^电子印章读不懂/)
    assert.match(await complaint((await party('某某市教育局')).certificate), /读不懂/)
  })
})

function extensions(...flag: readonly Uint8Array[]): Uint8Array {
  return der(TAG.sequence, der(TAG.sequence, derOid('1.2.3'), ...flag, der(TAG.octetString, SVG)))
}
