import type { Clock } from '../ports/clock.ts'

/** The machine's clock and time zone. */
export const nodeClock: Clock = {
  now: () => new Date(),
  offset: () => -new Date().getTimezoneOffset(),
}
