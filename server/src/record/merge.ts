import { beijingTime } from '../text/beijingTime.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { type Chain, type ChainEntry, type ChainLink, headsOf, inOrder } from './chain.ts'

/** All entries of several copies of one chain, each once. What one copy has and another has not is kept. */
export function unite<E extends ChainEntry>(chains: readonly Chain<E>[]): readonly ChainLink<E>[] {
  const byDigest = new Map<string, ChainLink<E>>()
  for (const { entries } of chains) for (const linked of entries) byDigest.set(linked.digest, linked)
  return inOrder([...byDigest.values()])
}

/** Whether copies are of one chain: each begins with the same entry. */
export function isOneLog(chains: readonly Chain<ChainEntry>[]): boolean {
  const beginnings = chains.flatMap(({ entries }) => entries.slice(0, 1).map(({ digest }) => digest))
  return new Set(beginnings).size <= 1
}

/** The clocks of two computers may differ by so much: an entry then takes the time of the one that it stands behind. */
const CLOCK_TOLERANCE_MS = 5 * 60_000

/**
 * Where the next entry of a chain goes, and when: after all its heads.
 * @param time now, by the clock of the actor
 * @throws Failure `record-clock` when a head is much later than now: an entry that is earlier than its parents is a fault
 */
export function nextPlace(
  entries: readonly ChainLink<ChainEntry>[],
  time: string,
): Pick<ChainEntry, 'seq' | 'previous' | 'time'> {
  const seq = 1 + entries.reduce((most, { entry }) => Math.max(most, entry.seq), 0)
  const previous = headsOf(entries)
  const heads = new Set(previous)
  const times = entries.flatMap(({ entry, digest }) => (heads.has(digest) ? [entry.time] : []))
  const latest = times.reduce((most, each) => (Date.parse(each) > Date.parse(most) ? each : most), time)
  const ahead = Date.parse(latest) - Date.parse(time)
  if (ahead > CLOCK_TOLERANCE_MS) throw wrongClock(latest, Math.round(ahead / 60_000))
  return { seq, previous, time: latest }
}

function wrongClock(latest: string, minutes: number): Failure {
  return new Failure(
    'record-clock',
    message(
      '前面一条是{0}记的，这台电脑的时钟比它早{1}分钟，没有记。请核对两台电脑的时钟。',
      beijingTime(latest),
      minutes,
    ),
  )
}
