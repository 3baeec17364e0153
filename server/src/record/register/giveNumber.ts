import type { Crypto } from '../../ports/crypto.ts'
import { Failure } from '../../text/failure.ts'
import type { Message } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import { type ChainLink, linkIn } from '../chain.ts'
import { isSameDocument } from '../digests.ts'
import type { Actor } from '../entry.ts'
import { nextPlace } from '../merge.ts'
import { type Given, nextNumber, openRegister, type Register, refuseDeed, seriesOf, writtenNumber } from './register.ts'
import { type Deed, REGISTER_SPELLING, type RegisterEntry, type RegisteredDocument } from './registerEntry.ts'

type Linked = ChainLink<RegisterEntry>
type Entries = readonly Linked[]

/** Who writes into the register, and when. */
export interface Clerk {
  /** ISO 8601 with the zone of the clerk. */
  readonly time: string
  readonly actor: Actor
}

/** A number that is asked for: the next one of the series, or a certain one. */
export interface Claim extends RegisteredDocument {
  readonly series: string
  readonly number?: number
  /** Why numbers before that one are left out. */
  readonly reason?: string
}

/** A number, and the entries that give it: none where the document has it already. */
export interface Gift {
  readonly number: number
  readonly deeds: readonly Deed[]
}

/**
 * Which number a document gets. It is the same one as long as register and document are the same: who was interrupted
 * between writing the one and the other asks again.
 * @throws Failure `number-held` the document has another one; `number-taken`; `number-gap` numbers would be left out
 * without a reason
 */
export function chooseNumber(register: Register, claim: Claim): Gift {
  const { series, file, reason } = claim
  const held = heldBy(register, series, file)
  if (held) return { number: keepHeld(held, claim), deeds: [] }
  const next = nextNumber(register, series)
  const number = claim.number ?? next
  const given: Deed = { action: '登记', series, number, ...asRegistered(claim) }
  const refusal = refuseDeed(register, given)
  if (refusal) throw new Failure('number-taken', refusal)
  if (number <= next) return { number, deeds: [given] }
  if (reason === undefined) throw new Failure('number-gap', gapMessage(series, next, number))
  return { number, deeds: [{ action: '跳号', series, number: next, through: number - 1, reason }, given] }
}

function asRegistered({ file, title, document, log }: Claim): RegisteredDocument {
  return { file, ...(title === undefined ? {} : { title }), document, ...(log === undefined ? {} : { log }) }
}

/** The number of a series that a file has and that was not 作废. */
function heldBy(register: Register, series: string, file: string): Given | undefined {
  for (const given of seriesOf(register, series).given.values())
    if (given.by.file === file && !given.voided) return given
  return undefined
}

function keepHeld({ number, by }: Given, claim: Claim): number {
  if (claim.number === number || (claim.number === undefined && isSameDocument(by.document, claim.document)))
    return number
  throw new Failure(
    'number-held',
    message(
      '{0} 已经登记为{1}（{2}）。请就用这个号，或者先作废它再另取一个。',
      claim.file,
      writtenNumber(claim.series, number),
      by.title ?? by.file,
    ),
    undefined,
    message('就用这个号写 --number {0}；作废用 hongtou register void。', number),
  )
}

function gapMessage(series: string, next: number, number: number): Message {
  const skipped = next === number - 1 ? `${next}号` : `${next}号至${number - 1}号`
  return message(
    '{0}下一个是{1}号，用{2}号就跳过了{3}。确实要跳号，请用 --reason 写明原因。',
    series,
    next,
    number,
    skipped,
  )
}

/** @throws Failure `number-void` */
export function voidNumber(register: Register, deed: Deed & { readonly action: '作废' }): void {
  const refusal = refuseDeed(register, deed)
  if (refusal) throw new Failure('number-void', refusal)
}

/** The register with what was done behind all that is there. */
export async function withDeeds(
  entries: Entries,
  deeds: readonly Deed[],
  clerk: Clerk,
  crypto: Crypto,
): Promise<Entries> {
  if (deeds.length === 0) return entries
  const added: Linked[] = []
  let place = nextPlace(entries, clerk.time)
  for (const deed of deeds) {
    const linked = await linkDeed(place, deed, clerk.actor, crypto)
    added.push(linked)
    place = behind(linked)
  }
  return [...entries, ...added]
}

/** Gives many documents the numbers that they have, one after the other; what cannot be given is told. */
export async function giveAll(
  entries: Entries,
  claims: readonly Claim[],
  clerk: Clerk,
  crypto: Crypto,
): Promise<{ readonly entries: Entries; readonly refused: readonly Message[] }> {
  const { register, add } = openRegister(entries)
  const all = [...entries]
  const refused: Message[] = []
  let place = nextPlace(entries, clerk.time)
  for (const claim of claims) {
    const gift = giftOr(register, claim)
    if (!('deeds' in gift)) refused.push(gift)
    else
      for (const deed of gift.deeds) {
        const linked = await linkDeed(place, deed, clerk.actor, crypto)
        all.push(linked)
        add(linked)
        place = behind(linked)
      }
  }
  return { entries: all, refused }
}

function giftOr(register: Register, claim: Claim): Gift | Message {
  try {
    return chooseNumber(register, claim)
  } catch (error) {
    if (error instanceof Failure) return error.sentence
    throw error
  }
}

type Place = Pick<RegisterEntry, 'seq' | 'previous' | 'time'>

function behind({ entry, digest }: Linked): Place {
  return { seq: entry.seq + 1, previous: [digest], time: entry.time }
}

function linkDeed(place: Place, deed: Deed, actor: Clerk['actor'], crypto: Crypto): Promise<Linked> {
  const entry: RegisterEntry = { schema: 1, ...place, actor, ...deed }
  return linkIn(entry, REGISTER_SPELLING, crypto)
}
