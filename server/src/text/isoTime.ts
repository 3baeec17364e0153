import type { Clock } from '../ports/clock.ts'

/** Now, to the second, with the zone of who asks: `2026-11-23T15:34:00+08:00`. */
export function isoTime(clock: Clock): string {
  const offset = clock.offset()
  const local = new Date(clock.now().getTime() + offset * 60_000).toISOString().slice(0, 19)
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const minutes = Math.abs(offset)
  return `${local}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
