import { HashMD } from '@noble/hashes/_md.js'
import { createHasher, rotl } from '@noble/hashes/utils.js'

/** IV of GB/T 32905—2016 4.1. */
const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e] as const
/** T(j) of 4.2, already turned left by j as the rounds of 5.3.3 use it. */
const TURNED = Uint32Array.from({ length: 64 }, (_, j) => rotl(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32))
/** The words W of 5.3.2, kept between blocks so that none is allocated anew. */
const words = new Int32Array(68)

const mix = (x: number): number => x ^ rotl(x, 9) ^ rotl(x, 17)
const spread = (x: number): number => x ^ rotl(x, 15) ^ rotl(x, 23)

/** A class because noble's hashes are: padding, HMAC and PBKDF2 come from there. */
class Sm3 extends HashMD<Sm3> {
  private state = Uint32Array.from(START)

  constructor() {
    super(64, 32, 8, false)
  }

  protected get(): number[] {
    return [...this.state]
  }

  protected set(...state: number[]): void {
    this.state.set(state)
  }

  _cloneInto(to: Sm3 = new Sm3()): Sm3 {
    to.set(...this.get())
    return this._cloneIntoMeta(to)
  }

  // biome-ignore lint/complexity/useLiteralKeys: noble's name for one block's turn, not the process that only node/ may touch
  protected ['process'](view: DataView, offset: number): void {
    for (let j = 0; j < 16; j++) words[j] = view.getUint32(offset + j * 4)
    for (let j = 16; j < 68; j++)
      words[j] =
        spread((words[j - 16] as number) ^ (words[j - 9] as number) ^ rotl(words[j - 3] as number, 15)) ^
        rotl(words[j - 13] as number, 7) ^
        (words[j - 6] as number)
    compress(this.state)
  }

  protected roundClean(): void {
    words.fill(0)
  }

  destroy(): void {
    this.destroyed = true
    this.state.fill(0)
    this.buffer.fill(0)
  }
}

/** CF of 5.3.3 over the words that are laid out. */
function compress(state: Uint32Array): void {
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let j = 0; j < 64; j++) {
    const word = words[j] as number
    const turned = rotl(a, 12)
    const first = rotl((turned + e + (TURNED[j] as number)) | 0, 7)
    const chosen = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const other = j < 16 ? e ^ f ^ g : (e & f) | (~e & g)
    const left = (chosen + d + (first ^ turned) + (word ^ (words[j + 4] as number))) | 0
    const right = (other + h + first + word) | 0
    d = c
    c = rotl(b, 9)
    b = a
    a = left
    h = g
    g = rotl(f, 19)
    f = e
    e = mix(right)
  }
  state[0] = (state[0] as number) ^ a
  state[1] = (state[1] as number) ^ b
  state[2] = (state[2] as number) ^ c
  state[3] = (state[3] as number) ^ d
  state[4] = (state[4] as number) ^ e
  state[5] = (state[5] as number) ^ f
  state[6] = (state[6] as number) ^ g
  state[7] = (state[7] as number) ^ h
}

/** SM3 (GB/T 32905—2016): 32 octets. For Node builds and browsers that do not bring it along. */
export const sm3 = createHasher(() => new Sm3())
