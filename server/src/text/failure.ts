import type { Message } from './finding.ts'

/**
 * An expected failure: something the user can understand and mend.
 * Rooms throw it with a code for programs and a sentence for people; the edge prints the sentence and never a stack.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
  constructor(
    readonly code: string,
    /** What is wrong, where, and what to do. */
    readonly sentence: Message,
    cause?: unknown,
    /** What to type for it at a command line; an editor has commands of its own and never shows it. */
    readonly commandLine?: Message,
  ) {
    super(code, { cause })
  }
}
