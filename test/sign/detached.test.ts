import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nodeRandom } from '../../server/src/node/random.ts'
import { readCertificate } from '../../server/src/sign/certificate.ts'
import { createCms } from '../../server/src/sign/cms.ts'
import { readDer } from '../../server/src/sign/der.ts'
import { signDetached, verifyDetached } from '../../server/src/sign/detached.ts'
import { createIdentity } from '../../server/src/sign/identity.ts'
import type { SigningKey } from '../../server/src/sign/key.ts'
import { openP12 } from '../../server/src/sign/p12.ts'
import { toPem } from '../../server/src/sign/pem.ts'
import { requestTimestamp } from '../../server/src/sign/timestampRequest.ts'
import type { Verdict } from '../../server/src/sign/verdict.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { needJudge } from '../support/judges.ts'
import { withOpenssl } from './guomi/openssl.ts'
import { type Holder, livePorts, type Pki, pki } from './pki.ts'
import { clock, clockAt, ports, rulesOf, testSigner } from './signing.ts'

const content = new TextEncoder().encode('附表：重点任务分工\n')
let keys: Readonly<Record<'RSA' | 'SM2', SigningKey>>

before(async () => {
  const request = { name: '某某市人民政府', password: 'x', days: 365, algorithm: 'SM2' } as const
  const { p12 } = await createIdentity(request, { clock, random: nodeRandom })
  keys = { RSA: (await testSigner()).key, SM2: await openP12({ bytes: p12, password: 'x' }, ports) }
})

const judged = (signature: Uint8Array, bytes = content): Promise<Verdict> =>
  verifyDetached(signature, bytes, { trusted: Object.values(keys).map(({ chain }) => chain[0] as Uint8Array) }, ports)

describe('a signature beside its file', () => {
  for (const algorithm of ['RSA', 'SM2'] as const) {
    it(`by ${algorithm} is valid and trusted, and says when it was made`, async () => {
      const verdict = await judged(await signDetached(content, keys[algorithm], ports))
      assert.deepEqual(rulesOf(verdict), [])
      const [signature] = verdict.signatures
      assert.deepEqual([verdict.valid, verdict.trusted, signature?.level], [true, true, 'B-B'])
      assert.deepEqual(signature?.time, { at: '2026-11-23T07:00:00.000Z', from: 'claimed' })
    })

    it(`by ${algorithm} is broken by any bit, of the file or its own`, async () => {
      const signed = await signDetached(content, keys[algorithm], ports)
      await fc.assert(
        fc.asyncProperty(fc.boolean(), fc.nat(), fc.nat(7), async (own, at, bit) => {
          const changed = Uint8Array.from(own ? signed : content)
          const place = at % changed.length
          changed[place] = (changed[place] as number) ^ (1 << bit)
          const judging = own ? judged(changed) : judged(signed, changed)
          const { valid } = await judging.catch((error) => {
            assert.ok(error instanceof Failure, String(error))
            return { valid: false }
          })
          assert.equal(valid, false, `${own ? 'signature' : 'file'}, byte ${place}, bit ${bit}`)
        }),
        { numRuns: 150 },
      )
    })
  }

  it('is read as PEM, too, and has nothing behind its end', async () => {
    const signed = await signDetached(content, keys.SM2, ports)
    assert.equal((await judged(new TextEncoder().encode(toPem('PKCS7', signed)))).valid, true)
    await assert.rejects(judged(new Uint8Array([...signed, 0])), { code: 'verify-signature' })
    await assert.rejects(judged(new Uint8Array()), { code: 'verify-signature' })
  })

  it('is not made with a certificate that has expired', async () => {
    const late = { ...ports, clock: clockAt('2030-01-01T00:00:00Z') }
    await assert.rejects(signDetached(content, keys.RSA, late), { code: 'sign-certificate-expired' })
  })

  it('by RSA satisfies OpenSSL, which sees a changed file', async function () {
    needJudge(this, 'openssl')
    const signed = await signDetached(content, keys.RSA, ports)
    const { pem } = await testSigner()
    await withOpenssl((bench) => {
      bench.put('s.p7s', signed)
      bench.put('root.pem', pem)
      const trust = ['-CAfile', '@root.pem', '-purpose', 'any', '-attime', '1795417200', '-out', '@out']
      const judge = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', '@s.p7s', ...trust]
      bench.put('content', content)
      bench.make(...judge, '-content', '@content')
      bench.put('content', content.subarray(1))
      assert.notEqual(bench.run(...judge, '-content', '@content').code, 0)
    })
  })

  it('is read with an indefinite outer length, which is told', async () => {
    const { key } = await testSigner()
    const { content: parts } = readDer(await signDetached(content, key, ports))
    const loose = Uint8Array.from([0x30, 0x80, ...parts, 0, 0])
    const { valid, signatures } = await verifyDetached(loose, content, { trusted: [] }, ports)
    assert.equal(valid, true)
    assert.ok(signatures[0]?.problems.some(({ rule }) => rule === 'sign-not-der'))
  })

  const theirs = { RSA: ['RSA', 'rsa_keygen_bits:2048'], EC: ['EC', 'ec_paramgen_curve:P-256'] } as const
  for (const [name, [algorithm, option]] of Object.entries(theirs))
    it(`is read as OpenSSL makes it with ${name}`, async function () {
      needJudge(this, 'openssl')
      await withOpenssl(async (bench) => {
        bench.put('content', content)
        bench.make('genpkey', '-algorithm', algorithm, '-pkeyopt', option, '-out', '@k.pem')
        bench.make('req', '-x509', '-new', '-key', '@k.pem', '-subj', '/CN=Other', '-days', '30', '-out', '@c.pem')
        const made = ['-signer', '@c.pem', '-inkey', '@k.pem', '-in', '@content', '-out', '@s.p7s']
        const now = { ...ports, clock: clockAt(new Date(Date.now() + 60_000).toISOString()) }
        bench.make('cms', '-sign', '-binary', '-cades', '-outform', 'PEM', ...made)
        const verdict = await verifyDetached(bench.bytes('s.p7s'), content, { trusted: [] }, now)
        assert.deepEqual([verdict.valid, verdict.signatures[0]?.signer], [true, 'Other'])
      })
    })
})

