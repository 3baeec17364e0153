import type { PdfView } from '../pdf/file.ts'
import { isString } from '../pdf/objects.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { DRAWN_SEAL } from './appearance.ts'
import type { Certificate } from './certificate.ts'
import { type FormField, readSignatureFields } from './fields.ts'
import { problem } from './problem.ts'
import { markedName } from './testMark.ts'
import { readTextString } from './textString.ts'

/** 署名 beside which the typesetter left the field; undefined for fields of other programs, whose /TU says other things. */
export function signatoryOf({ dictionary }: FormField, view: PdfView): string | undefined {
  const label = view.resolve(dictionary.entries.get('TU'))
  return dictionary.entries.has(DRAWN_SEAL) && isString(label) ? readTextString(label.bytes) : undefined
}

/** Whether a certificate is that of an organ or person: by its common name or organisation; a test mark does not count. */
export function isHeldBy({ commonName, organs }: Certificate, signatory: string | undefined): boolean {
  return signatory !== undefined && [commonName, ...organs].some((name) => plain(name) === plain(signatory))
}

/** Programs and people set spaces between the characters of short names. */
function plain(name: string): string {
  return markedName(name.replace(/\s/g, ''))
}

/** Whether the right organ signed beside a 署名; undefined where the field is none of ours. */
export function judgeSignatory(
  name: string,
  view: PdfView,
  certificate: Certificate,
): { readonly ok: boolean; readonly problems: readonly Finding[] } | undefined {
  const field = readSignatureFields(view).find((each) => each.name === name)
  const signatory = field && signatoryOf(field, view)
  if (signatory === undefined) return undefined
  if (isHeldBy(certificate, signatory)) return { ok: true, problems: [] }
  const text = message('签章位置留给署名“{0}”，签章用的却是“{1}”的证书。', signatory, certificate.commonName)
  return { ok: false, problems: [problem('sign-signatory', 'warning', text)] }
}
