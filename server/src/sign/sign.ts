import { openPdf } from '../pdf/file.ts'
import { name } from '../pdf/objects.ts'
import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { readCertificate } from './certificate.ts'
import { createCms } from './cms.ts'
import { requireUsable } from './currency.ts'
import type { SigningKey } from './key.ts'
import { isShown, placeSignature, type SignaturePlace } from './place.ts'
import { problem } from './problem.ts'
import { appendSignature, seedOf } from './signatureRevision.ts'
import { dateString, textString } from './textString.ts'

export interface SignatureRequest extends SignaturePlace {
  readonly reason?: string
  readonly location?: string
  /** Makes it a certification: 1 nothing may be changed any more, 2 signing and filling in, 3 annotations too. */
  readonly certify?: 1 | 2 | 3
}

/** Room for the CMS in bytes; B-B needs 2 KB besides the chain. */
const RESERVED = 16_384
/** A timestamp token has 3 to 8 KB. */
export const LARGEST_TOKEN = 16_384

function roomFor({ chain }: SigningKey): number {
  return Math.max(RESERVED, chain.reduce((sum, { length }) => sum + length, 0) + RESERVED / 2)
}

const INVISIBLE = message('文件里没有空的签章位置，签成了不显示的签名，页面上看不到印章。')

/**
 * Appends a PAdES B-B signature (ETSI EN 319 142-1) as a new revision; all earlier bytes stay as they are.
 * @param stamp gives a timestamp token over the signature value, which makes it B-T; undefined leaves it B-B
 * @throws Failure `pdf-…`, `sign-certificate-…`, `sign-key-unsupported`, `sign-locked`, `sign-field-…`, `sign-page`, `sign-seal-…`
 */
export async function signPdf(
  pdf: Uint8Array,
  key: SigningKey,
  request: SignatureRequest,
  { crypto, clock }: { readonly crypto: Crypto; readonly clock: Clock },
  stamp?: (signature: Uint8Array) => Promise<Uint8Array | undefined>,
  note?: (finding: Finding) => void,
): Promise<Uint8Array> {
  const certificate = readCertificate(key.chain[0] as Uint8Array)
  requireUsable(certificate, clock)
  const file = openPdf(pdf)
  if (!isShown(file.view(), request)) note?.(problem('sign-invisible', 'warning', INVISIBLE))
  const time = dateString(clock.now(), clock.offset())
  const entries = {
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    M: time,
    Name: textString(certificate.commonName),
    Reason: request.reason === undefined ? undefined : textString(request.reason),
    Location: request.location === undefined ? undefined : textString(request.location),
  }
  return appendSignature(
    file,
    {
      entries,
      room: roomFor(key) + (stamp ? LARGEST_TOKEN : 0),
      seed: seedOf(time.bytes, pdf.length, certificate.serial),
      certify: request.certify,
      place: (update, view, value) => placeSignature(update, view, value, request, certificate),
      sign: (content) => createCms(key, certificate, content, crypto, { stamp }),
    },
    crypto,
  )
}
