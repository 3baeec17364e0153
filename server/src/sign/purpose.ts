import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Certificate } from './certificate.ts'
import { sameBytes } from './der.ts'

/** anyExtendedKeyUsage (RFC 5280 4.2.1.12). */
export const ANY_PURPOSE = '2.5.29.37.0'

/** Extended key usages with which a document may be signed (RFC 5280 4.2.1.12, RFC 9336; Microsoft's and Adobe's own). */
export const DOCUMENT_PURPOSES = [
  ANY_PURPOSE,
  '1.3.6.1.5.5.7.3.36', // document signing
  '1.3.6.1.5.5.7.3.4', // e-mail protection, which certificates of Chinese organs have
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
]

/**
 * Why a certificate is not one with which people sign documents; undefined for one that is.
 * A certificate that its holder made for himself speaks for nobody else and is let be a CA, as test identities are.
 */
export function unfitness(certificate: Certificate): Message | undefined {
  const { commonName, usage, purposes, authority, issuer, subject } = certificate
  if (usage && !usage.sign)
    return message('“{0}”的证书不是签名证书（密钥用途里没有数字签名）。请选用签名证书，不要用加密证书。', commonName)
  if (purposes && !purposes.some((purpose) => DOCUMENT_PURPOSES.includes(purpose)))
    return message('“{0}”的证书另有用途（例如网站、时间戳），不能用来签署文件。请选用签名证书。', commonName)
  if (sameBytes(issuer, subject)) return undefined
  if (authority) return message('“{0}”的证书是用来签发证书的，不能用来签署文件。请选用签名证书。', commonName)
  if (!usage) return message('“{0}”的证书没有写明用途，不能确认可以用来签署文件。请选用签名证书。', commonName)
  return undefined
}
