// Holds messages back while what answers them is still being loaded; they keep their order.
import type { MessageStrategy } from 'vscode-languageserver'

export interface Gate extends MessageStrategy {
  close(): void
  open(): void
}

export function createGate(): Gate {
  let waiting: Promise<void> | undefined
  let release = (): void => {}
  return {
    close() {
      waiting = new Promise((resolve) => {
        release = resolve
      })
    },
    open() {
      waiting = undefined
      release()
    },
    handleMessage: (message, next) => (waiting ? waiting.then(() => next(message)) : next(message)),
  }
}
