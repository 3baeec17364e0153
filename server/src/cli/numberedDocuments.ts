import { numberOf, registeredAs } from '../record/register/numberDocument.ts'
import type { RegisteredDocument } from '../record/register/registerEntry.ts'
import type { Uri } from '../text/finding.ts'
import { pathFrom } from '../text/uri.ts'
import { filesIn, SOURCE_EXTENSION } from '../workspace/sourceFiles.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import type { Host } from './host.ts'

/** A document in a folder that has its number. */
export interface NumberedDocument {
  readonly uri: Uri
  readonly number: NonNullable<ReturnType<typeof numberOf>>
  readonly registered: RegisteredDocument
}

/**
 * The documents of a folder, and of those in it, whose 发文字号 are whole.
 * @param register by which they are named
 */
export async function numberedDocuments(host: Host, folder: Uri, register: Uri): Promise<readonly NumberedDocument[]> {
  const workspace = createWorkspace(host.files)
  const found: NumberedDocument[] = []
  for await (const uri of filesIn(host.files.list, folder)) {
    if (!uri.endsWith(SOURCE_EXTENSION)) continue
    const reading = await workspace.peek(uri)
    const number = reading && numberOf(reading.document)
    if (!number) continue
    const { snapshot, document } = reading
    const numberable = { file: pathFrom(register, uri) ?? uri, text: snapshot.text, document }
    found.push({ uri, number, registered: await registeredAs(numberable, host.crypto) })
  }
  return found
}
