import assert from 'node:assert/strict'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { judgeRevocation, type RevocationJudgement, readEvidence } from '../../server/src/sign/revocation.ts'
import {
  AUTHORITY,
  answer,
  days,
  type Entry,
  extension,
  type Holder,
  issue,
  issuedBy,
  list,
  NOW,
  OCSP_SIGNING,
  part,
  purpose,
  reason,
  usage,
} from './authority.ts'

const CERTIFY = 0x04
const REVOKE = 0x02
const SIGN = 0x80

const root = issue('根', { extensions: [AUTHORITY, usage(CERTIFY | REVOKE)] })
const middle = issue('中级', { by: root, extensions: [AUTHORITY, usage(CERTIFY | REVOKE)] })
const signer = issue('某某市人民政府', { by: middle, extensions: [usage(SIGN)] })
const stranger = issue('别家', { extensions: [AUTHORITY] })

function judged(
  data: { readonly crls?: readonly Uint8Array[]; readonly ocsps?: readonly Uint8Array[] },
  chain: readonly Holder[] = [signer, middle, root],
): Promise<RevocationJudgement> {
  const evidence = readEvidence({ certificates: [], crls: data.crls ?? [], ocsps: data.ocsps ?? [] })
  return judgeRevocation(
    chain.map(({ certificate }) => certificate),
    evidence,
    NOW,
    nodeCrypto,
  )
}

const whole = list(root, [])

describe('revocation data for a chain', () => {
  it('suffice when each certificate but the root has its own', async () => {
    assert.deepEqual(await judged({ crls: [list(middle, []), whole] }), { revoked: undefined, covered: true })
    for (const crls of [[], [list(middle, [])], [whole]]) assert.equal((await judged({ crls })).covered, false)
  })

  it('suffice for a certificate that was revoked later, but not for another without data', async () => {
    const later = list(middle, [{ of: signer, since: days(1) }])
    const both = await judged({ crls: [later, whole] })
    assert.deepEqual([both.revoked?.since, both.covered], [days(1), true])
    const one = await judged({ crls: [later] })
    assert.deepEqual([one.revoked?.since, one.covered], [days(1), false])
  })

  it('do not suffice for a certificate that had been revoked', async () => {
    const { revoked, covered } = await judged({ crls: [list(middle, [{ of: signer, since: days(-1) }]), whole] })
    assert.deepEqual([revoked?.certificate, covered], [signer.certificate, false])
  })

  it('tell the earliest revocation, on whatever list it stands', async () => {
    const [early, late] = [-3, -2].map((day) => list(middle, [{ of: signer, since: days(day) }]))
    const above = list(root, [{ of: middle, since: days(-1) }])
    for (const crls of [
      [early, late, above],
      [above, late, early],
    ] as Uint8Array[][])
      assert.deepEqual((await judged({ crls })).revoked?.since, days(-3))
  })

  it('tell the earliest revocation of one list that has several', async () => {
    const twice = list(middle, [
      { of: signer, since: days(-1) },
      { of: signer, since: days(2) },
    ])
    assert.deepEqual((await judged({ crls: [twice, whole] })).revoked?.since, days(-1))
  })

  it('tell a revocation that stands behind a good word in the same answer', async () => {
    const ocsps = [await answer(signer, middle, middle, NOW, days(-1))]
    assert.deepEqual((await judged({ ocsps, crls: [whole] })).revoked?.since, days(-1))
  })

  it('do not suffice when the list is younger than the certificate, which it may have left out', async () => {
    const expired = issue('某某市司法局', { by: middle, extensions: [usage(SIGN)], until: days(-2) })
    assert.equal((await judged({ crls: [list(middle, []), whole] }, [expired, middle, root])).covered, false)
  })
})

const POINT = new TextEncoder().encode('http://example.cn/part')
const uri = Uint8Array.of(0xa0, POINT.length + 2, 0x86, POINT.length, ...POINT)
const PARTIAL = [
  { what: 'another distribution point', extension: part(0xa0, uri) },
  { what: 'certificates of authorities', extension: part(0x82, Uint8Array.of(0xff)) },
  { what: 'some reasons only', extension: part(0x83, Uint8Array.of(0x01, 0x40)) },
  { what: 'several issuers', extension: part(0x84, Uint8Array.of(0xff)) },
  { what: 'changes since another list', extension: extension('2.5.29.27', Uint8Array.of(2, 1, 1)) },
  {
    what: 'changes, and does not say that this matters',
    extension: extension('2.5.29.27', Uint8Array.of(2, 1, 1), false),
  },
  { what: 'what nobody knows', extension: extension('1.2.3.4', Uint8Array.of(5, 0)) },
] as const

