import { diagnostics } from '../features/diagnostics.ts'
import { elements, setElement } from '../features/elements.ts'
import { message } from '../text/message.ts'
import { answer, answerOrFail } from './answer.ts'
import type { ElementsRequest, SetElementRequest } from './protocol.ts'
import { openReading, type Session } from './session.ts'
import { toTextEdits } from './toProtocol.ts'

/** 公文要素. */
export function answerElements(session: Session): void {
  const { connection, workspace, say } = session
  connection.onRequest(
    'hongtou/elements' satisfies ElementsRequest['method'],
    answer(session, null, async ({ uri }: ElementsRequest['params']): Promise<ElementsRequest['result']> => {
      const reading = await workspace.read(uri)
      if (!reading) return null
      const { document, snapshot } = reading
      const fields = elements(document, diagnostics(document, session.surroundings(uri))).map(
        ({ problem, ...field }) => ({
          ...field,
          name: say(message(field.key)),
          group: say(message(field.group)),
          description: say(message(field.description)),
          ...(problem ? { problem: { ...problem, message: say(problem.message) } } : {}),
        }),
      )
      return { version: snapshot.version, fields }
    }),
  )
  connection.onRequest(
    'hongtou/setElement' satisfies SetElementRequest['method'],
    answerOrFail(session, async ({ uri, key, values }: SetElementRequest['params']) => {
      const { snapshot, document } = await openReading(session, uri)
      return { version: snapshot.version, edits: toTextEdits(snapshot, setElement(document, key, values)) }
    }),
  )
}
