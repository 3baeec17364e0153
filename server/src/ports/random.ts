/** The only source of randomness: serial numbers, nonces, salts. */
export interface Random {
  bytes(count: number): Uint8Array
}
