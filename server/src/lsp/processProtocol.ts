/** The requests of 办文, as types. */
import type { Method } from './protocol.ts'

/** Who does something, as the user's own settings name him. */
export interface ProcessActor {
  readonly name: string
  readonly organ: string
  readonly post?: string
}

/** Something that was done, as the log says it. `proof` is `signed` while nobody has judged the signature. */
export interface ProcessDeed {
  readonly action: string
  readonly to?: string
  readonly name: string
  readonly organ: string
  readonly post?: string
  readonly time: string
  readonly opinion?: string
  readonly proof: 'unsigned' | 'signed' | 'valid' | 'untrusted' | 'invalid'
  /** Why it counts for nothing. */
  readonly refusal?: string
  /** Name in the certificate, where it is another one. */
  readonly signer?: string
}

export interface ProcessStep {
  readonly name: string
  readonly standing: 'done' | 'due' | 'returned' | 'waiting' | 'skipped'
  readonly optional: boolean
  readonly done: readonly ProcessDeed[]
  /** Whom it waits for; empty where everybody may. */
  readonly next: readonly string[]
  /** Working days. */
  readonly limit?: number
  /**
   * The last day as people write it; working days left, less than none when it is over; whether the 节假日安排 is known; how
   * often it was urged.
   */
  readonly deadline?: {
    readonly due: string
    readonly left: number
    readonly surely: boolean
    readonly urged: number
  }
  /** Absent where it is complete; with a refusal where it is not allowed now. */
  readonly action?: { readonly refusal?: string; readonly settles: boolean; readonly numbers: boolean }
}

/** 办文 of a document: where it stands by its log and its flow. */
export interface ProcessState {
  readonly flow: string
  readonly begun: boolean
  readonly ended: boolean
  readonly standing: string
  readonly steps: readonly ProcessStep[]
  readonly others: readonly ProcessDeed[]
  readonly backTargets: readonly string[]
  /** The text is another one than at the last approval; `lines` are 0-based. */
  readonly change?: { readonly since: string; readonly settled: boolean; readonly lines?: readonly number[] }
  readonly problems: readonly string[]
}

interface AboutProcess {
  readonly uri: string
  readonly actor?: ProcessActor
}

/** 办文 of a document, open or not; null for one that is no file yet. */
export type ProcessRequest = Method<'hongtou/process', AboutProcess, ProcessState | null>

/** Puts on record what was done, as `hongtou record add` does. The password stays in memory for the length of the request. */
export type ProcessActRequest = Method<
  'hongtou/processAct',
  {
    readonly uri: string
    readonly actor: ProcessActor
    readonly action: string
    /** To which step it is sent back. */
    readonly to?: string
    readonly opinion?: string
    /** The next number of the register is given and written into the document. */
    readonly numbered?: boolean
    readonly key?: { readonly p12: string; readonly password: string }
  },
  ProcessState | null
>

/** 核对记录: the log with its signatures; `headline` is the answer in one sentence. */
export type ProcessCheckRequest = Method<
  'hongtou/processCheck',
  AboutProcess & { readonly trusted: readonly string[] },
  { readonly headline: string; readonly sound: boolean; readonly state: ProcessState }
>

/** Makes the 办文单 as PDF, or the archive package; answered with the file. */
export type ProcessMakeRequest = Method<
  'hongtou/processMake',
  {
    readonly uri: string
    readonly kind: 'sheet' | 'archive'
    readonly trusted: readonly string[]
    /** Signs the archive package. */
    readonly key?: { readonly p12: string; readonly password: string }
  },
  { readonly file: string }
>
