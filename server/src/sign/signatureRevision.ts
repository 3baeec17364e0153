import type { PdfFile, PdfView } from '../pdf/file.ts'
import { fromLatin1, latin1 } from '../pdf/lexer.ts'
import {
  array,
  dictionary,
  isDictionary,
  isReference,
  name,
  type PdfObject,
  type PdfReference,
  type PdfVerbatim,
  withEntries,
} from '../pdf/objects.ts'
import { createUpdate, type Update } from '../pdf/update.ts'
import type { Crypto } from '../ports/crypto.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { readSignatureFields } from './fields.ts'
import { readPermission } from './permission.ts'

/** What a revision with a signature in it is made of. */
export interface SignatureRevision {
  /** Entries of the signature dictionary but ByteRange and Contents. */
  readonly entries: Readonly<Record<string, PdfObject | undefined>>
  /** Bytes kept for /Contents. */
  readonly room: number
  /** What the revision's /ID is made of: the same for the same input. */
  readonly seed: string
  /** Makes it a certification: what may still be changed (ISO 32000-1 12.8.2.2). */
  readonly certify?: 1 | 2 | 3 | undefined
  /** Ties the value to a field, whose name it returns. */
  place(update: Update, view: PdfView, value: PdfReference): string
  /** The signature over all bytes but the gap. */
  sign(content: Uint8Array): Promise<Uint8Array>
}

/** `[0 a b c]` with ten digits a number, so that it can be filled in after the file's length is known. */
const BYTE_RANGE_WIDTH = 40

/**
 * Appends a signature as a new revision; all earlier bytes stay as they are.
 * @throws Failure `sign-locked`, `sign-certify-late`, and what `place` and `sign` throw
 */
export async function appendSignature(file: PdfFile, revision: SignatureRevision, crypto: Crypto): Promise<Uint8Array> {
  const view = file.view()
  const update = createUpdate(file)
  const { entries, room, seed, certify } = revision
  if (certify) refuseLate(view)
  const value = update.add(
    dictionary({
      ...entries,
      ByteRange: blank('byteRange', `[${' '.repeat(BYTE_RANGE_WIDTH - 2)}]`),
      Contents: blank('contents', `<${'0'.repeat(room * 2)}>`),
      Reference: certify && array([certification(certify)]),
    }),
  )
  refuseLocked(view, revision.place(update, view, value))
  if (certify) nameCertification(update, view, value)
  const id = (await crypto.digest('SHA-256', fromLatin1(seed))).subarray(0, 16)
  const { bytes, marks } = update.write(id)
  const start = marks.get('contents') as number
  const gap = { start, end: start + room * 2 + 2 }
  bytes.set(fromLatin1(formatByteRange(gap, bytes.length)), marks.get('byteRange') as number)
  await fillGap(bytes, gap, (content) => revision.sign(content))
  return bytes
}

function blank(mark: string, text: string): PdfVerbatim {
  return { kind: 'verbatim', bytes: fromLatin1(text), mark }
}

function certification(level: 1 | 2 | 3): PdfObject {
  const parameters = dictionary({ Type: name('TransformParams'), P: level, V: name('1.2') })
  return dictionary({ Type: name('SigRef'), TransformMethod: name('DocMDP'), TransformParams: parameters })
}

/** The catalog names the certification (12.8.4), which nobody may do after somebody has signed. */
function nameCertification(update: Update, view: PdfView, value: PdfReference): void {
  const root = view.trailer.entries.get('Root')
  const catalog = update.read(root)
  if (!isReference(root) || !isDictionary(catalog)) return
  const old = update.read(catalog.entries.get('Perms'))
  const permissions = withEntries(isDictionary(old) ? old : dictionary({}), { DocMDP: value })
  update.replace(root, withEntries(catalog, { Perms: permissions }))
}

function refuseLate(view: PdfView): void {
  const signed = readSignatureFields(view).find(({ value }) => isDictionary(view.resolve(value)))
  if (signed)
    throw new Failure(
      'sign-certify-late',
      message('文件已有签章“{0}”。只有第一个签章可以规定此后许改什么。', visibleText(signed.name)),
    )
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
  const signature = await sign(bytes.subarray(0, start + rest.length))
  if (signature.length * 2 > end - start - 2)
    throw new Failure('sign-room', message('签名数据有 {0} 字节，预留的空间放不下。', signature.length))
  bytes.set(fromLatin1(`<${'0'.repeat(end - start - 2)}>`), start)
  bytes.set(toHex(signature), start + 1)
  bytes.set(rest, end)
}

/** Half of the /ID's seed: what names a certificate. */
export function seedOf(...parts: readonly (string | number | Uint8Array)[]): string {
  return parts.map((part) => (part instanceof Uint8Array ? latin1(part) : String(part))).join(' ')
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
