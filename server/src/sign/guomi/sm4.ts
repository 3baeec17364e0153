import { hexToBytes, rotl } from '@noble/hashes/utils.js'

/** The S-box of GB/T 32907—2016 table 1. */
const BOX = hexToBytes(
  'd690e9fecce13db716b614c228fb2c052b679a762abe04c3aa441326498606999c4250f491ef987a33540b43edcfac62' +
    'e4b31ca9c908e89580df94fa758f3fa64707a7fcf37317ba83593c19e6854fa8686b81b27164da8bf8eb0f4b70569d35' +
    '1e240e5e6358d1a225227c3b01217887d40046579fd327524c3602e7a0c4c89eeabf8ad240c738b5a3f7f2cef96115a1' +
    'e0ae5da49b341a55ad933230f58cb1e31df6e22e8266ca60c02923ab0d534e6fd5db3745defd8e2f03ff6a726d6c5b51' +
    '8d1baf92bbddbc7f11d95c411f105ad80ac13188a5cd7bbd2d74d012b8e5b4b08969974a0c96777e65b9f109c56ec684' +
    '18f07dec3adc4d2079ee5f3ed7cb3948',
)
/** FK of 7.3.2. */
const FAMILY = [0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc] as const
const BLOCK = 16

/** τ of 6.2: the S-box on each octet. */
function substitute(word: number): number {
  const at = (shift: number): number => (BOX[(word >>> shift) & 255] as number) << shift
  return at(24) | at(16) | at(8) | at(0)
}

/** Round keys of 7.3. */
function roundKeys(key: Uint8Array): readonly number[] {
  const view = new DataView(key.buffer, key.byteOffset, BLOCK)
  const words = FAMILY.map((family, i) => view.getUint32(i * 4) ^ family)
  for (let i = 0; i < 32; i++) {
    // CK of 7.3.3: octet j of word i is (4i + j) · 7.
    const constant = [0, 1, 2, 3].reduce((sum, j) => (sum << 8) | (((4 * i + j) * 7) & 255), 0)
    const mixed = substitute((words[i + 1] as number) ^ (words[i + 2] as number) ^ (words[i + 3] as number) ^ constant)
    words.push((words[i] as number) ^ mixed ^ rotl(mixed, 13) ^ rotl(mixed, 23))
  }
  return words.slice(4)
}

/** One block (7.1); decryption takes the round keys from behind (7.2). */
function turn(keys: readonly number[], block: Uint8Array): Uint8Array {
  const view = new DataView(block.buffer, block.byteOffset, BLOCK)
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => view.getUint32(at)) as [number, number, number, number]
  for (const key of keys) {
    const mixed = substitute(b ^ c ^ d ^ key)
    const next = a ^ mixed ^ rotl(mixed, 2) ^ rotl(mixed, 10) ^ rotl(mixed, 18) ^ rotl(mixed, 24)
    ;[a, b, c, d] = [b, c, d, next]
  }
  const result = new Uint8Array(BLOCK)
  const written = new DataView(result.buffer)
  for (const [i, word] of [d, c, b, a].entries()) written.setUint32(i * 4, word)
  return result
}

/** SM4-CBC with the padding of PKCS#7; keys and vectors of 16 octets. */
export function encryptSm4(key: Uint8Array, vector: Uint8Array, plain: Uint8Array): Uint8Array {
  const keys = roundKeys(key)
  const fill = BLOCK - (plain.length % BLOCK)
  const padded = new Uint8Array(plain.length + fill).fill(fill)
  padded.set(plain)
  let last = vector
  for (let at = 0; at < padded.length; at += BLOCK) {
    const block = padded.subarray(at, at + BLOCK)
    const mask = last
    last = turn(
      keys,
      block.map((byte, i) => byte ^ (mask[i] as number)),
    )
    padded.set(last, at)
  }
  return padded
}

/** The text, or undefined where its length or padding shows that the key is a wrong one. */
export function decryptSm4(key: Uint8Array, vector: Uint8Array, secret: Uint8Array): Uint8Array | undefined {
  if (secret.length === 0 || secret.length % BLOCK !== 0) return undefined
  const keys = roundKeys(key).toReversed()
  const padded = new Uint8Array(secret.length)
  for (let at = 0; at < secret.length; at += BLOCK) {
    const mask = at === 0 ? vector : secret.subarray(at - BLOCK, at)
    const block = turn(keys, secret.subarray(at, at + BLOCK))
    padded.set(
      block.map((byte, i) => byte ^ (mask[i] as number)),
      at,
    )
  }
  const fill = padded.at(-1) as number
  if (fill < 1 || fill > BLOCK || padded.subarray(-fill).some((byte) => byte !== fill)) return undefined
  return padded.subarray(0, -fill)
}
