import assert from 'node:assert/strict'
import forge from 'node-forge'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { type Certificate, readCertificate } from '../../server/src/sign/certificate.ts'
import type { SigningKey } from '../../server/src/sign/key.ts'
import { signPdf } from '../../server/src/sign/sign.ts'
import { judgeTrust } from '../../server/src/sign/trust.ts'
import { verifyPdf } from '../../server/src/sign/verify.ts'
import type { Finding, Message } from '../../server/src/text/finding.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { makePdf, SAMPLE } from '../pdf/samplePdf.ts'
import { clockAt, ports, sign, testSigner } from './signing.ts'

interface Holder {
  readonly name: string
  readonly keys: forge.pki.rsa.KeyPair
  readonly certificate: forge.pki.Certificate
  readonly bytes: Uint8Array
}

interface Issue {
  readonly name: string
  /** Of another certificate for the same key. */
  readonly keys?: forge.pki.rsa.KeyPair
  readonly by?: Holder
  readonly extensions?: readonly object[]
  readonly from?: string
  readonly until?: string
  readonly digest?: forge.md.MessageDigest
}

const CA = [
  { name: 'basicConstraints', critical: true, cA: true },
  { name: 'keyUsage', critical: true, keyCertSign: true },
]
const LEAF = [
  { name: 'basicConstraints', critical: true, cA: false },
  { name: 'keyUsage', critical: true, digitalSignature: true },
]

let serial = 1

function issue(request: Issue): Holder {
  const { name, by, extensions = LEAF, from = '2026-01-01', until = '2027-01-01' } = request
  const keys = request.keys ?? forge.pki.rsa.generateKeyPair(2048)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = keys.publicKey
  certificate.serialNumber = (0x1000 + serial++).toString(16)
  certificate.validity.notBefore = new Date(`${from}T00:00:00Z`)
  certificate.validity.notAfter = new Date(`${until}T00:00:00Z`)
  certificate.setSubject([nameOf(name)])
  certificate.setIssuer([nameOf(by?.name ?? name)])
  certificate.setExtensions([...extensions])
  certificate.sign(by?.keys.privateKey ?? keys.privateKey, request.digest ?? forge.md.sha256.create())
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes()
  return { name, keys, certificate, bytes: forge.util.binary.raw.decode(der) }
}

function nameOf(value: string): forge.pki.CertificateField {
  return { name: 'commonName', value, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class }
}

function keyOf({ keys, bytes }: Holder, ...chain: readonly Holder[]): SigningKey {
  const wrapped = forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(keys.privateKey))
  const pkcs8 = forge.util.binary.raw.decode(forge.asn1.toDer(wrapped).getBytes())
  return {
    chain: [bytes, ...chain.map((holder) => holder.bytes)],
    algorithm: 'RSA-PKCS1',
    sign: (attributes, digest) => nodeCrypto.sign(pkcs8, 'RSA-PKCS1', digest, attributes),
  }
}

