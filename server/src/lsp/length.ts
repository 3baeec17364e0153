import { mainLength } from '../rules/readings/lengthLimit.ts'
import { answer } from './answer.ts'
import type { LengthRequest } from './protocol.ts'
import type { Session } from './session.ts'

/** 字数 and 页数. No page is made to be counted: what has not been looked at has none yet. */
export function answerLength(session: Session): void {
  session.connection.onRequest(
    'hongtou/length' satisfies LengthRequest['method'],
    answer(session, null, async ({ uri }: LengthRequest['params']): Promise<LengthRequest['result']> => {
      const reading = await session.workspace.read(uri)
      if (!reading) return null
      return { characters: mainLength(reading.document), pages: session.layouts.get(uri)?.pages ?? null }
    }),
  )
}
