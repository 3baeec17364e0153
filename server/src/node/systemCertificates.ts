import { readFile } from 'node:fs/promises'
import tls from 'node:tls'

/** Where Debian, Fedora and their kin, SUSE, and Alpine and the BSDs keep all roots in one file; the first that is there counts. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

/** Reads the stores of Windows and macOS, too; Node has it since 22.15. */
const fromNode = (tls as { readonly getCACertificates?: (kind: 'system') => readonly string[] }).getCACertificates

/**
 * The certificates (DER) that this machine's system trusts; empty where no store is found. What is no certificate to our
 * reader is left out: a store holds what others put there.
 */
export async function systemCertificates(
  bundles: readonly string[] = BUNDLES,
  native: typeof fromNode = fromNode,
): Promise<readonly Uint8Array[]> {
  const [{ readPem }, { readCertificate }, { readOrNothing }] = await Promise.all([
    import('../sign/pem.ts'),
    import('../sign/certificate.ts'),
    import('../sign/revocation.ts'),
  ])
  const known = native?.('system') ?? []
  const text = known.length > 0 ? new TextEncoder().encode(known.join('\n')) : await firstOf(bundles)
  return readPem(text).flatMap(({ bytes }) => readOrNothing(readCertificate, bytes).map((each) => each.bytes))
}

async function firstOf(bundles: readonly string[]): Promise<Uint8Array> {
  for (const path of bundles) {
    try {
      return new Uint8Array(await readFile(path))
    } catch {}
  }
  return new Uint8Array()
}
