import { type Complaint, complaintOf } from './failureText.ts'
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
  /** The same for an error that happened elsewhere. */
  tell(complaint: Complaint): void
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
      session.tell(complaintOf(error, host.toPath))
    },
    tell({ sentence, stack }) {
      host.terminal.err(`错误：${sentence}\n`)
      if (session.verbose) host.terminal.err(`${stack}\n`)
    },
  }
  return session
}
