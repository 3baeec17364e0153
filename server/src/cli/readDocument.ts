import type { PlainReading } from '../features/importText.ts'
import { formatMessage } from '../text/message.ts'
import type { Reading, Workspace } from '../workspace/workspace.ts'
import type { Host } from './host.ts'
import { type Input, type Reader, readBytes } from './inputs.ts'
import { decodePlainText, decodeSource, type SourceText, TEXT_LIMIT } from './sourceText.ts'

/** A document as read from its file. */
export interface Source extends Reading {
  readonly input: Input
  readonly source: SourceText
  /** Of a plain text: the document is read from its form in the dialect. */
  readonly plain?: PlainReading
}

/** Reads a file for a check: a 公文 in the dialect, or in plain text when it is called `.txt`. */
export async function readForReport(reader: Reader, workspace: Workspace, input: Input): Promise<Source> {
  if (!/\.txt$/i.test(input.name)) return readSource(reader, workspace, input)
  const { readForCheck } = await import('../features/importText.ts')
  const source = decodePlainText(await reader.files.read(input.uri, TEXT_LIMIT), input.name)
  const plain = readForCheck(source.text)
  return { input, source, plain, ...(await openText(workspace, input, plain.text)) }
}

/** Reads a file into the workspace, with the profile of its folder, and says what is wrong with that. */
export async function readDocument(host: Host, workspace: Workspace, input: Input): Promise<Source> {
  const source = await readSource(host, workspace, input)
  warnOnce(host, profileProblems(source))
  return source
}

async function readSource(reader: Reader, workspace: Workspace, input: Input): Promise<Source> {
  const source = decodeSource(await readBytes(reader, input, TEXT_LIMIT), input.name)
  return { input, source, ...(await openText(workspace, input, source.text)) }
}

/** What is wrong with the office's settings that hold for a document. */
export function profileProblems({ document }: Reading): readonly string[] {
  return document.profile.problems.map(({ message }) => formatMessage(message))
}

const told = new WeakMap<Host, Set<string>>()

/** Says each warning once in a run, however many documents it holds for. */
export function warnOnce(host: Host, warnings: readonly string[]): void {
  const before = told.get(host) ?? new Set()
  told.set(host, before)
  for (const warning of warnings) {
    if (!before.has(warning)) host.terminal.err(`警告：${warning}\n`)
    before.add(warning)
  }
}

/** Puts a text into the workspace in place of what was there and reads it. */
export async function openText(workspace: Workspace, input: Input, text: string): Promise<Reading> {
  const version = (workspace.snapshot(input.uri)?.version ?? 0) + 1
  workspace.open(input.uri, version, text)
  const reading = await workspace.read(input.uri)
  if (!reading) throw new Error(`closed while it was read: ${input.uri}`)
  return reading
}
