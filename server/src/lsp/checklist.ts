import { checklist } from '../features/checklist.ts'
import { answer } from './answer.ts'
import { toRange } from './place.ts'
import type { ChecklistRequest } from './protocol.ts'
import type { Session } from './session.ts'

/** 核稿清单. */
export function answerChecklist(session: Session): void {
  session.connection.onRequest(
    'hongtou/checklist' satisfies ChecklistRequest['method'],
    answer(session, null, async ({ uri }: ChecklistRequest['params']): Promise<ChecklistRequest['result']> => {
      const reading = await session.workspace.read(uri)
      if (!reading) return null
      return checklist(reading.document, session.surroundings(uri)).map(({ findings, ...item }) => ({
        ...item,
        ranges: findings.map(({ span }) => toRange(reading.snapshot, span)),
      }))
    }),
  )
}
