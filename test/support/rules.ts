import type { Clock } from '../../server/src/ports/clock.ts'

/** A fixed day, Beijing time. */
export const clock: Clock = { now: () => new Date('2026-03-05T02:00:00Z'), offset: () => 480 }
