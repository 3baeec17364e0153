import type { GongwenDocument } from '../model/document.ts'
import { setEntry } from '../model/frontMatterEdits.ts'
import type { Chain } from '../record/chain.ts'
import { digestDocument, isSameDocument } from '../record/digests.ts'
import type { DocumentDigest } from '../record/entry.ts'
import { type Clerk, chooseNumber, withDeeds } from '../record/register/giveNumber.ts'
import { registerOf, writtenNumber } from '../record/register/register.ts'
import type { Deed, RegisterEntry } from '../record/register/registerEntry.ts'
import { type Asked, wishOf } from '../record/register/wish.ts'
import { beijingDay } from '../text/beijingTime.ts'
import { applyEdits } from '../text/edit.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { folderOf } from '../text/uri.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import type { Host } from './host.ts'
import { type Input, readBytes } from './inputs.ts'
import { numberedDocuments, registeredAs } from './numberedDocuments.ts'
import { openText } from './readDocument.ts'
import { readSoundRegister, registerFor, writeRegister } from './registerFile.ts'
import { decodeSource, encodeSource, type SourceText, TEXT_LIMIT } from './sourceText.ts'

interface NumberRequest extends Asked {
  /** Why numbers are left out. */
  readonly reason?: string
  readonly register?: string
  readonly clerk: Clerk
}

export interface Numbered {
  /** `某政发〔2026〕5号` */
  readonly number: string
  readonly register: Uri
  /** What is new in the register; nothing where the document had the number. */
  readonly deeds: readonly Deed[]
  /** The document with its number. */
  readonly source: SourceText
  readonly document: DocumentDigest
  /** Whether the number had to be written into the document. */
  readonly written: boolean
}

/** What number a document would get now; nothing is written. */
export async function foreseeNumber(host: Host, input: Input, request: NumberRequest): Promise<Numbered> {
  const { source, document } = await readToNumber(host, input)
  return (await decide(host, input, { source, document }, request)).numbered
}

/**
 * Gives a document its number: first in the register, which is the only truth, then in the document, of which nothing else
 * changes. Whoever is interrupted in between gets the same number when asking again.
 */
export async function takeNumber(host: Host, input: Input, request: NumberRequest): Promise<Numbered> {
  const before = await readToNumber(host, input)
  const register = await registerFor(host, folderOf(input.uri) as Uri, before.document.profile, request.register)
  return host.locks.hold(register, async () => {
    const { numbered, entries } = await decide(host, input, await readToNumber(host, input), request)
    if (numbered.deeds.length > 0)
      await writeRegister(host, register, await withDeeds(entries, numbered.deeds, request.clerk, host.crypto))
    if (numbered.written) await host.files.write(input.uri, encodeSource(numbered.source))
    return numbered
  })
}

interface ToNumber {
  readonly source: SourceText
  readonly document: GongwenDocument
}

async function readToNumber(host: Host, input: Input): Promise<ToNumber> {
  const source = decodeSource(await readBytes(host, input, TEXT_LIMIT), input.name)
  const { document } = await openText(createWorkspace(host.files), input, source.text)
  return { source, document }
}

interface Decision {
  readonly numbered: Numbered
  readonly entries: Chain<RegisterEntry>['entries']
}

async function decide(
  host: Host,
  input: Input,
  { source, document }: ToNumber,
  request: NumberRequest,
): Promise<Decision> {
  const register = await registerFor(host, folderOf(input.uri) as Uri, document.profile, request.register)
  const { entries } = await readSoundRegister(host, register)
  const wish = wishOf(document, request, Number(beijingDay(request.clerk.time).slice(0, 4)))
  if (entries.length === 0) await refuseUnregistered(host, input, register, wish.series)
  const before = await digestDocument(source.text, host.crypto)
  const { number, deeds } = chooseNumber(registerOf(entries), {
    ...wish,
    ...registeredAs(register, input.uri, document, before),
    ...(request.reason === undefined ? {} : { reason: request.reason }),
  })
  const written = writtenNumber(wish.series, number)
  const edit = setEntry(document.tree, '发文字号', [written])
  const text = edit ? applyEdits(source.text, [edit]) : source.text
  const after = await digestDocument(text, host.crypto)
  // Of front matter with values over several lines nobody can tell that nothing else changes.
  if (!isSameDocument(before, after) || after.number !== written)
    throw new Failure(
      'number-place',
      message(
        '{0} 的前置信息不是一行一项写的（或者没有前置信息），没有地方单独写发文字号。请改成一行一项，写上“发文字号:”再登记。',
        input.name,
      ),
    )
  const isWritten = text !== source.text
  return {
    numbered: { number: written, register, deeds, source: { ...source, text }, document: after, written: isWritten },
    entries,
  }
}

/** A register that begins where numbers are in use already would give them a second time. */
async function refuseUnregistered(host: Host, input: Input, register: Uri, series: string): Promise<void> {
  const used = await numberedDocuments(host, folderOf(register) as Uri)
  const others = used.filter((each) => each.uri !== input.uri && each.number.series === series)
  const last = others.reduce((most, { number }) => Math.max(most, number.number), 0)
  if (last === 0) return
  throw new Failure(
    'register-new',
    message(
      '还没有登记簿，文件夹里却有{0}份公文已经用了{1}的号，用到{2}号。请先用 hongtou register import 把它们登记上。',
      others.length,
      series,
      last,
    ),
  )
}
