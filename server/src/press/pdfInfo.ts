import type { GongwenDocument } from '../model/document.ts'
import { metadataOf } from '../model/metadata.ts'
import type { PdfInfo } from '../render/pdf.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.join('、') || undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

/**
 * What the PDF says of itself.
 * @throws {Failure} `secret-source` when the source of a document with 密级 is to be attached
 */
export function pdfInfo(
  document: GongwenDocument,
  source: string,
  options: { readonly epoch: number; readonly attachSource: boolean },
): PdfInfo {
  if (options.attachSource && document.head.secrecy) {
    // Comments and reasons of ignored findings would leave the office with it.
    throw new Failure('secret-source', message('有密级的公文不能把源文件附在 PDF 里。请去掉这个选项。'))
  }
  const title =
    document.main.title?.value.join('') ?? textOf(document.head.orderNumber?.value) ?? fileName(document.uri)
  const subject = textOf(document.head.docNumber?.value)
  return {
    title,
    author: document.issuers.map((issuer) => issuer.value).join('、'),
    ...(subject !== undefined && { subject }),
    ...(document.genre && { keywords: document.genre.value }),
    metadata: metadataOf(document),
    created: new Date(options.epoch * 1000),
    ...(options.attachSource && {
      attachment: { name: fileName(document.uri), bytes: new TextEncoder().encode(source) },
    }),
  }
}
