// The folders of the workspace: their documents are known to each other without being open.
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'
import type { IndexWatch } from '../workspace/folderIndex.ts'
import { run } from './answer.ts'
import type { Reporter } from './diagnostics.ts'
import type { Session } from './session.ts'

/** Reads the folders one after the other, and follows those that come and go. */
export async function followFolders(
  session: Session,
  reporter: Reporter,
  askSettings: () => Promise<void>,
): Promise<void> {
  const { connection, client, workspace, folders } = session
  if (client.folders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      run(session, async () => {
        for (const { uri } of removed) {
          folders.delete(uri)
          workspace.forgetFolder(uri)
        }
        for (const { uri } of added) folders.add(uri)
        await leavePress(session)
        void run(session, askSettings)
        for (const { uri } of added) await index(session, uri)
        reporter.allChanged()
      }),
    )
  }
  for (const folder of [...folders]) await index(session, folder)
  if (folders.size > 0) reporter.allChanged()
}

/** The next pages are made by a press that may read in the folders of now. */
async function leavePress({ state, layouts }: Session): Promise<void> {
  const press = await state.press?.catch(() => undefined)
  state.press = undefined
  layouts.clear()
  await press?.close()
}

async function index(session: Session, folder: Uri): Promise<void> {
  const shown = indexProgress(session, folder)
  try {
    await session.workspace.index(folder, shown)
  } finally {
    shown.done()
  }
}

/** A folder of so many documents is read before anybody could read a note about it. */
const QUIET_UNTIL = 200
/** Telling of each document would cost more than reading it. */
const STEP = 50

/** What the editor shows while a large folder is read; it can be called off there. */
function indexProgress({ connection, client, say }: Session, folder: Uri): IndexWatch & { done(): void } {
  let shown: Promise<WorkDoneProgressServerReporter> | undefined
  let calledOff = false
  const begin = async (): Promise<WorkDoneProgressServerReporter> => {
    const created = await connection.window.createWorkDoneProgress()
    created.token.onCancellationRequested(() => {
      calledOff = true
    })
    created.begin(say(message('红头：读入“{0}”中的公文', fileName(folder))), undefined, undefined, true)
    return created
  }
  return {
    progress(count) {
      if (!client.progress || count < QUIET_UNTIL || count % STEP !== 0) return
      shown ??= begin()
      void shown.then((progress) => progress.report(say(message('已读 {0} 份', count)))).catch(() => {})
    },
    cancelled: () => calledOff,
    done: () => void shown?.then((progress) => progress.done()).catch(() => {}),
  }
}
