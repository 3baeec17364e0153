import { cleanPaste } from '../features/cleanPaste.ts'
import { pasteText } from '../features/importText.ts'
import { answer } from './answer.ts'
import { toSpan } from './place.ts'
import type { CleanPasteRequest, PasteRequest } from './protocol.ts'
import type { Session } from './session.ts'

/** 按公文整理粘贴, and 清除网页和聊天格式. */
export function answerPaste(session: Session): void {
  session.connection.onRequest(
    'hongtou/cleanPaste' satisfies CleanPasteRequest['method'],
    answer(session, null, ({ text }: CleanPasteRequest['params']): CleanPasteRequest['result'] => {
      const clean = cleanPaste(text)
      return clean === text.replace(/\r\n?/g, '\n') ? null : clean
    }),
  )
  session.connection.onRequest(
    'hongtou/paste' satisfies PasteRequest['method'],
    answer(session, null, async ({ uri, range, text }: PasteRequest['params']): Promise<PasteRequest['result']> => {
      const reading = await session.workspace.read(uri)
      return reading ? (pasteText(reading.document, toSpan(reading.snapshot, range), text) ?? null) : null
    }),
  )
}
