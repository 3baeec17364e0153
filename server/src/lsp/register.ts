import { registerCsv, registerRows } from '../features/register.ts'
import { folderOf } from '../text/uri.ts'
import { answerOrFail } from './answer.ts'
import type { Processes } from './processes.ts'
import type { RegisterCsvRequest, RegisterRequest } from './protocol.ts'
import type { Session } from './session.ts'

/** 发文登记. */
export function answerRegister(session: Session, processes: Processes): void {
  const { connection } = session
  connection.onRequest(
    'hongtou/register' satisfies RegisterRequest['method'],
    answerOrFail(session, () => rowsOf(session, processes)),
  )
  connection.onRequest(
    'hongtou/registerCsv' satisfies RegisterCsvRequest['method'],
    answerOrFail(session, async () => registerCsv(await rowsOf(session, processes))),
  )
}

/** Documents that were never saved are in no register. */
async function rowsOf(session: Session, processes: Processes): Promise<RegisterRequest['result']> {
  const { workspace, ports } = session
  const documents = workspace.summaries().filter(({ uri }) => folderOf(uri) !== undefined)
  const folders = [...new Set(documents.map(({ uri }) => folderOf(uri) as string))]
  const listed = folders.map(async (folder) => {
    const files = await ports.files.list(folder).catch(() => [])
    return [folder, new Set(files.map(({ name }) => name))] as const
  })
  const rows = registerRows(documents, new Map(await Promise.all(listed)))
  const standings: (typeof rows)[number][] = []
  // One after the other: an office has thousands of logs, and nobody waits for the last of them.
  for (const row of rows) {
    const standing = row.hasLog ? await processes.standing(row.uri) : undefined
    standings.push(standing ? { ...row, standing: session.say(standing) } : row)
  }
  return standings
}
