import { openPdf } from '../pdf/file.ts'
import { readCms } from './cmsReader.ts'
import { certificatesIn } from './gather.ts'
import { readOrNothing } from './revocation.ts'
import { joinData, NO_DATA, readValidationData, type ValidationData } from './validationData.ts'

/**
 * What a signed PDF and detached signatures carry for later verifiers: the certificates of all who signed and of their
 * timestamps, with the chains that stand beside them, and the revocation data of the PDF.
 * @throws Failure `pdf-…`
 */
export function proofOf(pdf: Uint8Array, signatures: readonly Uint8Array[]): ValidationData {
  const detached = signatures.flatMap((each) => readOrNothing(readCms, each))
  const inPdf = certificatesIn(pdf).map(({ bytes }) => bytes)
  const certificates = [...inPdf, ...detached.flatMap((cms) => cms.certificates)]
  return joinData({ ...NO_DATA, certificates }, readValidationData(openPdf(pdf)))
}
