import type { PlainReading } from '../features/importText.ts'
import { formatMessage } from '../text/message.ts'
import type { Reading, Workspace } from '../workspace/workspace.ts'
import type { Host } from './host.ts'
import { type Input, readBytes } from './inputs.ts'
import { decodePlainText, decodeSource, type SourceText, TEXT_LIMIT } from './sourceText.ts'

/** A document as read from its file. */
export interface Source extends Reading {
  readonly input: Input
  readonly source: SourceText
  /** Of a plain text: the document is read from its form in the dialect. */
  readonly plain?: PlainReading
}

/** Reads a file for a check: a 公文 in the dialect, or in plain text when it is called `.txt`. */
export async function readForReport(host: Host, workspace: Workspace, input: Input): Promise<Source> {
  if (!/\.txt$/i.test(input.name)) return readDocument(host, workspace, input)
  const { readForCheck } = await import('../features/importText.ts')
  const source = decodePlainText(await host.files.read(input.uri, TEXT_LIMIT), input.name)
  const plain = readForCheck(source.text)
  return { input, source, plain, ...(await openText(workspace, input, plain.text)) }
}

/** Reads a file into the workspace, with the profile of its folder. */
export async function readDocument(host: Host, workspace: Workspace, input: Input): Promise<Source> {
  const bytes = await readBytes(host, input, TEXT_LIMIT)
  const source = decodeSource(bytes, input.name)
  const reading = await openText(workspace, input, source.text)
  tellProfileProblems(host, reading)
  return { input, source, ...reading }
}

const told = new WeakMap<Host, Set<string>>()

/** What is wrong with the office's settings, once for all documents that they hold for. */
function tellProfileProblems(host: Host, { document }: Reading): void {
  const before = told.get(host) ?? new Set()
  told.set(host, before)
  for (const { message } of document.profile.problems) {
    const sentence = formatMessage(message)
    if (!before.has(sentence)) host.terminal.err(`警告：${sentence}\n`)
    before.add(sentence)
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
