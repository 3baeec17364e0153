import { latin1 } from '../../server/src/pdf/lexer.ts'
import { appendRevision, SAMPLE } from '../pdf/samplePdf.ts'
import { faultyCms, patch, withCms } from './signing.ts'

const ROOM = 4096
const RANGE = `[${' '.repeat(38)}]`

/**
 * Signs one of the sample's fields without our `sign`, as another program might.
 * @param entries further entries of the signature dictionary, such as /Reference
 */
export async function signByHand(
  pdf: Uint8Array,
  { field, value, entries = '' }: { readonly field: 6 | 7; readonly value: number; readonly entries?: string },
): Promise<Uint8Array> {
  const widget = (SAMPLE[field] as string).replace(/>>$/, `/V ${value} 0 R >>`)
  const contents = `<${'0'.repeat(ROOM * 2)}>`
  const signature = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${entries} /ByteRange ${RANGE} /Contents ${contents} >>`
  const blank = appendRevision(pdf, { [field]: widget, [value]: signature })
  const start = latin1(blank).lastIndexOf(contents)
  const end = start + contents.length
  const range = `[0 ${start} ${end} ${blank.length - end}`.padEnd(RANGE.length - 1)
  return withCms(patch(blank, RANGE, `${range}]`), (content, signer) => faultyCms(content, signer, {}))
}
