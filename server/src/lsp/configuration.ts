// The user's settings: sent when the editor starts and when they change, and asked for folder by folder where an editor has several.
import type { Uri } from '../text/finding.ts'
import type { Settings } from '../workspace/profiles.ts'
import { run } from './answer.ts'
import type { Reporter } from './diagnostics.ts'
import type { TrustedNotification } from './protocol.ts'
import type { Session } from './session.ts'
import { readSettings, toWorkspaceSettings } from './settings.ts'

export interface SettingsFollower {
  /** Asks the editor for the settings of each folder of the workspace. */
  ask(): Promise<void>
}

export function followSettings(session: Session, reporter: Reporter): SettingsFollower {
  const { connection, workspace, state, client, folders } = session
  let settings = session.options.settings ?? {}
  let byFolder: ReadonlyMap<Uri, ReturnType<typeof readSettings>> = new Map()

  const use = () => {
    state.epoch++
    const own = [...byFolder].map(([uri, each]): [Uri, Settings] => [uri, toWorkspaceSettings(each, state.trusted)])
    workspace.configure(toWorkspaceSettings(settings, state.trusted), new Map(own))
    session.layouts.clear()
    reporter.allChanged()
  }
  const ask = async (): Promise<void> => {
    if (!client.configuration || folders.size === 0) return
    const asked = [...folders]
    const items = asked.map((scopeUri) => ({ scopeUri, section: 'hongtou' }))
    const sent: unknown = await connection.workspace.getConfiguration(items).catch(() => [])
    if (!Array.isArray(sent)) return
    const told = asked.flatMap((uri, index) => (sent[index] ? [[uri, readSettings(sent[index])] as const] : []))
    if (JSON.stringify(told) === JSON.stringify([...byFolder])) return
    byFolder = new Map(told)
    use()
  }
  connection.onDidChangeConfiguration(({ settings: sent }) =>
    run(session, async () => {
      // Editors that are asked send nothing along.
      if (sent) settings = readSettings(sent)
      use()
      await ask()
    }),
  )
  connection.onNotification('hongtou/trusted' satisfies TrustedNotification['method'], () =>
    run(session, () => {
      state.trusted = true
      use()
    }),
  )
  return { ask }
}
