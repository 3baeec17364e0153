import type { Uri } from '../text/finding.ts'

const DOCUMENT_ENDING = /\.gw\.md$/

/** Whether the file is the source of a 公文 by its name, so that others can stand beside it. */
export function isDocument(uri: Uri): boolean {
  return DOCUMENT_ENDING.test(uri)
}

/** A file that belongs to a document, by another ending: `通知.gw.log`, `通知.定稿.md`. */
export function beside(document: Uri, ending: string): Uri {
  return document.replace(DOCUMENT_ENDING, encodeURI(ending))
}
