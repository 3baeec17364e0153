import type { Chain } from '../record/chain.ts'
import type { Actor, DocumentDigest } from '../record/entry.ts'
import { withDeeds } from '../record/register/giveNumber.ts'
import {
  type Numberable,
  type Numbering,
  type NumberRequest,
  numberDocument,
} from '../record/register/numberDocument.ts'
import { registerOf } from '../record/register/register.ts'
import type { Deed, RegisterEntry } from '../record/register/registerEntry.ts'
import { beijingDay } from '../text/beijingTime.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { isoTime } from '../text/isoTime.ts'
import { message } from '../text/message.ts'
import { folderOf, pathFrom } from '../text/uri.ts'
import { beside } from '../workspace/beside.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import type { Host } from './host.ts'
import { type Input, readBytes } from './inputs.ts'
import { numberedDocuments } from './numberedDocuments.ts'
import { readLogFile } from './processLog.ts'
import { openText } from './readDocument.ts'
import { changeRegister, readSoundRegister, registerOfFolder } from './registerFile.ts'
import { decodeSource, encodeSource, TEXT_LIMIT } from './sourceText.ts'

interface ForeseeRequest extends Omit<NumberRequest, 'thisYear'> {
  readonly register?: string
}

interface TakeRequest extends ForeseeRequest {
  /** Who registers; when is known only once it is their turn. */
  readonly actor: Actor
}

export interface Numbered {
  /** `某政发〔2026〕5号` */
  readonly number: string
  readonly register: Uri
  /** What is new in the register; nothing where the document had the number. */
  readonly deeds: readonly Deed[]
  /** The document with its number. */
  readonly document: DocumentDigest
  /** Whether the number had to be written into the document. */
  readonly written: boolean
}

/** What number a document would get now; nothing is written. */
export async function foreseeNumber(host: Host, input: Input, request: ForeseeRequest): Promise<Numbered> {
  const register = await registerOfFolder(host, folderOf(input.uri) as Uri, request)
  return (await decide(host, input, register, await readSoundRegister(host, register), request)).numbered
}

/**
 * Gives a document its number: first in the register, which is the only truth, then in the document, of which nothing else
 * changes. Whoever is interrupted in between gets the same number when asking again.
 */
export async function takeNumber(host: Host, input: Input, request: TakeRequest): Promise<Numbered> {
  const register = await registerOfFolder(host, folderOf(input.uri) as Uri, request)
  const { numbered, bytes } = await changeRegister(host, register, async (chain) => {
    const decision = await decide(host, input, register, chain, request)
    const clerk = { time: isoTime(host.clock), actor: request.actor }
    return { ...decision, entries: await withDeeds(chain.entries, decision.numbered.deeds, clerk, host.crypto) }
  })
  if (numbered.written) await host.files.write(input.uri, bytes)
  return numbered
}

interface Decision {
  readonly numbered: Numbered
  /** The document with its number, as it is written. */
  readonly bytes: Uint8Array
}

async function decide(
  host: Host,
  input: Input,
  register: Uri,
  { entries }: Chain<RegisterEntry>,
  request: ForeseeRequest,
): Promise<Decision> {
  const source = decodeSource(await readBytes(host, input, TEXT_LIMIT), input.name)
  const { document } = await openText(createWorkspace(host.files), input, source.text)
  const file = pathFrom(register, input.uri) ?? input.uri
  const { heads } = await readLogFile(host, beside(input.uri, '.gw.log'))
  const log = heads.length > 0 ? { log: heads } : {}
  const numberable: Numberable = { file, text: source.text, document, ...log }
  const thisYear = Number(beijingDay(isoTime(host.clock)).slice(0, 4))
  const numbering = await numberDocument(registerOf(entries), numberable, { ...request, thisYear }, host.crypto)
  if (entries.length === 0) await refuseUnregistered(host, input, register, numbering)
  const { number, deeds, text, digest } = numbering
  return {
    numbered: { number, register, deeds, document: digest, written: text !== source.text },
    bytes: encodeSource({ ...source, text }),
  }
}

/** A register that begins where numbers are in use already would give them a second time. */
async function refuseUnregistered(host: Host, input: Input, register: Uri, { number }: Numbering): Promise<void> {
  const series = number.replace(/[0-9]+号$/, '')
  const used = await numberedDocuments(host, folderOf(register) as Uri, register)
  const others = used.filter((each) => each.uri !== input.uri && each.number.series === series)
  const last = others.reduce((most, each) => Math.max(most, each.number.number), 0)
  if (last === 0) return
  throw new Failure(
    'register-new',
    message(
      '还没有登记簿，文件夹里却有{0}份公文已经用了{1}的号，用到{2}号。请先把它们登记上。',
      others.length,
      series,
      last,
    ),
    undefined,
    message('登记用 hongtou register import。'),
  )
}
