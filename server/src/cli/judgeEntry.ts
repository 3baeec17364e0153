import type { Press } from '../press/press.ts'
import type { JudgeSignature } from '../record/signatures.ts'
import { Failure } from '../text/failure.ts'

/** How the signatures of log entries are judged; one that cannot be read at all is not valid. */
export function judgeEntry(press: Press, trusted: readonly Uint8Array[]): JudgeSignature {
  return async (signature, content) => {
    try {
      const verdict = await press.verifyFile(signature, content, trusted)
      const [one] = verdict.signatures
      return {
        valid: verdict.valid,
        trusted: verdict.trusted,
        signer: one?.signer ?? '',
        ...(one?.certificate && { certificate: one.certificate }),
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return { valid: false, trusted: false, signer: '' }
    }
  }
}
