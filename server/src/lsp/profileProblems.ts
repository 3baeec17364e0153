// Problems of profiles: on the file where they stand, and a word in each document that the profile serves.
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import type { Finding, Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { profileSnapshot } from '../workspace/profiles.ts'
import { toRange } from './place.ts'
import type { Session } from './session.ts'

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } as const

/** At the top of a document: that its profile does not do all that it says. Undefined for a sound one. */
export function profileNote({ client, say }: Session, problems: readonly Finding[]): Diagnostic | undefined {
  const [first] = problems
  if (!first) return undefined
  const places = problems.flatMap(({ related = [], message: sentence }) =>
    related.map(({ uri }) => ({ location: { uri, range: TOP }, message: say(sentence) })),
  )
  return {
    range: TOP,
    severity: DiagnosticSeverity.Warning,
    code: first.rule,
    source: '红头',
    message: say(message('单位设置有{0}处没有采用：', problems.length)) + say(first.message),
    ...(client.relatedInformation ? { relatedInformation: places } : {}),
  }
}

/** Sends the problems of profiles for the files that they stand in, whether the editor has these open or not. */
export interface ProfileReporter {
  /** What is wrong with the profile that serves a document, or nothing any more. */
  report(document: Uri, problems: readonly Finding[]): Promise<void>
  closed(document: Uri): Promise<void>
}

export function createProfileReporter(session: Session): ProfileReporter {
  /** By document: two that share a profile know the same. */
  const known = new Map<Uri, readonly Finding[]>()
  const sent = new Map<Uri, string>()
  let sending = Promise.resolve()

  const send = async (): Promise<void> => {
    const byFile = new Map<Uri, Map<string, Finding>>()
    for (const problem of [...known.values()].flat()) {
      const sentence = session.say(problem.message)
      for (const { uri } of problem.related ?? []) {
        const ofFile = byFile.get(uri) ?? new Map<string, Finding>()
        byFile.set(uri, ofFile.set(sentence, problem))
      }
    }
    for (const uri of new Set([...byFile.keys(), ...sent.keys()])) {
      const problems = [...(byFile.get(uri)?.values() ?? [])]
      const diagnostics = problems.length === 0 ? [] : await placed(session, uri, problems)
      const key = JSON.stringify(diagnostics)
      if ((sent.get(uri) ?? '[]') === key) continue
      if (problems.length === 0) sent.delete(uri)
      else sent.set(uri, key)
      await session.connection.sendDiagnostics({ uri, diagnostics })
    }
  }
  // One after the other: the newest comes last.
  const queue = () => {
    sending = sending.then(send, send)
    return sending
  }
  return {
    async report(document, problems) {
      if (known.get(document) === problems || (problems.length === 0 && !known.has(document))) return
      if (problems.length === 0) known.delete(document)
      else known.set(document, problems)
      await queue()
    },
    async closed(document) {
      if (known.delete(document)) await queue()
    },
  }
}

async function placed({ ports, say }: Session, uri: Uri, problems: readonly Finding[]): Promise<Diagnostic[]> {
  const snapshot = await profileSnapshot(ports.files, uri)
  return problems.map(({ span, rule, message: sentence }) => ({
    range: snapshot ? toRange(snapshot, span) : TOP,
    severity: DiagnosticSeverity.Warning,
    code: rule,
    source: '红头',
    message: say(sentence),
  }))
}
