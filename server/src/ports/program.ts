/** Why a program gave no answer. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError'
  constructor(
    readonly code: 'missing' | 'failed' | 'slow' | 'too-large',
    cause?: unknown,
  ) {
    super(code, { cause })
  }
}

/**
 * Runs a program that the user has named, without a shell: bytes in, bytes out. What it prints to standard error goes to
 * the terminal, where it may ask for a PIN. Failures reject with a {@link ProgramError}.
 */
export type RunProgram = (
  command: readonly string[],
  input: Uint8Array,
  bounds: { readonly milliseconds: number; readonly bytes: number },
) => Promise<Uint8Array>
