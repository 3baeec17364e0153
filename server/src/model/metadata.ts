import { readDate } from '../standard/dates.ts'
import type { Metadata } from '../standard/metadata.ts'
import { attachmentName } from './attachmentName.ts'
import type { Element, GongwenDocument } from './document.ts'
import { textsOf } from './text.ts'

type Source = Element<string, unknown> | undefined

/** The items of GB/T 33480—2016 of a document. */
export function metadataOf({ head, imprint, main, approvers, genre }: GongwenDocument): Metadata {
  const personal = textsOf(head.signatureForm)[0] === '签名章'
  return {
    identifier: textsOf(head.identifier),
    genre: textsOf(genre),
    copyNumber: textsOf(head.copyNumber),
    secrecy: textsOf(head.secrecy),
    urgency: textsOf(head.urgency),
    issuerMark: textsOf(head.issuerMark),
    docNumber: textsOf(head.docNumber ?? head.orderNumber ?? head.issueNumber),
    approvers: approvers.flatMap(textsOf),
    addressees: textsOf(main.addressee),
    attachments: main.attachments.map(attachmentName).filter((name) => name !== ''),
    signatories: textsOf(personal && head.signedBy ? head.signedBy : head.signatory),
    issueDate: dayOf(head.issueDate),
    notes: textsOf(head.note),
    copyTo: textsOf(imprint.copyTo),
    printer: textsOf(imprint.printer),
    printDate: dayOf(imprint.printDate),
    releaseLevel: textsOf(head.releaseLevel),
  }
}

/** A date as XMP writes it; nothing for a text that is no date. */
function dayOf(element: Source): readonly string[] {
  const [text = ''] = textsOf(element)
  const date = readDate(text.replace(/印发$/, ''))
  if (!date) return []
  const two = (number: number) => String(number).padStart(2, '0')
  return [`${date.year}-${two(date.month)}-${two(date.day)}`]
}
