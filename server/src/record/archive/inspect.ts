import type { GongwenDocument } from '../../model/document.ts'
import type { Crypto } from '../../ports/crypto.ts'
import type { JudgeSignature } from '../signatures.ts'
import { authenticity } from './authenticity.ts'
import type { BagFile } from './bag.ts'
import type { Inspected, Judged } from './inspected.ts'
import { integrity } from './integrity.ts'
import { metadataChecks } from './metadataChecks.ts'
import { openPackage } from './opened.ts'
import { security } from './security.ts'
import { usability } from './usability.ts'

/** What other rooms know of a package. */
export interface Judges {
  /** Of the 正本. */
  pdf(pdf: Uint8Array): Promise<Judged>
  /** Of the package. */
  file(signature: Uint8Array, content: Uint8Array): Promise<Judged>
  /** Of an entry of the log. */
  readonly entry: JudgeSignature
  /** What is printed on the 正本; undefined where that cannot be read. */
  printed(pdf: Uint8Array): Promise<string | undefined>
  /** A 定稿 by itself, without the settings of any office. */
  read(source: string): GongwenDocument
}

/** 四性检测 of an archive package, item by item. Never throws: what is missing fails its item. */
export async function inspectPackage(
  files: readonly BagFile[],
  judges: Judges,
  crypto: Crypto,
): Promise<readonly Inspected[]> {
  const opened = await openPackage(files, crypto)
  return [
    ...(await authenticity(opened, judges, crypto)),
    ...metadataChecks(opened, judges),
    ...(await integrity(opened, crypto)),
    ...usability(opened),
    ...security(opened),
  ]
}
