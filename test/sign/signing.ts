import { createHash, createSign } from 'node:crypto'
import forge from 'node-forge'
import { nodeCrypto as crypto } from '../../server/src/node/crypto.ts'
import { nodeRandom as random } from '../../server/src/node/random.ts'
import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'
import type { Clock } from '../../server/src/ports/clock.ts'
import { readCertificate } from '../../server/src/sign/certificate.ts'
import { der, derOid, derSetOf, TAG } from '../../server/src/sign/der.ts'
import { createIdentity } from '../../server/src/sign/identity.ts'
import type { SigningKey } from '../../server/src/sign/key.ts'
import { openP12 } from '../../server/src/sign/p12.ts'
import { type SignatureRequest, signPdf } from '../../server/src/sign/sign.ts'
import type { Verdict } from '../../server/src/sign/verdict.ts'
import { verifyPdf } from '../../server/src/sign/verify.ts'

/** Eight hours east, as in Beijing. */
export function clockAt(time: string): Clock {
  return { now: () => new Date(time), offset: () => 480 }
}

export const clock = clockAt('2026-11-23T07:00:00Z')
export const ports = { crypto, clock }

export interface TestSigner {
  readonly key: SigningKey
  readonly certificate: Uint8Array
  readonly p12: Uint8Array
  readonly pem: string
  readonly password: string
}

const signers = new Map<string, Promise<TestSigner>>()

/** A test identity, made once for all tests because RSA keys take time. */
export function testSigner(name = '某某市人民政府'): Promise<TestSigner> {
  const known = signers.get(name) ?? createSigner(name)
  signers.set(name, known)
  return known
}

async function createSigner(name: string): Promise<TestSigner> {
  const password = 'Seal Pass-1'
  const { p12, pem } = await createIdentity({ name, organ: '某某市', password, days: 365 }, { clock, random })
  const key = await openP12({ bytes: p12, password }, ports)
  return { key, certificate: key.chain[0] as Uint8Array, p12, pem, password }
}

export async function sign(pdf: Uint8Array, request: SignatureRequest = {}, by?: string): Promise<Uint8Array> {
  return signPdf(pdf, (await testSigner(by)).key, request, ports)
}

/** Verifies with the default signer trusted. */
export async function verify(pdf: Uint8Array): Promise<Verdict> {
  return verifyPdf(pdf, { trusted: [(await testSigner()).certificate] }, ports)
}

/** Ids of all problems of a verdict, sorted, infos and test-identity marks left out. */
export function rulesOf(verdict: Verdict): readonly string[] {
  const all = [...verdict.problems, ...verdict.signatures.flatMap(({ problems }) => problems)]
  const told = all.filter(({ severity, rule }) => severity !== 'info' && rule !== 'sign-test-identity')
  return [...new Set(told.map(({ rule }) => rule))].sort()
}

/** Replaces text of the same length, so that all offsets stay. */
export function patch(pdf: Uint8Array, from: string, to: string): Uint8Array {
  const text = latin1(pdf)
  const at = text.lastIndexOf(from)
  if (at < 0) throw new Error(`not in the file: ${from}`)
  return fromLatin1(text.slice(0, at) + to.padEnd(from.length) + text.slice(at + from.length))
}

/** The two ranges and the gap of the newest signature. */
export function rangeOf(pdf: Uint8Array): readonly [number, number, number, number] {
  const all = [...latin1(pdf).matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/g)]
  return all.at(-1)?.slice(1).map(Number) as [number, number, number, number]
}

/** Puts another CMS into the newest signature. */
export async function withCms(
  pdf: Uint8Array,
  make: (content: Uint8Array, signer: TestSigner) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const [, start, end, rest] = rangeOf(pdf)
  const content = new Uint8Array([...pdf.subarray(0, start), ...pdf.subarray(end, end + rest)])
  const cms = await make(content, await testSigner())
  const hex = Buffer.from(cms)
    .toString('hex')
    .padEnd(end - start - 2, '0')
  const copy = Uint8Array.from(pdf)
  copy.set(fromLatin1(hex), start + 1)
  return copy
}

/** The private key of a test identity as PEM. */
function privateKeyOf({ p12, password }: TestSigner): string {
  const contents = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(p12).toString('binary')), password)
  const type = forge.pki.oids.pkcs8ShroudedKeyBag as string
  return forge.pki.privateKeyToPem(contents.getBags({ bagType: type })[type]?.[0]?.key as forge.pki.PrivateKey)
}

export interface CmsFaults {
  /** OID and name of the digest. */
  readonly digest?: { readonly oid: string; readonly name: string }
  readonly embedded?: boolean
  readonly contentType?: string
  readonly signers?: number
  readonly withoutCertificateId?: boolean
  /** What the message digest is taken of. */
  readonly digestOf?: Uint8Array
  readonly certificate?: Uint8Array
}

const SHA256 = { oid: '2.16.840.1.101.3.4.2.1', name: 'sha256' }

/** A CMS made by hand, right but for the fault that is asked for. */
export async function faultyCms(content: Uint8Array, signer: TestSigner, faults: CmsFaults): Promise<Uint8Array> {
  const digest = faults.digest ?? SHA256
  const hash = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash(digest.name).update(bytes).digest())
  const certificate = readCertificate(faults.certificate ?? signer.certificate)
  const algorithm = der(TAG.sequence, derOid(digest.oid), der(TAG.null))
  const attribute = (oid: string, value: Uint8Array): Uint8Array => der(TAG.sequence, derOid(oid), der(TAG.set, value))
  const id = der(TAG.sequence, der(TAG.octetString, await crypto.digest('SHA-256', certificate.bytes)))
  const contentType = faults.contentType ?? '1.2.840.113549.1.7.1'
  const attributes = [
    attribute('1.2.840.113549.1.9.3', derOid(contentType)),
    attribute('1.2.840.113549.1.9.4', der(TAG.octetString, hash(faults.digestOf ?? content))),
    ...(faults.withoutCertificateId
      ? []
      : [attribute('1.2.840.113549.1.9.16.2.47', der(TAG.sequence, der(TAG.sequence, id)))]),
  ]
  const signature = new Uint8Array(createSign(digest.name).update(derSetOf(attributes)).sign(privateKeyOf(signer)))
  const info = der(
    TAG.sequence,
    der(TAG.integer, Uint8Array.of(1)),
    der(TAG.sequence, certificate.issuer, certificate.serial),
    algorithm,
    derSetOf(attributes, 0xa0),
    der(TAG.sequence, derOid('1.2.840.113549.1.1.1'), der(TAG.null)),
    der(TAG.octetString, signature),
  )
  const embedded = faults.embedded ? [der(0xa0, der(TAG.octetString, content))] : []
  const signedData = der(
    TAG.sequence,
    der(TAG.integer, Uint8Array.of(1)),
    der(TAG.set, algorithm),
    der(TAG.sequence, derOid('1.2.840.113549.1.7.1'), ...embedded),
    der(0xa0, certificate.bytes),
    der(TAG.set, ...Array.from({ length: faults.signers ?? 1 }, () => info)),
  )
  return der(TAG.sequence, derOid('1.2.840.113549.1.7.2'), der(0xa0, signedData))
}
