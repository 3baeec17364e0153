import { readCertificates } from '../features/certificates.ts'
import { FileError } from '../ports/files.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Host } from './host.ts'

const CERTIFICATE_LIMIT = 2_000_000
const CERTIFICATE = /\.(?:pem|crt|cer|der)$/i

/** In place of a path: all that the system trusts. A file of this name is written ./system. */
const SYSTEM = 'system'
export const TRUST_HELP = '信任的证书（PEM 或 DER），或者放证书的文件夹，可写多次；写 system 是操作系统信任的证书'

/**
 * The certificates (DER) that the user trusts: in files, in all certificate files of a folder, or of the system.
 * @throws Failure `no-certificate`
 */
export async function readTrusted(host: Host, paths: readonly string[]): Promise<readonly Uint8Array[]> {
  const named = await readCertificateFiles(
    host,
    paths.filter((path) => path !== SYSTEM),
  )
  if (!paths.includes(SYSTEM)) return named
  const known = await host.systemCertificates()
  if (known.length > 0) return [...named, ...known]
  throw new Failure('no-certificate', message('没有找到操作系统信任的证书。请用 --trust 指定证书文件。'))
}

/** Certificates (DER) in files, or in all certificate files of a folder. */
export async function readCertificateFiles(host: Host, paths: readonly string[]): Promise<readonly Uint8Array[]> {
  const uris = (await Promise.all(paths.map((path) => filesOf(host, host.toUri(path))))).flat()
  const files = await Promise.all(
    uris.map(async (uri) => readCertificates(await host.files.read(uri, CERTIFICATE_LIMIT), host.toPath(uri))),
  )
  return files.flat()
}

/** @throws Failure `no-certificate` for a folder without any */
async function filesOf(host: Host, uri: Uri): Promise<readonly Uri[]> {
  try {
    await host.files.read(uri, CERTIFICATE_LIMIT)
    return [uri]
  } catch (error) {
    if (!(error instanceof FileError && error.code === 'folder')) throw error
  }
  const found = (await host.files.list(uri)).filter(({ name, folder }) => !folder && CERTIFICATE.test(name))
  if (found.length > 0) return found.map(({ name }) => `${uri.replace(/\/$/, '')}/${encodeURIComponent(name)}`).sort()
  throw new Failure(
    'no-certificate',
    message('文件夹 {0} 里没有证书文件（.pem、.crt、.cer、.der）。', host.toPath(uri)),
  )
}
