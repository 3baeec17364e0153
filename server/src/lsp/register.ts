import { registerCsv, registerRows } from '../features/register.ts'
import { folderOf } from '../text/uri.ts'
import { answerOrFail } from './answer.ts'
import type { RegisterCsvRequest, RegisterRequest } from './protocol.ts'
import type { Session } from './session.ts'

/** 发文登记. */
export function answerRegister(session: Session): void {
  const { connection } = session
  connection.onRequest(
    'hongtou/register' satisfies RegisterRequest['method'],
    answerOrFail(session, () => rowsOf(session)),
  )
  connection.onRequest(
    'hongtou/registerCsv' satisfies RegisterCsvRequest['method'],
    answerOrFail(session, async () => registerCsv(await rowsOf(session))),
  )
}

/** Documents that were never saved are in no register. */
async function rowsOf({ workspace, ports }: Session): Promise<RegisterRequest['result']> {
  const documents = workspace.summaries().filter(({ uri }) => folderOf(uri) !== undefined)
  const folders = [...new Set(documents.map(({ uri }) => folderOf(uri) as string))]
  const listed = folders.map(async (folder) => {
    const files = await ports.files.list(folder).catch(() => [])
    return [folder, new Set(files.map(({ name }) => name))] as const
  })
  return registerRows(documents, new Map(await Promise.all(listed)))
}
