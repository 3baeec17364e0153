import type { FontSource } from '../fonts/face.ts'
import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import type { Files } from '../ports/files.ts'
import type { Network } from '../ports/network.ts'
import type { RunProgram } from '../ports/program.ts'
import type { Random } from '../ports/random.ts'
import type { Uri } from '../text/finding.ts'

/** What a press takes from outside. */
export interface PressPorts {
  readonly fonts: FontSource
  readonly crypto: Crypto
  readonly clock: Clock
  readonly random: Random
  readonly files: Files
  /** Absent where nothing may leave the machine, as in the editor. */
  readonly network?: Network
  /** Absent where no program may be run for the user. */
  readonly programs?: RunProgram
  /** Folders outside of which no image is read: a document has those of the one that it lies in. The document's own folder when absent. */
  readonly within?: readonly Uri[]
}
