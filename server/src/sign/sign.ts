import { openPdf, type PdfView } from '../pdf/file.ts'
import { fromLatin1, latin1 } from '../pdf/lexer.ts'
import { dictionary, isDictionary, name, type PdfVerbatim } from '../pdf/objects.ts'
import { createUpdate } from '../pdf/update.ts'
import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { createCms } from './cms.ts'
import { requireUsable } from './currency.ts'
import { readSignatureFields } from './fields.ts'
import type { SigningKey } from './key.ts'
import { readPermission } from './permission.ts'
import { placeSignature, type SignaturePlace } from './place.ts'
import { dateString, textString } from './textString.ts'

export interface SignatureRequest extends SignaturePlace {
  readonly reason?: string
  readonly location?: string
}

/** Room for the CMS in bytes: B-B needs 2 KB, a timestamp some more. */
const RESERVED = 16_384

/** `[0 a b c]` with ten digits a number, so that it can be filled in after the file's length is known. */
const BYTE_RANGE_WIDTH = 40

/**
 * Appends a PAdES B-B signature (ETSI EN 319 142-1) as a new revision; all earlier bytes stay as they are.
 * @throws Failure `pdf-…`, `sign-certificate-…`, `sign-key-unsupported`, `sign-locked`, `sign-field-…`, `sign-page`, `sign-seal-…`
 */
export async function signPdf(
  pdf: Uint8Array,
  key: SigningKey,
  request: SignatureRequest,
  { crypto, clock }: { readonly crypto: Crypto; readonly clock: Clock },
): Promise<Uint8Array> {
  const certificate = readCertificate(key.chain[0] as Uint8Array)
  requireUsable(certificate, clock)
  const file = openPdf(pdf)
  const view = file.view()
  const update = createUpdate(file)
  const room = Math.max(RESERVED, key.chain.reduce((sum, { length }) => sum + length, 0) + RESERVED / 2)
  const time = dateString(clock.now(), clock.offset())
  const value = update.add(
    dictionary({
      Type: name('Sig'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name('ETSI.CAdES.detached'),
      ByteRange: blank('byteRange', `[${' '.repeat(BYTE_RANGE_WIDTH - 2)}]`),
      Contents: blank('contents', `<${'0'.repeat(room * 2)}>`),
      M: time,
      Name: textString(certificate.commonName),
      Reason: request.reason === undefined ? undefined : textString(request.reason),
      Location: request.location === undefined ? undefined : textString(request.location),
    }),
  )
  refuseLocked(view, placeSignature(update, view, value, request))
  const { bytes, marks } = update.write(await revisionId(certificate, time.bytes, pdf.length, crypto))
  const start = marks.get('contents') as number
  const gap = { start, end: start + room * 2 + 2 }
  bytes.set(fromLatin1(formatByteRange(gap, bytes.length)), marks.get('byteRange') as number)
  await fillGap(bytes, gap, (content) => createCms(key, certificate, content, crypto))
  return bytes
}

function blank(mark: string, text: string): PdfVerbatim {
  return { kind: 'verbatim', bytes: fromLatin1(text), mark }
}

/** Earlier signatures that would become invalid by another one. */
function refuseLocked(view: PdfView, target: string): void {
  for (const { name: field, value } of readSignatureFields(view)) {
    const signature = view.resolve(value)
    if (!isDictionary(signature)) continue
    const permission = readPermission(signature, view)
    if (permission.level === 1 || permission.locks(target))
      throw new Failure(
        'sign-locked',
        message(
          '签章“{0}”声明此后不得再作这样的改动，再签章会使它失效。请向其签署人索取未锁定的文件。',
          visibleText(field),
        ),
      )
  }
}

function formatByteRange(gap: { readonly start: number; readonly end: number }, length: number): string {
  return `[0 ${gap.start} ${gap.end} ${length - gap.end}`.padEnd(BYTE_RANGE_WIDTH - 1).concat(']')
}

/**
 * Puts into the gap what is made of all bytes around it. For the time being the short rest behind the gap is moved to
 * its front: a second copy of a file of 100 MB would be felt.
 */
async function fillGap(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  sign: (content: Uint8Array) => Promise<Uint8Array>,
): Promise<void> {
  const rest = bytes.slice(end)
  bytes.set(rest, start)
  const cms = await sign(bytes.subarray(0, start + rest.length))
  bytes.set(fromLatin1(`<${'0'.repeat(end - start - 2)}>`), start)
  bytes.set(toHex(cms), start + 1)
  bytes.set(rest, end)
}

/** Second half of the trailer's /ID: new for every revision, the same for the same input and clock. */
async function revisionId(
  certificate: Certificate,
  time: Uint8Array,
  length: number,
  crypto: Crypto,
): Promise<Uint8Array> {
  const seed = `${latin1(time)} ${length} ${latin1(certificate.serial)}`
  return (await crypto.digest('SHA-256', fromLatin1(seed))).subarray(0, 16)
}

const HEX = fromLatin1('0123456789abcdef')

function toHex(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(bytes.length * 2)
  bytes.forEach((byte, i) => {
    text[i * 2] = HEX[byte >> 4] as number
    text[i * 2 + 1] = HEX[byte & 15] as number
  })
  return text
}
