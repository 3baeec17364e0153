import type { Certificate } from './certificate.ts'
import { sameBytes } from './der.ts'

/** The signer's own certificate, then each issuer that the file holds. */
export function orderChain(own: Certificate, all: readonly Certificate[]): readonly Certificate[] {
  const chain = [own]
  for (;;) {
    const last = chain.at(-1) as Certificate
    const issuer = all.find((other) => sameBytes(other.subject, last.issuer) && !chain.includes(other))
    if (!issuer) return chain
    chain.push(issuer)
  }
}
