import type { MessagePort } from 'node:worker_threads'
import { type PlainError, toPlainError } from './pressMessages.ts'

/** A method to run, asked for by another thread. */
export interface Asked {
  readonly method: string
  readonly given: readonly unknown[]
  /** Nobody waits for an answer. */
  readonly silent?: true
}

export type FromThread = { readonly value: unknown } | { readonly error: PlainError }

/** The thread's side: runs methods one after another, each when the one before it is done, and answers in that order. */
export function serveMethods(port: MessagePort, methods: object): void {
  const run = async ({ method, given }: Asked): Promise<FromThread> => {
    try {
      const work = (methods as Record<string, (...given: readonly unknown[]) => unknown>)[method]
      return { value: await work?.(...given) }
    } catch (error) {
      return { error: toPlainError(error) }
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  port.on('message', (asked: Asked) => {
    last = last.then(async () => {
      const answer = await run(asked)
      if (!asked.silent) port.postMessage(answer)
    })
  })
}
