import { fromLatin1, latin1 } from '../pdf/lexer.ts'
import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import { ProgramError, type RunProgram } from '../ports/program.ts'
import { Failure } from '../text/failure.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Certificate } from './certificate.ts'
import { requireUsable } from './currency.ts'
import type { SigningKey } from './key.ts'
import { algorithmFor, type RsaScheme } from './keyPair.ts'
import { orderChain } from './orderChain.ts'

/** A key that only another program can use: a UKey, an HSM, a signing service. */
export interface ExternalKey {
  /** Program and arguments; there is no shell. */
  readonly command: readonly string[]
  /** `raw`: digest in, signature out; `json`: documented in docs/signatures.md. */
  readonly protocol: 'raw' | 'json'
  /** PEM or DER, the signer's own first. */
  readonly certificates: readonly Uint8Array[]
}

/** People may have to find their key and type a PIN. */
const BOUNDS = { milliseconds: 120_000, bytes: 100_000 }

const SCHEMA = 1

/**
 * A signing key behind an external program. What it returns is verified with the certificate before it is used.
 * @throws Failure `sign-certificate-…`, `sign-key-unsupported`, `signer-missing`; on signing `signer-…`
 */
export function openExternalKey(
  { command, protocol }: ExternalKey,
  certificates: readonly Certificate[],
  ports: { readonly crypto: Crypto; readonly clock: Clock; readonly programs?: RunProgram },
  scheme: RsaScheme = 'PKCS1',
): SigningKey {
  const { crypto, programs } = ports
  const [own] = certificates
  if (!own || !programs || command.length === 0)
    throw new Failure('signer-missing', message('这里不能使用外部签名程序，或者没有给出证书。'))
  requireUsable(own, ports.clock)
  const algorithm = algorithmFor(own, scheme)
  return {
    chain: orderChain(own, certificates).map(({ bytes }) => bytes),
    algorithm,
    async sign(signedAttributes, digestName) {
      // SM2 digests its text together with the public key, so the program has to do it.
      const digest = await crypto.digest(digestName, signedAttributes)
      const question = { schema: SCHEMA, algorithm, digestAlgorithm: digestName, digest: toBase64(digest) }
      const json = JSON.stringify({ ...question, data: toBase64(signedAttributes) })
      const input = protocol === 'json' ? new TextEncoder().encode(json) : digest
      const answer = await ask(programs, command, input)
      const signature = protocol === 'json' ? readAnswer(answer) : answer
      if (await crypto.verify(own.publicKey, algorithm, digestName, signature, signedAttributes)) return signature
      throw new Failure(
        'signer-mismatch',
        message('外部签名程序给出的签名与“{0}”的证书不符，没有采用。请核对证书、密钥和参数。', own.commonName),
      )
    },
  }
}

const WHY: Readonly<Record<ProgramError['code'], Message>> = {
  missing: message('找不到外部签名程序“{0}”，或者不能运行。'),
  failed: message('外部签名程序“{0}”报告失败，没有签章。'),
  slow: message('外部签名程序“{0}”在两分钟内没有答复，没有签章。'),
  'too-large': message('外部签名程序“{0}”的输出过长，不是签名。'),
}

async function ask(run: RunProgram, command: readonly string[], input: Uint8Array): Promise<Uint8Array> {
  try {
    return await run(command, input, BOUNDS)
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error
    // The arguments may hold a PIN: they are not repeated.
    throw new Failure(`signer-${error.code}`, message(WHY[error.code].template, command[0] ?? ''), error)
  }
}

function readAnswer(answer: Uint8Array): Uint8Array {
  try {
    const { signature } = JSON.parse(new TextDecoder().decode(answer)) as { signature: string }
    return fromLatin1(atob(signature))
  } catch (cause) {
    throw new Failure('signer-answer', message('外部签名程序的答复读不懂，应为 {"signature": "Base64"}。'), cause)
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(latin1(bytes))
}
