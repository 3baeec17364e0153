import type { Hand } from '../record/append.ts'
import { aboutFiles } from './aboutFiles.ts'
import type { Host } from './host.ts'
import type { PasswordOptions } from './password.ts'
import { blameFor, readKey } from './signingKey.ts'
import { withPress } from './withPress.ts'

interface HandOptions extends PasswordOptions {
  readonly p12?: string
}

/** Who signs entries of a log. */
interface Signing {
  /** SHA-256 of the certificate, in hex. */
  readonly certificate: string
  readonly hand: Hand
}

/** Does some work with the hand of the certificate that was named; without one where none was. */
export async function withHand<T>(
  host: Host,
  options: HandOptions,
  work: (signing: Signing | undefined) => Promise<T>,
): Promise<T> {
  const { p12 } = options
  if (p12 === undefined) return work(undefined)
  const key = await readKey(host, options)
  return withPress(host, {}, async (press) => {
    const certificate = await aboutFiles(blameFor(host, options), () => press.fingerprint(key))
    return work({ certificate, hand: (content) => press.signFile(content, key) })
  })
}
