import {
  type CancellationToken,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver'
import { failureSentence } from '../features/failureSentence.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Session } from './session.ts'

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>

/**
 * Wraps the handler of a request that the user did not type: on failure the editor gets `otherwise`, the user one sentence.
 * Whatever happens, the connection goes on.
 */
export function answer<P, R>(session: Session, otherwise: R, handler: Handler<P, R>): Handler<P, R> {
  return async (params, token) => {
    try {
      return await handler(params, token)
    } catch (error) {
      if (error instanceof ResponseError) throw error
      tell(session, error)
      return otherwise
    }
  }
}

/** Wraps the handler of a request that a person waits for: its failure is the answer, as a sentence. */
export function answerOrFail<P, R>(session: Session, handler: Handler<P, R>): Handler<P, R> {
  return async (params, token) => {
    try {
      return await handler(params, token)
    } catch (error) {
      if (error instanceof ResponseError) throw error
      // For a request without parameters the library gives the token in their place.
      if (token?.isCancellationRequested) throw cancelled()
      throw new ResponseError(LSPErrorCodes.RequestFailed, session.say(sentenceOf(session, error)))
    }
  }
}

/** Runs what answers nobody; a failure is told to the user. */
export async function run(session: Session, job: () => void | Promise<void>): Promise<void> {
  try {
    await job()
  } catch (error) {
    tell(session, error)
  }
}

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, '')
}

const lastTold = new WeakMap<Session, string>()

/** Once: the same trouble at every key stroke would bury the editor in messages. */
function tell(session: Session, error: unknown): void {
  const text = session.say(sentenceOf(session, error))
  if (lastTold.get(session) === text) return
  lastTold.set(session, text)
  // The library's `showErrorMessage` is a request, which an editor may refuse; nobody waits for an answer here.
  void session.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: text })
}

function sentenceOf(session: Session, error: unknown): Message {
  const sentence = failureSentence(error)
  if (sentence) return sentence
  const reason = error instanceof Error ? error.message : String(error)
  session.connection.console.error(reason)
  return message('红头内部出错：{0}。文档没有改动；请把这句话附在问题报告里。', reason)
}