describe('a partial revocation list', () => {
  for (const { what, extension } of PARTIAL)
    it(`for ${what} counts for whom it names, and proves nothing by silence`, async () => {
      const silent = await judged({ crls: [list(middle, [], [extension]), whole] })
      assert.deepEqual(silent, { revoked: undefined, covered: false })
      const naming = list(middle, [{ of: signer, since: days(-1) }], [extension])
      const { revoked } = await judged({ crls: [list(middle, []), naming, whole] })
      assert.deepEqual(revoked?.certificate, signer.certificate)
    })

  it('may name the certificate of another issuer with the same number', async () => {
    const since = days(-1)
    const theirs: Entry = { of: signer, since, extensions: [issuedBy(stranger)] }
    const crls = (entries: readonly Entry[]) => [list(middle, entries, [part(0x84, Uint8Array.of(0xff))]), whole]
    assert.equal((await judged({ crls: crls([theirs]) })).revoked, undefined)
    const ours: Entry = { of: signer, since, extensions: [issuedBy(middle)] }
    assert.deepEqual((await judged({ crls: crls([theirs, ours]) })).revoked?.since, since)
  })

  it('may take a revocation back', async () => {
    const taken = list(middle, [{ of: signer, since: days(-1), extensions: [reason(8)] }])
    assert.equal((await judged({ crls: [taken, whole] })).revoked, undefined)
  })
})

describe('who signs a revocation list', () => {
  it('is the issuer and nobody else', async () => {
    const entries = [{ of: signer, since: days(-1) }]
    const forged = list({ certificate: middle.certificate, key: stranger.key }, entries)
    assert.deepEqual(await judged({ crls: [forged, whole] }), { revoked: undefined, covered: false })
  })

  for (const { may, extensions, covered } of [
    { may: 'has cRLSign', extensions: [usage(CERTIFY | REVOKE)], covered: true },
    { may: 'has no keyUsage', extensions: [], covered: true },
    { may: 'has a keyUsage without cRLSign', extensions: [usage(CERTIFY)], covered: false },
  ])
    it(`${may}: ${covered ? 'believed' : 'not believed'}`, async () => {
      const issuer = issue('发证机构', { extensions: [AUTHORITY, ...extensions] })
      const holder = issue('持有人', { by: issuer })
      assert.equal((await judged({ crls: [list(issuer, [])] }, [holder, issuer])).covered, covered)
    })
})

describe('who signs an OCSP answer for the issuer', () => {
  const RESPONDER = [purpose(OCSP_SIGNING)]
  const cases = [
    { who: 'is named for this', responder: issue('应答', { by: middle, extensions: RESPONDER }), good: true },
    { who: 'has P-384', responder: issue('应答', { by: middle, extensions: RESPONDER, curve: 'P-384' }), good: true },
    { who: 'has RSA-2048', responder: issue('应答', { by: middle, extensions: RESPONDER, rsa: 2048 }), good: true },
    { who: 'has RSA-1024', responder: issue('应答', { by: middle, extensions: RESPONDER, rsa: 1024 }), good: false },
    { who: 'has P-521', responder: issue('应答', { by: middle, extensions: RESPONDER, curve: 'P-521' }), good: false },
    { who: 'has no such purpose', responder: issue('应答', { by: middle }), good: false },
    {
      who: 'has another purpose',
      responder: issue('应答', { by: middle, extensions: [purpose('1.3.6.1.5.5.7.3.8')] }),
      good: false,
    },
    {
      who: 'may not sign',
      responder: issue('应答', { by: middle, extensions: [...RESPONDER, usage(CERTIFY)] }),
      good: false,
    },
    { who: 'is named by another', responder: issue('应答', { by: root, extensions: RESPONDER }), good: false },
    {
      who: 'had expired when it answered',
      responder: issue('应答', { by: middle, extensions: RESPONDER, until: days(-1) }),
      good: false,
    },
  ]
  for (const { who, responder, good } of cases)
    it(`${who}: ${good ? 'believed' : 'not believed'}`, async () => {
      const ocsps = [await answer(signer, middle, responder)]
      assert.equal((await judged({ ocsps, crls: [whole] })).covered, good)
    })

  it('may have expired since it answered', async () => {
    const responder = issue('应答', { by: middle, extensions: RESPONDER, until: days(-1) })
    const ocsps = [await answer(signer, middle, responder, days(-2))]
    assert.equal((await judged({ ocsps, crls: [whole] })).covered, true)
  })

  it('is the issuer itself', async () => {
    assert.equal((await judged({ ocsps: [await answer(signer, middle, middle)], crls: [whole] })).covered, true)
  })
})