describe('trust in the signer', () => {
  const root = issue({ name: 'Root', extensions: CA })
  const middle = issue({ name: 'Middle', by: root, extensions: CA })
  const signer = issue({ name: 'Signer', by: middle })
  const shortRoot = issue({
    name: 'Short',
    extensions: [{ name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 }],
  })
  const underShort = issue({ name: 'UnderShort', by: shortRoot, extensions: CA })
  const noCa = issue({ name: 'NoCa', by: root })
  const forSites = issue({ name: 'Sites', by: root, extensions: [...CA, { name: 'extKeyUsage', serverAuth: true }] })
  const forMail = issue({ name: 'Mail', by: root, extensions: [...CA, { name: 'extKeyUsage', emailProtection: true }] })
  const oldMiddle = issue({ name: 'OldMiddle', by: root, extensions: CA, until: '2026-06-01' })
  const strange = issue({
    name: 'Strange',
    by: root,
    extensions: [...LEAF, { id: '2.5.29.30', critical: true, value: '\x30\x00' }],
  })
  const forged = issue({ name: 'Forged', by: { ...issue({ name: 'Root', extensions: CA }), name: 'Root' } })

  const cases = [
    {
      name: 'a chain over an intermediate to the trusted root',
      key: keyOf(signer, middle),
      trusted: [root],
      trust: 'trusted',
    },
    {
      name: 'an authority for web sites',
      key: keyOf(issue({ name: 'X', by: forSites }), forSites),
      trusted: [root],
      trust: 'unknown',
    },
    {
      name: 'an authority for mail',
      key: keyOf(issue({ name: 'X', by: forMail }), forMail),
      trusted: [root],
      trust: 'trusted',
    },
    { name: 'a trusted intermediate', key: keyOf(signer), trusted: [middle], trust: 'trusted' },
    { name: 'the signer trusted directly', key: keyOf(signer), trusted: [signer], trust: 'trusted' },
    { name: 'a missing intermediate', key: keyOf(signer), trusted: [root], trust: 'unknown' },
    {
      name: 'a root that the file brings along itself',
      key: keyOf(signer, middle, root),
      trusted: [],
      trust: 'untrusted',
    },
    {
      name: 'an issuer that is no CA',
      key: keyOf(issue({ name: 'X', by: noCa }), noCa),
      trusted: [root],
      trust: 'unknown',
    },
    {
      name: 'a chain longer than the root allows',
      key: keyOf(issue({ name: 'Y', by: underShort }), underShort),
      trusted: [shortRoot],
      trust: 'unknown',
    },
    {
      name: 'an intermediate that had expired at the time of signing',
      key: keyOf(issue({ name: 'Z', by: oldMiddle }), oldMiddle),
      trusted: [root],
      trust: 'expired',
    },
    { name: 'a critical extension that we do not know', key: keyOf(strange), trusted: [root], trust: 'untrusted' },
    { name: 'a root of the same name with another key', key: keyOf(forged), trusted: [root], trust: 'unknown' },
  ] as const

  for (const { name, key, trusted, trust } of cases)
    it(`${name}: ${trust}`, async () => {
      const pdf = await signPdf(makePdf(), key, {}, ports)
      const verdict = await verifyPdf(pdf, { trusted: trusted.map(({ bytes }) => bytes) }, ports)
      assert.equal(verdict.valid, true, 'trust and integrity are different questions')
      assert.equal(verdict.signatures[0]?.trust, trust)
      assert.equal(verdict.trusted, trust === 'trusted')
    })

  it('judges by the time of signing, and tells that the certificate has expired since', async () => {
    const { certificate } = await testSigner()
    const late = { ...ports, clock: clockAt('2035-01-01T00:00:00Z') }
    const verdict = await verifyPdf(await sign(makePdf()), { trusted: [certificate] }, late)
    assert.equal(verdict.trusted, true)
    assert.ok(verdict.signatures[0]?.problems.some(({ rule }) => rule === 'sign-certificate-expired'))
  })

  it('marks a test identity', async () => {
    const { certificate } = await testSigner()
    const verdict = await verifyPdf(await sign(makePdf()), { trusted: [certificate] }, ports)
    assert.ok(verdict.signatures[0]?.problems.some(({ rule }) => rule === 'sign-test-identity'))
  })

  it('refuses a trusted certificate that is none', async () => {
    const verifying = verifyPdf(makePdf(), { trusted: [new Uint8Array(5)] }, ports)
    await assert.rejects(verifying, { code: 'verify-trusted' })
  })
})

interface Unfit {
  readonly name: string
  readonly extensions: readonly object[]
  /** What the sentence says. */
  readonly because: RegExp
}

const SIGNING = { name: 'keyUsage', critical: true, digitalSignature: true }
const UNFIT: readonly Unfit[] = [
  {
    name: 'for encryption',
    extensions: [{ name: 'keyUsage', critical: true, keyEncipherment: true }],
    because: /密钥用途里没有数字签名/,
  },
  { name: 'of a web site', extensions: [SIGNING, { name: 'extKeyUsage', serverAuth: true }], because: /另有用途/ },
  {
    name: 'of a web site, critically',
    extensions: [SIGNING, { name: 'extKeyUsage', critical: true, serverAuth: true }],
    because: /另有用途/,
  },
  {
    name: 'of a time-stamper',
    extensions: [SIGNING, { name: 'extKeyUsage', timeStamping: true }],
    because: /另有用途/,
  },
  {
    name: 'of a CA',
    extensions: [
      { name: 'basicConstraints', critical: true, cA: true },
      { name: 'keyUsage', critical: true, keyCertSign: true, digitalSignature: true },
    ],
    because: /用来签发证书的/,
  },
  { name: 'without any use', extensions: [], because: /没有写明用途/ },
]

