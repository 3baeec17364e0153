import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nodeCrypto } from '../../../server/src/node/crypto.ts'
import { nodeRandom } from '../../../server/src/node/random.ts'
import { readSm2PrivateKey, sm2PrivateKey } from '../../../server/src/sign/guomi/keyInfo.ts'
import { readKeyFile } from '../../../server/src/sign/keyFile.ts'
import { openKey } from '../../../server/src/sign/openKey.ts'
import { encryptPrivateKey } from '../../../server/src/sign/pbes2.ts'
import { readPem, toPem } from '../../../server/src/sign/pem.ts'
import { Failure } from '../../../server/src/text/failure.ts'
import { needJudge } from '../../support/judges.ts'
import { clockAt, ports } from '../signing.ts'
import { type Bench, makeKey, opensslVerifies, withOpenssl } from './openssl.ts'
import { makePki } from './pki.ts'

const SECRET = 0x3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8n
const plain = sm2PrivateKey(SECRET)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const nobodyAsked = (): Promise<string> => Promise.reject(new Error('asked for a password'))
const say = (password: string) => (): Promise<string> => Promise.resolve(password)

const password = '密码 test'
const PBES2 = ['pkcs8', '-topk8', '-in', '@key.pem', '-passout', `pass:${password}`]

const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'PKCS#8 in PEM': ['pkcs8', '-topk8', '-nocrypt', '-in', '@key.pem'],
  'PKCS#8 in DER': ['pkcs8', '-topk8', '-nocrypt', '-in', '@key.pem', '-outform', 'DER'],
  'SM2 PRIVATE KEY, an ECPrivateKey': ['ec', '-in', '@key.pem'],
  'AES-256': PBES2,
  'AES-128 in DER': [...PBES2, '-v2', 'aes-128-cbc', '-outform', 'DER'],
  'AES-192 with HMAC-SHA-512': [...PBES2, '-v2', 'aes-192-cbc', '-v2prf', 'hmacWithSHA512'],
  'SM4 with HMAC-SHA-1': [...PBES2, '-v2', 'sm4-cbc', '-v2prf', 'hmacWithSHA1'],
  'SM4 with HMAC-SHA-256': [...PBES2, '-v2', 'sm4-cbc', '-v2prf', 'hmacWithSHA256'],
}

async function readBack(bench: Bench, how: readonly string[]): Promise<bigint> {
  bench.make(...how, '-out', '@written')
  const ask = how.includes('-passout') ? say(password) : nobodyAsked
  return readSm2PrivateKey(await readKeyFile(bench.bytes('written'), ask)).secret
}

describe('SM2 key files', () => {
  for (const [name, how] of Object.entries(WRITTEN))
    it(`of OpenSSL are read: ${name}`, async function () {
      needJudge(this, 'openssl')
      await withOpenssl(async (bench) => {
        const { pkcs8 } = makeKey(bench)
        assert.equal(await readBack(bench, how), readSm2PrivateKey(pkcs8).secret)
      })
    })

  it('that we encrypt are opened by OpenSSL', async function () {
    needJudge(this, 'openssl')
    await withOpenssl((bench) => {
      bench.put('ours.pem', toPem('ENCRYPTED PRIVATE KEY', encryptPrivateKey(plain, password, nodeRandom)))
      bench.make(
        'pkcs8',
        '-in',
        '@ours.pem',
        '-passin',
        `pass:${password}`,
        '-outform',
        'DER',
        '-nocrypt',
        '-topk8',
        '-out',
        '@d',
      )
      assert.equal(readSm2PrivateKey(bench.bytes('d')).secret, SECRET)
    })
  })

  it('say that the password is wrong, and never what it was', async () => {
    const file = utf8(toPem('ENCRYPTED PRIVATE KEY', encryptPrivateKey(plain, password, nodeRandom)))
    await assert.rejects(readKeyFile(file, say('secret-guess')), (error: Error & { code: string }) => {
      assert.equal(error.code, 'sign-key-password')
      assert.doesNotMatch(JSON.stringify(error) + error.stack, /secret-guess/)
      return true
    })
  })

  it('say that they are something else', async () => {
    const broken = [utf8(''), utf8('hello'), utf8(toPem('PRIVATE KEY', utf8('x'))), plain.subarray(0, 40)]
    for (const file of broken) await assert.rejects(readKeyFile(file, nobodyAsked), { code: 'sign-key-broken' })
  })

  it('may be of another curve, or RSA', async function () {
    needJudge(this, 'openssl')
    await withOpenssl(async (bench) => {
      bench.make('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', '@p256.pem')
      bench.make('genrsa', '-traditional', '-out', '@rsa.pem', '2048')
      for (const name of ['p256.pem', 'rsa.pem']) {
        const publicKey = await nodeCrypto.publicKeyOf(await readKeyFile(bench.bytes(name), nobodyAsked))
        bench.make('pkey', '-in', `@${name}`, '-pubout', '-outform', 'DER', '-out', '@public.der')
        assert.deepEqual(publicKey, bench.bytes('public.der'))
      }
    })
  })

  it('may be damaged anywhere: they are read or refused with a sentence, in bounded time', async () => {
    const files = [utf8(toPem('PRIVATE KEY', plain)), plain, encryptPrivateKey(plain, password, nodeRandom)]
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), changes, async (file, places) => {
        const damaged = Uint8Array.from(file)
        for (const [place, value] of places) damaged[place % damaged.length] = value
        try {
          await readKeyFile(damaged, say(password))
        } catch (error) {
          assert.ok(error instanceof Failure, String(error))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('an SM2 key in a PEM file', () => {
  it('signs with the certificate beside it, whatever order OpenSSL writes', async function () {
    needJudge(this, 'openssl')
    await withOpenssl(async (bench) => {
      const { signer, sub } = makePki(bench)
      const text = (name: string): string => Buffer.from(bench.bytes(name)).toString('utf8')
      const file = utf8(text('sub.pem') + text('signer.key') + text('signer.pem'))
      const soon = { ...ports, clock: clockAt(new Date(Date.now() + 60_000).toISOString()) }
      const key = await openKey({ bytes: file, password: '' }, soon)
      assert.deepEqual([key.algorithm, key.chain], ['SM2', [signer.bytes, sub.bytes]])
      const signature = await key.sign(utf8('通知'), 'SM3')
      assert.equal(opensslVerifies(bench, signer.publicKey, signature, utf8('通知')), true)
      const stranger = utf8(text('root.key') + text('signer.pem'))
      await assert.rejects(openKey({ bytes: stranger, password: '' }, soon), { code: 'sign-p12-no-key' })
      const alone = utf8(text('signer.pem'))
      await assert.rejects(openKey({ bytes: alone, password: '' }, soon), { code: 'sign-key-broken' })
    })
  })
})

describe('PEM', () => {
  it('reads back what it writes, wherever it stands', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const file = `说明\n${toPem('CERTIFICATE', bytes)}\r\n${toPem('PRIVATE KEY', plain)}`
        assert.deepEqual(readPem(utf8(file)), [
          { label: 'CERTIFICATE', bytes },
          { label: 'PRIVATE KEY', bytes: plain },
        ])
      }),
    )
  })
})
