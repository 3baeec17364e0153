import type { BagFile } from '../record/archive/bag.ts'
import { unpackZip } from '../record/archive/zip.ts'
import { aboutFiles } from './aboutFiles.ts'
import type { Host } from './host.ts'
import { filled, type Input, readBytes } from './inputs.ts'

const ABOUT_PACKAGE = /^zip-/
const PACKAGE_LIMIT = 2_000_000_000
const LIMITS = { files: 10_000, bytes: 2_000_000_000 }

export interface PackageFile {
  readonly zip: Uint8Array
  readonly files: readonly BagFile[]
}

/** An archive package, unpacked in memory. */
export async function readPackage(host: Host, input: Input): Promise<PackageFile> {
  const zip = filled(await readBytes(host, input, PACKAGE_LIMIT), input.name)
  return { zip, files: await aboutFiles([[ABOUT_PACKAGE, input.name]], async () => unpackZip(zip, LIMITS)) }
}
