import { diagnostics } from '../features/diagnostics.ts'
import { findRule } from '../rules/registry.ts'
import { message } from '../text/message.ts'
import { answer } from './answer.ts'
import { toRange } from './place.ts'
import type { FindingsRequest } from './protocol.ts'
import type { Session } from './session.ts'

/** Problems that come from no rule: of the dialect itself. */
const DIALECT = '写法'

/** 校对: what is marked in the text, by group. */
export function answerFindings(session: Session): void {
  session.connection.onRequest(
    'hongtou/findings' satisfies FindingsRequest['method'],
    answer(session, null, async ({ uri }: FindingsRequest['params']): Promise<FindingsRequest['result']> => {
      const reading = await session.workspace.read(uri)
      if (!reading) return null
      return diagnostics(reading.document, session.surroundings(uri)).map((finding) => {
        const info = findRule(finding.rule)
        return {
          rule: finding.rule,
          severity: finding.severity,
          message: session.say(finding.message),
          clause: info ? session.say(message(info.clause)) : '',
          group: session.say(message(info?.group ?? DIALECT)),
          range: toRange(reading.snapshot, finding.span),
        }
      })
    }),
  )
}
