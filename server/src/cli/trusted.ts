import { readCertificates } from '../features/certificates.ts'
import type { Host } from './host.ts'

const CERTIFICATE_LIMIT = 2_000_000

/** The certificates (DER) in the files that the user trusts. */
export async function readTrusted(host: Host, paths: readonly string[]): Promise<readonly Uint8Array[]> {
  const files = await Promise.all(
    paths.map(async (path) => {
      const uri = host.toUri(path)
      return readCertificates(await host.files.read(uri, CERTIFICATE_LIMIT), host.toPath(uri))
    }),
  )
  return files.flat()
}
