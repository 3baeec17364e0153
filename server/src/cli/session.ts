import { describeError, stackOf } from './failureText.ts'
import type { Host } from './host.ts'

/** One run of the program: its host, its exit code and how it complains. */
export interface Session {
  readonly host: Host
  exitCode: number
  verbose: boolean
  /** Runs a command's work and keeps its exit code. */
  run(work: (host: Host) => Promise<number>): Promise<void>
  /** Tells people of an error; stacks only with `--verbose`. */
  complain(error: unknown): void
}

export function createSession(host: Host): Session {
  const session: Session = {
    host,
    exitCode: 0,
    verbose: false,
    async run(work) {
      session.exitCode = await work(host)
    },
    complain(error) {
      host.terminal.err(`错误：${describeError(error, host)}\n`)
      if (session.verbose) host.terminal.err(`${stackOf(error)}\n`)
    },
  }
  return session
}
