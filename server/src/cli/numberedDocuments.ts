import type { GongwenDocument } from '../model/document.ts'
import { readSeriesNumber, type SeriesNumber } from '../model/seriesNumber.ts'
import { textOfElement } from '../model/text.ts'
import { digestDocument } from '../record/digests.ts'
import type { DocumentDigest } from '../record/entry.ts'
import type { RegisteredDocument } from '../record/register/registerEntry.ts'
import type { Uri } from '../text/finding.ts'
import { pathFrom } from '../text/uri.ts'
import { filesIn, SOURCE_EXTENSION } from '../workspace/sourceFiles.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import type { Host } from './host.ts'

/** A document in a folder that has its number. */
export interface NumberedDocument {
  readonly uri: Uri
  readonly number: SeriesNumber
  readonly registered: (register: Uri) => RegisteredDocument
}

/** A document as a register names it. */
export function registeredAs(
  register: Uri,
  uri: Uri,
  { main }: Pick<GongwenDocument, 'main'>,
  { sha256, sm3 }: DocumentDigest,
): RegisteredDocument {
  const title = main.title?.value.join('')
  return { file: pathFrom(register, uri) ?? uri, ...(title ? { title } : {}), document: { sha256, sm3 } }
}

/** The documents of a folder, and of those in it, whose 发文字号 are whole; 定稿 that are kept beside them are none. */
export async function numberedDocuments(host: Host, folder: Uri): Promise<readonly NumberedDocument[]> {
  const workspace = createWorkspace(host.files)
  const found: NumberedDocument[] = []
  for await (const uri of filesIn(host.files.list, folder)) {
    if (!uri.endsWith(SOURCE_EXTENSION)) continue
    const document = await workspace.peek(uri)
    const number = document && readSeriesNumber(textOfElement(document.head.docNumber))
    const snapshot = number && (await workspace.look(uri))
    if (!snapshot) continue
    const digest = await digestDocument(snapshot.text, host.crypto)
    found.push({ uri, number, registered: (register) => registeredAs(register, uri, document, digest) })
  }
  return found
}
