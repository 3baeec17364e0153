import { randomBytes } from 'node:crypto'
import type { Random } from '../ports/random.ts'

/** The system's cryptographic random numbers. */
export const nodeRandom: Random = {
  bytes: (count) => new Uint8Array(randomBytes(count)),
}
