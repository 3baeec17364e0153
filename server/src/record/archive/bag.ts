import type { Crypto, DigestName } from '../../ports/crypto.ts'
import { hex } from '../../text/hex.ts'

/** A file of a package; its path has `/` between folders. */
export interface BagFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Manifests of a bag, by the names that RFC 8493 2.4 wants; SM3 is the one that Chinese archives ask for. */
export const MANIFESTS = [
  ['sha256', 'SHA-256'],
  ['sha512', 'SHA-512'],
  ['sm3', 'SM3'],
] as const satisfies readonly (readonly [name: string, digest: DigestName])[]

/** A signature over {@link SIGNED_FILE}: through it over everything. It stands in no manifest, for it is made last. */
export const SIGNATURE_FILE = 'signature.p7s'
export const SIGNED_FILE = 'tagmanifest-sha512.txt'

/** RFC 8493 2.1.1 */
export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/**
 * A bag (RFC 8493) of a payload: the payload under `data/`, a manifest for each digest, and manifests of the manifests.
 * @param info fields of `bag-info.txt`, in their order
 */
export async function packBag(
  payload: readonly BagFile[],
  info: readonly (readonly [label: string, value: string])[],
  crypto: Crypto,
): Promise<readonly BagFile[]> {
  const data = payload.map(({ path, bytes }) => ({ path: `data/${path}`, bytes })).sort(byPath)
  const size = data.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const fields = [...info, ['Payload-Oxum', `${size}.${data.length}`] as const]
  const tags = [
    textFile('bag-info.txt', fields.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('')),
    textFile('bagit.txt', DECLARATION),
    ...(await manifests('manifest', data, crypto)),
  ]
  return [...data, ...tags, ...(await manifests('tagmanifest', tags, crypto))].sort(byPath)
}

/** By code units: the same on every machine. */
function byPath(a: BagFile, b: BagFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

function oneLine(value: string): string {
  return value.replace(/\s*[\r\n]+\s*/g, ' ')
}

function textFile(path: string, text: string): BagFile {
  return { path, bytes: new TextEncoder().encode(text) }
}

async function manifests(kind: string, files: readonly BagFile[], crypto: Crypto): Promise<readonly BagFile[]> {
  const all: BagFile[] = []
  for (const [name, digest] of MANIFESTS) {
    const lines: string[] = []
    for (const { path, bytes } of [...files].sort(byPath)) {
      lines.push(`${hex(await crypto.digest(digest, bytes))}  ${escapePath(path)}\n`)
    }
    all.push(textFile(`${kind}-${name}.txt`, lines.join('')))
  }
  return all
}

/** RFC 8493 2.1.3: line ends and the percent sign. */
function escapePath(path: string): string {
  return path.replace(/[%\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

export function unescapePath(path: string): string {
  return path.replace(/%(25|0[dD]|0[aA])/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
