import { checklist } from '../features/checklist.ts'
import { message } from '../text/message.ts'
import { answer } from './answer.ts'
import { toRange } from './place.ts'
import type { ChecklistRequest } from './protocol.ts'
import type { Session } from './session.ts'

/** 核稿清单. */
export function answerChecklist(session: Session): void {
  const { connection, say } = session
  connection.onRequest(
    'hongtou/checklist' satisfies ChecklistRequest['method'],
    answer(session, null, async ({ uri }: ChecklistRequest['params']): Promise<ChecklistRequest['result']> => {
      const reading = await session.workspace.read(uri)
      if (!reading) return null
      return checklist(reading.document, session.surroundings(uri)).map(({ findings, state, ...item }) => ({
        key: item.text,
        state,
        group: say(message(item.group)),
        text: say(message(item.text)),
        clause: say(message(item.clause)),
        ...(item.reason === undefined ? {} : { reason: say(message(item.reason)) }),
        ranges: findings.map(({ span }) => toRange(reading.snapshot, span)),
      }))
    }),
  )
}