describe('a certificate that is not made for signing documents', () => {
  const root = issue({ name: 'Root', extensions: CA })

  for (const { name, extensions, because } of UNFIT)
    it(`${name} is not believed, and does not sign`, async () => {
      const holder = issue({ name: 'Holder', by: root, extensions })
      await assert.rejects(signPdf(makePdf(), keyOf(holder), {}, ports), { code: 'sign-certificate-usage' })
      const { trust, reason } = await judgeTrust(
        readCertificate(holder.bytes),
        [],
        [readCertificate(root.bytes)],
        ports.clock.now(),
        nodeCrypto,
      )
      assert.equal(trust, 'untrusted')
      assert.match(formatMessage(reason as Message), because)
    })

  for (const purpose of ['emailProtection', '1.3.6.1.5.5.7.3.36'])
    it(`is not one for ${purpose}`, async () => {
      const uses = { name: 'extKeyUsage', serverAuth: true, [purpose]: true }
      const holder = issue({ name: 'Holder', by: root, extensions: [...LEAF, uses] })
      const verdict = await verifyPdf(
        await signPdf(makePdf(), keyOf(holder), {}, ports),
        { trusted: [root.bytes] },
        ports,
      )
      assert.equal(verdict.trusted, true)
    })
})

describe('an authority with several certificates', () => {
  const root = issue({ name: 'Root', extensions: CA })
  const middle = issue({ name: 'Middle', by: root, extensions: CA })
  const signer = issue({ name: 'Signer', by: middle })
  const elsewhere = issue({ name: 'Elsewhere', extensions: CA })
  const { keys } = middle
  const renewed = issue({ name: 'Middle', by: root, extensions: CA, until: '2026-06-01', keys })
  const crossed = issue({ name: 'Middle', by: elsewhere, extensions: CA, keys })
  const namesake = issue({ name: 'Middle', extensions: CA, keys: forge.pki.rsa.generateKeyPair(1024) })
  const impostor = { ...elsewhere, name: 'Root' }
  const pretended = issue({ name: 'Middle', by: impostor, extensions: CA, keys })
  const ring = issue({ name: 'Root', by: middle, extensions: CA, keys: root.keys })

  /** Whichever of the certificates stands first. */
  async function trustIn(given: readonly Holder[], trusted: Holder): Promise<readonly string[]> {
    const found = new Set<string>()
    for (const order of [given, [...given].reverse()]) {
      const [own, root, ...rest] = [signer, trusted, ...order].map(({ bytes }) => readCertificate(bytes))
      const at = new Date('2026-11-23T07:00:00Z')
      found.add((await judgeTrust(own as Certificate, rest, [root as Certificate], at, nodeCrypto)).trust)
    }
    return [...found]
  }

  for (const { which, given, trusted, trust } of [
    { which: 'one has expired, the other not', given: [renewed, middle], trusted: root, trust: 'trusted' },
    { which: 'two roots signed them', given: [crossed, elsewhere, middle], trusted: root, trust: 'trusted' },
    { which: 'a weak one is of somebody else', given: [namesake, middle], trusted: root, trust: 'trusted' },
    { which: 'one only says that the root signed it', given: [pretended, middle], trusted: root, trust: 'trusted' },
    { which: 'they have signed each other', given: [middle, ring], trusted: elsewhere, trust: 'unknown' },
  ] as const)
    it(`${which}: ${trust}`, async () => {
      assert.deepEqual(await trustIn(given, trusted), [trust])
    })

  it('may have one among thousands of others, which are not looked at without end', async () => {
    const strangers = Array.from({ length: 3000 }, (_, index) => {
      const other = readCertificate(namesake.bytes)
      return { ...other, keyBits: 2048, bytes: Uint8Array.of(index >> 8, index & 255) }
    })
    let looks = 0
    const crypto = { ...nodeCrypto, verify: async () => ++looks < 0 }
    const [own, trusted] = [signer, root].map(({ bytes }) => readCertificate(bytes)) as [Certificate, Certificate]
    const { trust } = await judgeTrust(own, strangers, [trusted], new Date('2026-11-23T07:00:00Z'), crypto)
    assert.equal(trust, 'unknown')
    assert.ok(looks > 0 && looks <= 200, `${looks}`)
  })
})

