import { displayWidth } from './displayWidth.ts'
import type { Terminal } from './host.ts'

const CLEAR_LINE = '\r\u001B[K'

/** More columns than this may run into a second line, which would not be cleared. */
const WIDEST = 76

/** A line on the terminal that says what is being done, and is gone when that is done. */
export interface Progress {
  show(text: string): void
  clear(): void
}

/** Silent where nobody watches. */
export function createProgress(terminal: Pick<Terminal, 'err' | 'errIsTerminal'>): Progress {
  let shown = false
  return {
    show(text) {
      if (!terminal.errIsTerminal) return
      terminal.err(`${shown ? CLEAR_LINE : ''}${endOf(text)}…`)
      shown = true
    },
    clear() {
      if (shown) terminal.err(CLEAR_LINE)
      shown = false
    },
  }
}

/** Of a text too wide for a line the end: there the numbers are. */
function endOf(text: string): string {
  if (displayWidth(text) <= WIDEST) return text
  const characters = [...text]
  while (displayWidth(characters.join('')) > WIDEST) characters.shift()
  return `…${characters.join('')}`
}

/** Says what is being done while it is being done. */
export async function withProgress<T>(terminal: Terminal, what: string, work: () => Promise<T>): Promise<T> {
  const progress = createProgress(terminal)
  progress.show(what)
  try {
    return await work()
  } finally {
    progress.clear()
  }
}
