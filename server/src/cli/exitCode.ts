/** Exit codes that every command shares. */
export const DONE = 0
/** There is something to find fault with: a finding, a file not in canonical form, an invalid signature. */
export const FAULT = 1
/** Wrong use, a file that cannot be read or written, or a failure of the program itself. */
export const TROUBLE = 2
/** `verify` alone: the signatures hold, but nobody named their issuer as trusted. */
export const UNTRUSTED = 3