describe('the reason not to believe a signer', () => {
  const root = issue({ name: 'Root', extensions: CA })
  const stranger = issue({ name: 'Stranger', extensions: CA })
  const noCa = issue({ name: 'NoCa', by: root })
  const cases = [
    { name: 'nobody is trusted', signer: issue({ name: 'A', by: root }), trusted: [], because: /^没有指定信任的证书/ },
    {
      name: 'the issuer is missing',
      signer: issue({ name: 'A', by: stranger }),
      trusted: [root],
      because: /缺少上级证书/,
    },
    {
      name: 'the issuer is no CA',
      signer: issue({ name: 'A', by: noCa }),
      given: [noCa],
      trusted: [root],
      because: /“NoCa”无权这样签发/,
    },
    {
      name: 'the issuer only has the name of another',
      signer: issue({ name: 'A', by: { ...stranger, name: 'Root' } }),
      trusted: [root],
      because: /签名对不上/,
    },
    {
      name: 'the root is not trusted',
      signer: issue({ name: 'A', by: stranger }),
      given: [stranger],
      trusted: [root],
      because: /顶端是“Stranger”/,
    },
    {
      name: 'the certificate is signed over SHA-1',
      signer: issue({ name: 'A', by: root, digest: forge.md.sha1.create() }),
      trusted: [root],
      because: /已不安全的 SHA-1 算法/,
    },
    {
      name: 'the certificate is signed over MD5',
      signer: issue({ name: 'A', by: root, digest: forge.md.md5.create() }),
      trusted: [root],
      because: /已不安全的 MD5 算法/,
    },
  ]
  for (const { name, signer, given = [], trusted, because } of cases)
    it(`is told: ${name}`, async () => {
      const pdf = await signPdf(makePdf(), keyOf(signer, ...given), {}, ports)
      const verdict = await verifyPdf(pdf, { trusted: trusted.map(({ bytes }) => bytes) }, ports)
      assert.equal(verdict.trusted, false)
      const told = verdict.signatures[0]?.problems.filter(({ rule }) => rule === 'sign-untrusted') ?? []
      assert.equal(told.length, 1)
      assert.match(formatMessage((told[0] as Finding).message), because)
    })
})

describe('a name that would pass for something else', () => {
  const odd = '某某市\n签章有效\u202E\u001B[2J'

  it('is written out in the verdict, be it of the signer or of a field', async () => {
    const signer = issue({ name: odd })
    const t = `<feff${Buffer.from(odd, 'utf16le').swap16().toString('hex')}>`
    const pdf = makePdf({ ...SAMPLE, 6: (SAMPLE[6] as string).replace('(seal-1)', t) })
    const verdict = await verifyPdf(await signPdf(pdf, keyOf(signer), {}, ports), { trusted: [] }, ports)
    const shown = '某某市〔U+000A〕签章有效〔U+202E〕〔U+001B〕[2J'
    const [signature] = verdict.signatures
    assert.deepEqual([signature?.signer, signature?.field], [shown, shown])
    const sentences = [...verdict.problems, ...(signature?.problems ?? [])].map((each) => formatMessage(each.message))
    assert.ok(sentences.some((sentence) => sentence.includes(shown)))
    for (const sentence of sentences) assert.doesNotMatch(sentence, /[\p{Cc}\p{Cf}]/u)
  })
})

describe('a file without signatures', () => {
  it('is not valid, and its empty fields are named', async () => {
    const verdict = await verifyPdf(makePdf(), { trusted: [] }, ports)
    assert.deepEqual([verdict.valid, verdict.trusted, verdict.signatures], [false, false, []])
    assert.deepEqual(
      verdict.problems.map(({ rule, severity, message }) => [rule, severity, ...message.args]),
      [
        ['sign-unsigned', 'error'],
        ['sign-field-empty', 'info', 'seal-1'],
        ['sign-field-empty', 'info', 'seal-2'],
      ],
    )
  })
})
