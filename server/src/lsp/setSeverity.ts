// Writes into the office's profile how a rule is taken. The editor makes the change, so that it can be undone.
import type { WorkspaceEdit } from 'vscode-languageserver'
import { houseSeverity, isHouseSeverity, PROFILE_NAME } from '../features/houseSeverity.ts'
import { findRule } from '../rules/registry.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { fileName, folderOf } from '../text/uri.ts'
import { profileSnapshot } from '../workspace/profiles.ts'
import { openSnapshot, type Snapshot } from '../workspace/snapshot.ts'
import { applyEdit } from './askEditor.ts'
import type { SetSeverityArguments } from './commandProtocol.ts'
import { openReading, type Session } from './session.ts'
import { toTextEdits } from './toProtocol.ts'

/** @returns name of the file that was changed */
export async function setSeverity(session: Session, { uri, rule, severity }: SetSeverityArguments): Promise<string> {
  const { document } = await openReading(session, uri)
  if (typeof rule !== 'string' || !findRule(rule) || !isHouseSeverity(severity)) {
    throw new Failure('unknown-rule', message('没有规则“{0}”。', String(rule)))
  }
  const nearest = document.profile.sources.at(-1)
  const folder = folderOf(uri) ?? session.home
  if (nearest === undefined && folder === undefined) {
    throw new Failure('no-folder', message('这份公文还没有保存，不知道单位配置该放在哪里。请先保存。'))
  }
  const profile = nearest ?? `${folder}/${encodeURIComponent(PROFILE_NAME)}`
  const snapshot = nearest === undefined ? openSnapshot(profile, 0, '') : await readable(session, nearest)
  const edits = toTextEdits(snapshot, [houseSeverity(snapshot.text, profile, rule, severity)])
  const edit: WorkspaceEdit =
    nearest !== undefined
      ? { changes: { [profile]: edits } }
      : {
          documentChanges: [
            { kind: 'create', uri: profile, options: { ignoreIfExists: true } },
            { textDocument: { uri: profile, version: null }, edits },
          ],
        }
  if (nearest === undefined && !session.client.createFiles) {
    throw new Failure('cannot-create', message('请先在公文所在的文件夹里新建“{0}”，再试一次。', PROFILE_NAME))
  }
  await applyEdit(session, edit)
  return fileName(profile)
}

async function readable({ ports }: Session, uri: Uri): Promise<Snapshot> {
  const snapshot = await profileSnapshot(ports.files, uri)
  if (!snapshot) throw new Failure('unreadable', message('单位配置“{0}”读不出来，没有修改。', fileName(uri)))
  return snapshot
}
