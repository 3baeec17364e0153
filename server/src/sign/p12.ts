import forge from 'node-forge'
import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { DerError } from './der.ts'
import type { SigningKey } from './key.ts'
import { openKeyPair, type RsaScheme } from './keyPair.ts'

/**
 * Opens a PKCS#12 file (old RC2/3DES and new AES packing) and gives its key and the chain beside it.
 * @throws Failure `sign-p12-broken`, `sign-p12-password`, `sign-p12-no-key`, `sign-key-…`, `sign-certificate-…`
 */
export async function openP12(
  p12: { readonly bytes: Uint8Array; readonly password: string },
  ports: { readonly crypto: Crypto; readonly clock: Clock },
  scheme: RsaScheme = 'PKCS1',
): Promise<SigningKey> {
  const contents = unpack(p12.bytes, p12.password)
  const certificates = bagsOf(contents, forge.pki.oids.certBag).map(certificateOf)
  const keys = [...bagsOf(contents, forge.pki.oids.pkcs8ShroudedKeyBag), ...bagsOf(contents, forge.pki.oids.keyBag)]
  const [bag] = keys
  if (!bag || certificates.length === 0)
    throw new Failure(
      'sign-p12-no-key',
      message(
        '这个证书文件里没有{0}，不能签章。请导出证书时选择“连同私钥一起导出”。',
        bag ? message('证书') : message('私钥'),
      ),
    )
  return openKeyPair(pkcs8Of(bag), certificates, ports, scheme)
}

/** forge reads RSA keys and leaves others, decrypted, as they stand. */
function pkcs8Of(bag: forge.pkcs12.Bag): Uint8Array {
  const asn1 = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1
  return toBytes(forge.asn1.toDer(asn1).getBytes())
}

function unpack(bytes: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx {
  let outer: forge.asn1.Asn1
  try {
    outer = forge.asn1.fromDer(toBinary(bytes))
  } catch (error) {
    throw broken(error)
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(outer, false, password)
  } catch (error) {
    // forge tells what went wrong by its English text alone.
    if (/MAC could not be verified/.test(String(error))) throw wrongPassword(error)
    return unpackUtf8(outer, password, error)
  }
}

/**
 * The new packing (PBES2) takes the password as UTF-8 where the old one and the MAC take UTF-16; forge takes the same
 * characters for all three. The MAC has been checked when this is tried, so it can be left out.
 */
function unpackUtf8(outer: forge.asn1.Asn1, password: string, cause: unknown): forge.pkcs12.Pkcs12Pfx {
  try {
    const parts = outer.value as forge.asn1.Asn1[]
    const withoutMac = { ...outer, value: parts.slice(0, 2) }
    return forge.pkcs12.pkcs12FromAsn1(withoutMac, false, forge.util.encodeUtf8(password))
  } catch {
    throw broken(cause)
  }
}

function broken(cause: unknown): Failure {
  return new Failure(
    'sign-p12-broken',
    message('证书文件读不懂，不是完整的 P12/PFX 文件。请确认选对了文件（扩展名 .p12 或 .pfx），或重新导出证书。'),
    cause,
  )
}

function wrongPassword(cause: unknown): Failure {
  return new Failure('sign-p12-password', message('证书密码不对。密码区分大小写，请核对后再试。'), cause)
}

function bagsOf(contents: forge.pkcs12.Pkcs12Pfx, type: string | undefined): readonly forge.pkcs12.Bag[] {
  return contents.getBags({ bagType: type as string })[type as string] ?? []
}

function certificateOf(bag: forge.pkcs12.Bag): Certificate {
  // forge cannot read EC certificates and hands them over undecoded.
  const asn1 = bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1
  try {
    return readCertificate(toBytes(forge.asn1.toDer(asn1).getBytes()))
  } catch (error) {
    if (error instanceof DerError) throw broken(error)
    throw error
  }
}

function toBinary(bytes: Uint8Array): string {
  return forge.util.binary.raw.encode(bytes)
}

function toBytes(binary: string): Uint8Array {
  return forge.util.binary.raw.decode(binary)
}