describe('a signature beside its file, with what tells of time and revocation', function () {
  this.timeout(60_000)
  let authority: Pki
  before(async function () {
    needJudge(this as never, 'openssl')
    authority = await pki()
  })

  const made = async (holder: Holder, stamped: boolean): Promise<Uint8Array> => {
    const key = await authority.key(holder)
    const stamp = (value: Uint8Array) => requestTimestamp(`${authority.address}/tsa`, value, livePorts)
    const signer = readCertificate(authority.certificate(holder))
    const signingTime = livePorts.clock.now()
    return createCms(key, signer, content, livePorts.crypto, { signingTime, ...(stamped && { stamp }) })
  }
  const told = async (signature: Uint8Array, crls: readonly string[]) => {
    const data = { certificates: [], crls: crls.map((file) => authority.bytes(file)), ocsps: [] }
    const trusted = [authority.certificate('root')]
    const [verdict] = (await verifyDetached(signature, content, { trusted, data }, livePorts)).signatures
    const rules = verdict?.problems.map(({ rule }) => rule)
    return [verdict?.level, verdict?.time?.from, verdict?.trust, ...(rules ?? [])]
  }
  const LISTS = ['root.crl', 'middle.crl']

  it('says what nobody has proven', async () => {
    const open = ['sign-time-claimed', 'sign-revocation-unknown']
    assert.deepEqual(await told(await made('p256', false), []), ['B-B', 'claimed', 'trusted', ...open])
    assert.deepEqual(await told(await made('p256', false), ['middle.crl']), ['B-B', 'claimed', 'trusted', ...open])
  })

  it('takes the time from a timestamp in it', async () => {
    assert.deepEqual(await told(await made('p256', true), LISTS), ['B-T', 'timestamp', 'trusted'])
  })

  it('knows from a list who had been revoked', async () => {
    const revoked = ['revoked', 'sign-revoked']
    assert.deepEqual(await told(await made('revoked', true), LISTS), ['B-T', 'timestamp', ...revoked])
    const claimed = await told(await made('revoked', false), LISTS)
    assert.deepEqual(claimed, ['B-B', 'claimed', ...revoked, 'sign-time-claimed'])
  })
})
