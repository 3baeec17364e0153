import { compare } from '../features/compare.ts'
import { answerOrFail } from './answer.ts'
import type { CompareRequest } from './protocol.ts'
import type { Session } from './session.ts'

/** 花脸 of two versions. */
export function answerCompare(session: Session): void {
  session.connection.onRequest(
    'hongtou/compare' satisfies CompareRequest['method'],
    answerOrFail(session, ({ before, after }: CompareRequest['params']) => compare(before, after)),
  )
}
