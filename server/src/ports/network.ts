/** Why a server gave no answer. */
export type NetworkErrorCode = 'address' | 'unreachable' | 'slow' | 'refused' | 'too-large'

export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  constructor(
    readonly code: NetworkErrorCode,
    readonly url: string,
    cause?: unknown,
  ) {
    super(`${code}: ${url}`, { cause })
  }
}

/** What is sent with a POST. */
export interface Question {
  readonly body: Uint8Array
  /** Media types of what is sent and of what is wanted. */
  readonly type: string
  readonly accept: string
}

/**
 * The only way off the machine: http and https, to servers that the user named or, on request, that a certificate names.
 * Failures reject with a {@link NetworkError}.
 */
export interface Network {
  /**
   * @param question what to POST; GET when absent
   * @param bounds how long to wait in all, and how many bytes an answer may have
   */
  ask(
    url: string,
    question: Question | undefined,
    bounds: { readonly milliseconds: number; readonly bytes: number },
  ): Promise<Uint8Array>
}
