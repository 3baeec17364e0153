import type { Terminal } from './host.ts'

const CLEAR_LINE = '\r\u001B[K'

/** Says what is being done while it is being done; on a terminal only, and gone when it is done. */
export async function withProgress<T>(terminal: Terminal, what: string, work: () => Promise<T>): Promise<T> {
  if (!terminal.errIsTerminal) return work()
  terminal.err(`${what}…`)
  try {
    return await work()
  } finally {
    terminal.err(CLEAR_LINE)
  }
}
