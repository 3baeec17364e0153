import type { PdfView } from '../pdf/file.ts'
import { isString, nameOf, type PdfDictionary } from '../pdf/objects.ts'
import type { Crypto } from '../ports/crypto.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { AlgorithmError } from './algorithms.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { type Cms, isAttributes, readCms } from './cmsReader.ts'
import { DerError, sameBytes } from './der.ts'
import { findSigner } from './findSigner.ts'
import { isIndefinite } from './indefinite.ts'
import { problem } from './problem.ts'

/** What the cryptography says of one signature, whatever bytes it covers. */
export interface Integrity {
  readonly ok: boolean
  readonly level: 'B-B' | 'other'
  readonly certificate: Certificate | undefined
  /** All certificates that the signature brings along. */
  readonly certificates: readonly Certificate[]
  /** Signature value and the timestamp token over it, if there is one (RFC 3161 appendix A). */
  readonly signature: Uint8Array
  readonly timestamp: Uint8Array | undefined
  /** Claimed inside of the CMS. */
  readonly signingTime?: Date | undefined
  readonly problems: readonly Finding[]
}

const MIN_RSA_BITS = 2048
const NOT_DER = message('签名数据不是 DER 编码，与 PDF 的规定（ISO 32000-1 12.8.3.3.1）不合，但是能够核验。')
const NOTHING = new Uint8Array()

/** @param content the bytes of the ByteRange; absent when it names none */
export async function checkIntegrity(
  signature: PdfDictionary,
  view: PdfView,
  content: Uint8Array | undefined,
  crypto: Crypto,
): Promise<Integrity> {
  const subFilter = nameOf(view.resolve(signature.entries.get('SubFilter')))
  const contents = signature.entries.get('Contents')
  if (subFilter !== 'ETSI.CAdES.detached' && subFilter !== 'adbe.pkcs7.detached')
    return broken(message('签名类型“{0}”不受支持，无法核验。', subFilter ?? '（空）'))
  if (!isString(contents)) return broken(message('签名数据缺失。'))
  return checkContents(contents.bytes, content, subFilter === 'ETSI.CAdES.detached', crypto)
}

/**
 * @param contents the CMS, and zeros behind it
 * @param cades it must bind the certificate to reach a level
 */
async function checkContents(
  contents: Uint8Array,
  content: Uint8Array | undefined,
  cades: boolean,
  crypto: Crypto,
): Promise<Integrity> {
  try {
    const cms = readCms(contents)
    const certificates = cms.certificates.map(readCertificate)
    const integrity = await checkCms(cms, certificates, content, cades, crypto)
    if (!integrity.ok || !isIndefinite(contents)) return integrity
    return { ...integrity, problems: [problem('sign-not-der', 'info', NOT_DER)] }
  } catch (error) {
    if (error instanceof AlgorithmError) return refused(error)
    if (error instanceof DerError) return broken(message('签名数据的格式不对，可能被改动过。'))
    throw error
  }
}

/** The same for a signature that stands in a file of its own. */
export function checkDetached(cms: Uint8Array, content: Uint8Array, crypto: Crypto): Promise<Integrity> {
  return checkContents(cms, content, true, crypto)
}

function broken(text: ReturnType<typeof message>, certificate?: Certificate): Integrity {
  const problems = [problem('sign-broken', 'error', text)]
  return {
    ok: false,
    level: 'other',
    certificate,
    certificates: [],
    signature: NOTHING,
    timestamp: undefined,
    problems,
  }
}

function refused({ weak, label }: AlgorithmError): Integrity {
  const text = weak
    ? message('签名使用了已不安全的 {0} 算法，可以伪造，不予认可。请用 SHA-256 重新签章。', label)
    : message('签名使用的算法（{0}）本版本不能核验。', label)
  return { ...broken(text), problems: [problem(weak ? 'sign-weak-algorithm' : 'sign-unsupported', 'error', text)] }
}

async function checkCms(
  cms: Cms,
  certificates: readonly Certificate[],
  content: Uint8Array | undefined,
  cades: boolean,
  crypto: Crypto,
): Promise<Integrity> {
  const certificate = await findSigner(cms, certificates, crypto)
  if (!certificate) return broken(message('签名里没有签名人的证书，或者证书被换过。'))
  if (certificate.keyKind === 'RSA' && (certificate.keyBits ?? 0) < MIN_RSA_BITS)
    return refused(new AlgorithmError(true, `RSA-${certificate.keyBits ?? 0}`))
  const { signed, digest } = cms
  const altered = broken(message('文件内容与签名不符：签章之后被改动过。请勿采信，向发文机关核实。'), certificate)
  if (!content || (signed && !sameBytes(await crypto.digest(digest, content), signed.messageDigest))) return altered
  // Where nothing but the content is signed, the attributes of another signature must not pass for a file.
  if (!signed && isAttributes(content)) return altered
  const bytes = signed?.attributes ?? content
  if (!(await crypto.verify(certificate.publicKey, cms.algorithm, digest, cms.signature, bytes)))
    return signed ? broken(message('签名与签名人的证书不符，签名是伪造的或已损坏。'), certificate) : altered
  const level = cades && cms.certificateDigest ? 'B-B' : 'other'
  return {
    ok: true,
    level,
    certificate,
    certificates,
    signature: cms.signature,
    timestamp: cms.timestamp,
    signingTime: cms.signingTime,
    problems: [],
  }
}
