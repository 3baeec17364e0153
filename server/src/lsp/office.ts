import type { DocumentDigest } from '../record/entry.ts'
import type { ProcessLog } from '../record/log.ts'
import type { CheckedEntry } from '../record/signatures.ts'
import type { ProcessState } from '../record/state.ts'
import type { Message, Uri } from '../text/finding.ts'
import type { ProcessActRequest } from './processProtocol.ts'

/** A document on disk with its log and its flow. */
export interface ProcessFiles {
  readonly log: ProcessLog
  readonly state: ProcessState
  /** Why the flow is not the one that the log goes by. */
  readonly otherFlow?: Message
  readonly text: string
  readonly document: DocumentDigest
  /** The 定稿 beside it, where it is what was settled. */
  readonly settledText?: string
}

/** What is put on record; `key` signs it. */
export type Entered = Omit<ProcessActRequest['params'], 'uri'>

/** With what an archive package is made: addresses of certificate files. */
export interface ArchiveMeans {
  readonly trusted: readonly Uri[]
  readonly key: Entered['key']
}

/** What is done with the log of a document: the same as on the command line, under the same locks. Failures reject. */
export interface Office {
  /** @param flow by its name, or the address of its file */
  read(uri: Uri, flow: string): Promise<ProcessFiles>
  digest(text: string): Promise<DocumentDigest>
  enter(uri: Uri, flow: string, entered: Entered): Promise<void>
  /** @param trusted addresses of certificate files */
  check(files: ProcessFiles, trusted: readonly Uri[]): Promise<readonly CheckedEntry[]>
  /** Writes the 办文单 beside the document. */
  sheet(uri: Uri, flow: string): Promise<Uri>
  /** Writes the archive package beside the document; `key` signs it. */
  archive(uri: Uri, flow: string, means: ArchiveMeans): Promise<Uri>
}
