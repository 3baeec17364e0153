// What an editor can have the server do: mend all, write an ignore comment, explain a rule.
import { type ExecuteCommandParams, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { fixAll } from '../features/fixAll.ts'
import { ignore, ignoreBetween } from '../features/ignore.ts'
import { breakTitle } from '../features/titleBreaks.ts'
import { explain } from '../rules/explain.ts'
import { findRule } from '../rules/registry.ts'
import type { Edit } from '../text/edit.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Reading } from '../workspace/workspace.ts'
import { answerOrFail } from './answer.ts'
import { applyEdit } from './askEditor.ts'
import type {
  BreakTitleArguments,
  ExplainArguments,
  FixAllArguments,
  FixAllResult,
  IgnoreArguments,
  ServerCommand,
  SetSeverityArguments,
} from './commandProtocol.ts'
import { toOffset } from './place.ts'
import { openReading, type Session } from './session.ts'
import { setSeverity } from './setSeverity.ts'
import { toTextEdits } from './toProtocol.ts'

export function answerCommands(session: Session): void {
  session.connection.onExecuteCommand(
    answerOrFail(session, ({ command, arguments: args }: ExecuteCommandParams): unknown => {
      const given = (args?.[0] ?? {}) as object
      switch (command as ServerCommand) {
        case 'hongtou.server.fixAll':
          return fixAllIn(session, given as FixAllArguments)
        case 'hongtou.server.ignore':
          return ignoreIn(session, given as IgnoreArguments)
        case 'hongtou.server.explain':
          return explainRule(session, given as ExplainArguments)
        case 'hongtou.server.breakTitle':
          return breakTitleIn(session, given as BreakTitleArguments)
        case 'hongtou.server.setSeverity':
          return setSeverity(session, given as SetSeverityArguments)
        default:
          throw new ResponseError(LSPErrorCodes.RequestFailed, session.say(message('没有命令“{0}”。', String(command))))
      }
    }),
  )
}

async function fixAllIn(session: Session, { uri }: FixAllArguments): Promise<FixAllResult> {
  const reading = await openReading(session, uri)
  const { edits, mended, left } = fixAll(reading.document, session.surroundings(uri))
  if (edits.length > 0) await apply(session, uri, reading, edits)
  return { mended, left: left.length }
}

async function ignoreIn(session: Session, args: IgnoreArguments): Promise<boolean> {
  const reading = await openReading(session, args.uri)
  if (typeof args.rule !== 'string' || !args.position) throw notNow()
  if (args.version !== reading.snapshot.version) throw notNow()
  const edits = ignoreEdits(reading, args)
  if (!edits) throw new Failure('no-place', message('文首要素里不能写忽略说明，请用“全文忽略”。'))
  await apply(session, args.uri, reading, edits)
  return true
}

function ignoreEdits({ snapshot, document }: Reading, args: IgnoreArguments): readonly Edit[] | undefined {
  const { rule, scope, position, end } = args
  const offset = toOffset(snapshot, position)
  const reason = typeof args.reason === 'string' ? args.reason : ''
  if (scope === 'selection' && typeof end === 'object') {
    const last = toOffset(snapshot, end)
    return ignoreBetween(document, rule, { start: Math.min(offset, last), end: Math.max(offset, last) }, reason)
  }
  const edit = ignore(document, rule, offset, scope === 'file' ? 'file' : 'here', reason)
  return edit && [edit]
}

async function breakTitleIn(session: Session, args: BreakTitleArguments): Promise<boolean> {
  const reading = await openReading(session, args.uri)
  const isWhole = args.position && Array.isArray(args.lines)
  if (!isWhole || args.version !== reading.snapshot.version) throw stale()
  const lines = args.lines.filter((line) => typeof line === 'string' && /^[^\r\n]+$/.test(line))
  const edit = breakTitle(reading.document, toOffset(reading.snapshot, args.position), lines)
  if (!edit) throw stale()
  await apply(session, args.uri, reading, [edit])
  return true
}

function stale(): Failure {
  return new Failure('stale', message('标题在此期间有改动，没有重新分行。请再试一次。'))
}

function notNow(): Failure {
  return new Failure('stale', message('文字在此期间有改动，没有写入忽略说明。请再试一次。'))
}

function explainRule({ say }: Session, { rule }: ExplainArguments): string {
  const found = typeof rule === 'string' ? findRule(rule) : undefined
  if (!found) throw new Failure('unknown-rule', message('没有规则“{0}”。', String(rule)))
  return explain(found, say)
}

/** Waits until the editor has made the change; it may tell of the new text only later. */
async function apply(session: Session, uri: Uri, { snapshot }: Reading, edits: readonly Edit[]): Promise<void> {
  await applyEdit(session, { changes: { [uri]: toTextEdits(snapshot, edits) } })
}
