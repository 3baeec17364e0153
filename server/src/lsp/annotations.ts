// The standard requests that draw over the text: tokens, hints, lenses.
import { type CodeLens, type Command, type InlayHint, MarkupKind, SemanticTokensBuilder } from 'vscode-languageserver'
import { codeLenses, type CodeLens as Lens } from '../features/codeLenses.ts'
import { inlayHints } from '../features/inlayHints.ts'
import { semanticTokens } from '../features/semanticTokens.ts'
import type { Uri } from '../text/finding.ts'
import type { Span } from '../text/span.ts'
import type { Reading } from '../workspace/workspace.ts'
import { answer } from './answer.ts'
import { LEGEND, TOKEN_TYPES } from './capabilities.ts'
import type { FixAllArguments } from './commandProtocol.ts'
import { toRange, toSpan } from './place.ts'
import type { Processes } from './processes.ts'
import { about, type Session } from './session.ts'

export function answerAnnotations(session: Session, processes: Processes): void {
  const { connection, builders } = session
  const { semanticTokens: tokens } = connection.languages
  tokens.on(
    answer(session, { data: [] }, async (params) => {
      const built = await about(session, params, (reading) =>
        pushTokens(session, reading, newBuilder(builders, params.textDocument.uri)),
      )
      return built?.build() ?? { data: [] }
    }),
  )
  tokens.onDelta(
    answer(session, { data: [] }, async (params) => {
      const built = await about(session, params, (reading) => {
        const builder = builders.get(params.textDocument.uri) ?? newBuilder(builders, params.textDocument.uri)
        builder.previousResult(params.previousResultId)
        return pushTokens(session, reading, builder)
      })
      return built?.buildEdits() ?? { data: [] }
    }),
  )
  tokens.onRange(
    answer(session, { data: [] }, async (params) => {
      // Its own builder: what is told of a part is nothing that a later change could be told against.
      const built = await about(session, params, (reading) =>
        pushTokens(session, reading, new SemanticTokensBuilder(), toSpan(reading.snapshot, params.range)),
      )
      return built?.build() ?? { data: [] }
    }),
  )
  connection.languages.inlayHint.on(
    answer(session, [], (params) => about(session, params, hintsIn(session, params.range))),
  )
  connection.onCodeLens(answer(session, [], (params) => about(session, params, lenses(session, processes))))
}

function newBuilder(builders: Session['builders'], uri: Uri): SemanticTokensBuilder {
  const builder = new SemanticTokensBuilder()
  builders.set(uri, builder)
  return builder
}

function pushTokens(
  { workspace }: Session,
  { snapshot, document }: Reading,
  builder: SemanticTokensBuilder,
  wanted: Span = { start: 0, end: Number.POSITIVE_INFINITY },
): SemanticTokensBuilder {
  for (const { kind, span, definition } of semanticTokens(document, workspace.others(snapshot.uri))) {
    if (span.end <= wanted.start || span.start >= wanted.end) continue
    const { line, character } = toRange(snapshot, span).start
    const type = LEGEND.tokenTypes.indexOf(TOKEN_TYPES[kind])
    builder.push(line, character, span.end - span.start, type, definition ? 1 : 0)
  }
  return builder
}

function hintsIn(session: Session, range: Parameters<typeof toSpan>[1]): (reading: Reading) => InlayHint[] {
  return ({ snapshot, document }) => {
    const wanted = toSpan(snapshot, range)
    return inlayHints(document, session.surroundings(snapshot.uri))
      .filter(({ offset }) => wanted.start <= offset && offset <= wanted.end)
      .map(({ offset, label, tooltip }) => ({
        position: toRange(snapshot, { start: offset, end: offset }).start,
        label: session.say(label),
        paddingLeft: true,
        ...(tooltip ? { tooltip: { kind: MarkupKind.PlainText, value: session.say(tooltip) } } : {}),
      }))
  }
}

/** An editor gets the lenses for which it has told a command; mending is a command of this server. */
function lenses(session: Session, processes: Processes): (reading: Reading) => Promise<CodeLens[]> {
  return async ({ snapshot, document }) => {
    const standing = session.options.lenses?.process ? await processes.standing(snapshot.uri) : undefined
    return codeLenses(document, session.surroundings(snapshot.uri), standing && session.say(standing)).flatMap(
      ({ offset, title, action }) => {
        const command = commandFor(session, action, snapshot.uri)
        const range = toRange(snapshot, { start: offset, end: offset })
        return command ? [{ range, command: { ...command, title: session.say(title) } }] : []
      },
    )
  }
}

function commandFor({ options }: Session, action: Lens['action'], uri: Uri): Command | undefined {
  if (action === 'fixAll') {
    return { title: '', command: 'hongtou.server.fixAll', arguments: [{ uri } satisfies FixAllArguments] }
  }
  const command = options.lenses?.[action]
  return command === undefined ? undefined : { title: '', command, arguments: [] }
}
