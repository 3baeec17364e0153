// What the server asks of the editor. Editors answer with null, with an error, late, or never.
import type { WorkspaceEdit } from 'vscode-languageserver'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { Session } from './session.ts'

/** In milliseconds: an editor may have to ask its user first. */
const LONGEST = 30_000

/**
 * The editor's answer; undefined where it is an error.
 * @throws {Failure} `no-answer`
 */
export async function askEditor<T>(request: Promise<T>): Promise<T | undefined> {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    waiting = setTimeout(() => reject(new Failure('no-answer', message('编辑器一直没有回答。请再试一次。'))), LONGEST)
  })
  try {
    return await Promise.race([request.catch(() => undefined), silence])
  } finally {
    clearTimeout(waiting)
  }
}

/**
 * Has the editor make a change.
 * @throws {Failure} `not-applied`, `no-answer`
 */
export async function applyEdit({ connection }: Session, edit: WorkspaceEdit): Promise<void> {
  const result = (await askEditor(connection.workspace.applyEdit(edit))) as
    | { readonly applied?: unknown; readonly failureReason?: unknown }
    | null
    | undefined
  if (result?.applied === true) return
  const reason = result?.failureReason
  if (typeof reason === 'string' && reason !== '') throw new Failure('not-applied', message('没有修改：{0}', reason))
  throw new Failure('not-applied', message('编辑器没有接受修改：文字可能刚刚变过。请再试一次。'))
}
