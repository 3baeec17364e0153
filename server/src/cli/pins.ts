import type { BagFile } from '../record/archive/bag.ts'
import { digestDocument, isSameDocument } from '../record/digests.ts'
import { FEWEST_DIGITS, holds } from '../record/pins.ts'
import { registerOf, writtenNumber } from '../record/register/register.ts'
import { beijingDay } from '../text/beijingTime.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { folderOf, pathFrom } from '../text/uri.ts'
import { beside } from '../workspace/beside.ts'
import { isThere } from './existing.ts'
import type { Host } from './host.ts'
import { readBytes, singleInput } from './inputs.ts'
import { readPackage } from './packageFile.ts'
import { LOG_LIMIT, type Process, readLogText, refuseDamaged } from './processLog.ts'
import { readRegister, registerOfFolder } from './registerFile.ts'
import { TEXT_LIMIT } from './sourceText.ts'

/** What people noted of a log elsewhere: digests of entries, and whole copies. */
export interface NotedOptions {
  readonly head?: readonly string[]
  readonly copy?: readonly string[]
}

/** Everything outside of a log that names an entry which it has not: its end was cut off, or all of it was replaced. */
export async function missingEntries(
  host: Host,
  recorded: Process,
  { head = [], copy = [] }: NotedOptions,
): Promise<readonly string[]> {
  const { entries } = recorded.log
  const noted = head.filter((digest) => !holds(entries, [digest]))
  const copies: string[] = []
  for (const name of copy) copies.push(...(await lackingOf(host, recorded, name)))
  return [
    ...noted.map((digest) => `没有摘要是 ${digest} 的一条：记录的末尾被截去过，或者整份换过。`),
    ...copies,
    ...(await registered(host, recorded)),
    ...(await settled(host, recorded)),
  ]
}

/** @throws Failure `usage` for what is no digest, or too short to name one entry */
export function headDigest(value: string): string {
  const digest = value.replace(/\s/g, '').toLowerCase()
  if (/^[0-9a-f]{1,64}$/.test(digest) && digest.length >= FEWEST_DIGITS) return digest
  throw new Failure('usage', message('--head 要写一条记录的摘要，至少写前{0}位（0—9、a—f）。', FEWEST_DIGITS))
}

/** An earlier copy of the log, or the archive package that has one: whatever stands in it must still be there. */
async function lackingOf(host: Host, { log }: Process, name: string): Promise<readonly string[]> {
  const input = await singleInput(host, name)
  const bytes = input.uri.toLowerCase().endsWith('.zip')
    ? logIn((await readPackage(host, input)).files, input.name)
    : await readBytes(host, input, LOG_LIMIT)
  const copy = await readLogText(host, bytes)
  refuseDamaged(host, input.uri, copy)
  if (copy.entries.length === 0) throw new Failure('log-none', message('{0} 里一条记录也没有。', input.name))
  const lacking = copy.entries.findIndex(({ digest }) => !holds(log.entries, [digest]))
  if (lacking < 0) return []
  return [`${input.name} 第${lacking + 1}行的一条，这份记录里没有：末尾被截去过，或者整份换过。`]
}

function logIn(files: readonly BagFile[], name: string): Uint8Array {
  const log = files.find(({ path }) => /^data\/过程\/.*\.gw\.log$/.test(path))
  if (!log) throw new Failure('log-none', message('{0} 里没有办理记录。', name))
  return log.bytes
}

/** The register notes how the log ended when the number was given. An entry about other text under another number is of a 公文 that had this name before. */
async function registered(host: Host, { input, document, log }: Process): Promise<readonly string[]> {
  const uri = await registerOfFolder(host, folderOf(input.uri) as Uri, {})
  if (!(await isThere(host, uri))) return []
  const file = pathFrom(uri, input.uri)
  const { series } = registerOf((await readRegister(host, uri)).entries)
  const given = [...series.values()].flatMap((one) => [...one.given.values()].map(({ by }) => by))
  return given.flatMap(({ time, log: digests, ...by }) => {
    const number = writtenNumber(by.series, by.number)
    const isThis = by.file === file && (number === document.number || isSameDocument(by.document, document))
    if (!isThis || !digests || holds(log.entries, digests)) return []
    return [`${host.toPath(uri)} 在${beijingDay(time)}登记${number}时的记录，这里没有：末尾被截去过，或者整份换过。`]
  })
}

/** A 定稿 is kept when the step that settles it is put on record. One of another text is of an earlier round. */
async function settled(host: Host, { input, document, log, flow }: Process): Promise<readonly string[]> {
  const draft = beside(input.uri, '.定稿.md')
  if (!(await isThere(host, draft))) return []
  const kept = await digestDocument(new TextDecoder().decode(await host.files.read(draft, TEXT_LIMIT)), host.crypto)
  const steps = flow.steps.filter(({ settles }) => settles).map(({ name }) => name)
  const isOnRecord = log.entries.some(
    ({ entry }) => steps.includes(entry.action) && isSameDocument(entry.document, kept),
  )
  if (isOnRecord || !isSameDocument(kept, document)) return []
  return [
    `旁边有正文的定稿 ${host.toPath(draft)}，记录里却没有办过“${steps.join('、')}”：末尾被截去过，或者办的时候中断了（请重办一次）。`,
  ]
}
