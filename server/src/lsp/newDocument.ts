import { fillTemplate, newChoices } from '../features/newDocument.ts'
import { message } from '../text/message.ts'
import { answerOrFail } from './answer.ts'
import type { FillTemplateRequest, NewChoicesRequest } from './protocol.ts'
import type { Session } from './session.ts'

/** 新建公文. */
export function answerNewDocument(session: Session): void {
  const { connection, workspace, ports, say } = session
  connection.onRequest(
    'hongtou/newChoices' satisfies NewChoicesRequest['method'],
    answerOrFail(session, async ({ folder }: NewChoicesRequest['params']) => {
      const { genres, organs } = newChoices(await workspace.profile(folder ?? undefined))
      return { organs, genres: genres.map(({ use, ...rest }) => ({ ...rest, use: say(message(use)) })) }
    }),
  )
  connection.onRequest(
    'hongtou/fillTemplate' satisfies FillTemplateRequest['method'],
    answerOrFail(session, async ({ folder, template, format, issuer }: FillTemplateRequest['params']) => {
      const chosen = { ...(format ? { format } : {}), ...(issuer ? { issuer } : {}) }
      return fillTemplate(template, chosen, await workspace.profile(folder ?? undefined), ports.clock)
    }),
  )
}
