import type { GongwenDocument } from '../../model/document.ts'
import { setEntry } from '../../model/frontMatterEdits.ts'
import { readSeriesNumber, type SeriesNumber } from '../../model/seriesNumber.ts'
import { textOfElement } from '../../model/text.ts'
import type { Crypto } from '../../ports/crypto.ts'
import { applyEdits } from '../../text/edit.ts'
import { Failure } from '../../text/failure.ts'
import { message } from '../../text/message.ts'
import { digestDocument, isSameDocument } from '../digests.ts'
import type { DocumentDigest } from '../entry.ts'
import { chooseNumber, type Gift } from './giveNumber.ts'
import { type Register, writtenNumber } from './register.ts'
import type { RegisteredDocument } from './registerEntry.ts'
import { wishOf } from './wish.ts'

/** A 公文 and where it is. */
export interface Numberable {
  /** Path from the folder of the register. */
  readonly file: string
  readonly text: string
  readonly document: GongwenDocument
  /** How its process log ends; absent where it has none. */
  readonly log?: readonly string[]
}

/** What a clerk says beside the document. */
export interface NumberRequest {
  /** `某政函` or `某政函〔2026〕`. */
  readonly series?: string
  readonly number?: number
  /** Why numbers are left out. */
  readonly reason?: string
  readonly thisYear: number
}

/** A number for a document, and the document with it. */
export interface Numbering {
  /** `某政发〔2026〕5号` */
  readonly number: string
  readonly deeds: Gift['deeds']
  readonly text: string
  readonly digest: DocumentDigest
}

/**
 * The number that a document gets; of its text only 发文字号 changes.
 * @throws Failure `number-place` where that cannot be made sure, and what choosing a number may say
 */
export async function numberDocument(
  register: Register,
  numberable: Numberable,
  request: NumberRequest,
  crypto: Crypto,
): Promise<Numbering> {
  const { document, text: before, file } = numberable
  const wish = wishOf(document, request, request.thisYear)
  const registered = await registeredAs(numberable, crypto)
  const { number, deeds } = chooseNumber(register, {
    ...wish,
    ...registered,
    ...(request.reason === undefined ? {} : { reason: request.reason }),
  })
  const written = writtenNumber(wish.series, number)
  const edit = setEntry(document.tree, '发文字号', [written])
  const text = edit ? applyEdits(before, [edit]) : before
  const digest = await digestDocument(text, crypto)
  // Of front matter with values over several lines nobody can tell that nothing else changes.
  if (!isSameDocument(registered.document, digest) || digest.number !== written)
    throw new Failure(
      'number-place',
      message(
        '{0} 的前置信息不是一行一项写的（或者没有前置信息），没有地方单独写发文字号。请改成一行一项，写上“发文字号:”再登记。',
        file,
      ),
    )
  return { number: written, deeds, text, digest }
}

/** A document as the register names it. */
export async function registeredAs(
  { file, text, document, log }: Numberable,
  crypto: Crypto,
): Promise<RegisteredDocument> {
  const title = document.main.title?.value.join('')
  const { sha256, sm3 } = await digestDocument(text, crypto)
  return { file, ...(title ? { title } : {}), document: { sha256, sm3 }, ...(log ? { log } : {}) }
}

/** The 发文字号 of a document, once it is whole. */
export function numberOf({ head }: GongwenDocument): SeriesNumber | undefined {
  return readNumber(textOfElement(head.docNumber))
}

/** A 发文字号 as people write it. */
export function readNumber(text: string): SeriesNumber | undefined {
  return readSeriesNumber(text)
}
