import type { Press } from '../press/press.ts'
import { Failure } from '../text/failure.ts'
import type { Message, Uri } from '../text/finding.ts'

/** Methods that answer; `update` and `close` do not. */
export type Job = Exclude<keyof Press, 'update' | 'close'>

/** The arguments of a job without its signal, which cannot cross into a worker. */
export type JobArguments = readonly unknown[]

export type ToWorker =
  | { readonly kind: 'update'; readonly arguments: Parameters<Press['update']> }
  | { readonly kind: 'job'; readonly id: number; readonly job: Job; readonly arguments: JobArguments }
  | { readonly kind: 'abort'; readonly id: number }

export type FromWorker =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: PlainError }

/** An error as data: structured cloning would lose a Failure's code and sentence. */
export interface PlainError {
  readonly message: string
  readonly stack?: string
  readonly failure?: { readonly code: string; readonly sentence: Message }
}

export function toPlainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { message: String(error) }
  const failure = error instanceof Failure ? { failure: { code: error.code, sentence: error.sentence } } : {}
  return { message: error.message, ...(error.stack !== undefined && { stack: error.stack }), ...failure }
}

export function fromPlainError({ message, stack, failure }: PlainError): Error {
  const error = failure ? new Failure(failure.code, failure.sentence) : new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}

/** What a worker is started with. */
export interface WorkerSetup {
  /** Path of the folder with the bundled faces. */
  readonly bundledFonts: string
  readonly fontMode: 'auto' | 'bundled'
  /** Folders outside of which no image is read. */
  readonly within?: readonly Uri[]
}
