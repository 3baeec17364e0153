import forge from 'node-forge'
import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'
import { Failure } from '../text/failure.ts'
import { hex } from '../text/hex.ts'
import { message } from '../text/message.ts'
import { markedName, TEST_MARK } from './testMark.ts'

export interface NewIdentity {
  /** Who is to stand in the certificate; 测试 is added where it does not occur. */
  readonly name: string
  readonly organ?: string
  readonly password: string
  readonly days: number
  /** RSA-2048 when absent. */
  readonly algorithm?: 'RSA' | 'SM2'
}

const MAX_DAYS = 3650

/**
 * A self-signed test identity, marked as such in CN and OU: PKCS#12 (AES-256) and the certificate as PEM.
 * The serial number and an SM2 key come from `random`; an RSA key pair from the platform's own generator (Node or WebCrypto), which
 * node-forge calls.
 * @throws Failure `identity-…` for an empty name or password, or a term that is no term
 */
export async function createIdentity(
  request: NewIdentity,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<{ readonly p12: Uint8Array; readonly pem: string }> {
  refuseBadRequest(request)
  if (request.algorithm === 'SM2') {
    const { createSm2Identity } = await import('./guomi/testIdentity.ts')
    return createSm2Identity(request, { clock, random })
  }
  const keys = await generateKeys()
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = keys.publicKey
  // The first octet is kept between 01 and 7f: positive, and no leading zero.
  const [first = 0, ...rest] = random.bytes(16)
  certificate.serialNumber = hex(Uint8Array.of((first & 0x3f) | 0x40, ...rest))
  const start = new Date(clock.now().getTime() - 60_000)
  certificate.validity.notBefore = start
  certificate.validity.notAfter = new Date(start.getTime() + request.days * 86_400_000)
  const names = subject(request)
  certificate.setSubject(names)
  certificate.setIssuer(names)
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
    { name: 'keyUsage', critical: true, digitalSignature: true, nonRepudiation: true, keyCertSign: true },
    { name: 'subjectKeyIdentifier' },
  ])
  certificate.sign(keys.privateKey, forge.md.sha256.create())
  return { p12: pack(keys.privateKey, certificate, request.password), pem: toPem(certificate) }
}

function refuseBadRequest({ name, password, days }: NewIdentity): void {
  if (name.trim() === '') throw new Failure('identity-name', message('请给出证书上的名称，例如“某某市人民政府”。'))
  // Programs disagree on how other characters are to be encoded in a PKCS#12 file.
  if (!/^[ -~]+$/.test(password))
    throw new Failure('identity-password', message('证书密码不能为空，且只能用英文字母、数字和半角符号。'))
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    throw new Failure('identity-days', message('有效期应为 1 至 {0} 天。', MAX_DAYS))
}

function generateKeys(): Promise<forge.pki.rsa.KeyPair> {
  return new Promise((resolve, reject) => {
    forge.pki.rsa.generateKeyPair({ bits: 2048, e: 0x10001 }, (error, keys) => (error ? reject(error) : resolve(keys)))
  })
}

function subject({ name, organ }: NewIdentity): forge.pki.CertificateField[] {
  const utf8 = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class
  return [
    { name: 'countryName', value: 'CN' },
    ...(organ ? [{ name: 'organizationName', value: organ, valueTagClass: utf8 }] : []),
    { name: 'organizationalUnitName', value: TEST_MARK, valueTagClass: utf8 },
    { name: 'commonName', value: markedName(name), valueTagClass: utf8 },
  ]
}

function pack(key: forge.pki.rsa.PrivateKey, certificate: forge.pki.Certificate, password: string): Uint8Array {
  const options = { algorithm: 'aes256', prfAlgorithm: 'sha256', count: 2048, generateLocalKeyId: true } as const
  const packed = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, options as object)
  return forge.util.binary.raw.decode(forge.asn1.toDer(packed).getBytes())
}

function toPem(certificate: forge.pki.Certificate): string {
  return forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n')
}
