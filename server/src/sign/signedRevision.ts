import { openPdf } from '../pdf/file.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { readCoverage } from './coverage.ts'
import { findSignatures } from './history.ts'

/**
 * The file as it was when a signature was made: byte for byte what its range covers, and no more.
 * @param wanted name of the signature's field as `verify` shows it, or its place in the list, from 1
 * @throws Failure `pdf-…`, `verify-no-signature`, or `verify-partial` for a signature that covers no whole revision
 */
export function signedRevision(pdf: Uint8Array, wanted: string): Uint8Array {
  const file = openPdf(pdf)
  const found = findSignatures(file)
  const signature = found.findLast(({ field }) => visibleText(field) === wanted) ?? found[ordinal(wanted) - 1]
  if (!signature) {
    const names = found.map(({ field }) => `“${visibleText(field)}”`).join('、')
    throw new Failure(
      'verify-no-signature',
      found.length === 0
        ? message('文件没有签章，取不出签章时的版本。')
        : message('文件里没有签章“{0}”，只有{1}。', visibleText(wanted), names),
    )
  }
  const { range, revision } = readCoverage(signature.signature, file)
  if (!range || revision === undefined)
    throw new Failure(
      'verify-partial',
      message('签章“{0}”没有覆盖完整的一版文件，取不出签章时的版本。', visibleText(signature.field)),
    )
  return pdf.slice(0, range.end)
}

function ordinal(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0
}
