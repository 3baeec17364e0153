/**
 * DER (X.690) as far as certificates and CMS need it. Own code instead of node-forge's: it keeps the place of every
 * value, so that digests are taken of the bytes as they stand, and it refuses whatever is not the one DER spelling,
 * so that a signature has no second form.
 */

/** A value that breaks DER; callers say which document it came from. */
export class DerError extends Error {
  override readonly name = 'DerError'
}

export interface Der {
  /** Identifier octet. */
  readonly tag: number
  /** Identifier, length and contents. */
  readonly whole: Uint8Array
  readonly content: Uint8Array
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  printable: 0x13,
  t61: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** Reads the value at the start of `bytes`; what follows it is not looked at. */
export function readDer(bytes: Uint8Array): Der {
  const tag = bytes[0]
  const first = bytes[1]
  if (tag === undefined || first === undefined) throw new DerError('cut off')
  if ((tag & 0x1f) === 0x1f) throw new DerError('long tag')
  let header = 2
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4) throw new DerError('length form')
    length = 0
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[header + i] ?? 0)
    if (length < 0x80 || bytes[header] === 0) throw new DerError('length not minimal')
    header += count
  }
  if (header + length > bytes.length) throw new DerError('cut off')
  return { tag, whole: bytes.subarray(0, header + length), content: bytes.subarray(header, header + length) }
}

/** Reads a value that must fill `bytes`. */
export function readWhole(bytes: Uint8Array): Der {
  const value = readDer(bytes)
  if (value.whole.length !== bytes.length) throw new DerError('bytes left over')
  return value
}

/** The values inside a constructed one. */
export function children(value: Der): readonly Der[] {
  const list: Der[] = []
  let rest = value.content
  while (rest.length > 0) {
    const child = readDer(rest)
    list.push(child)
    rest = rest.subarray(child.whole.length)
  }
  return list
}

/** The value, if there is one and it has the tag. */
export function expect(value: Der | undefined, tag: number): Der {
  if (value?.tag !== tag) throw new DerError(`tag ${tag.toString(16)} expected`)
  return value
}

/** Children of a SEQUENCE. */
export function sequence(value: Der | undefined): readonly Der[] {
  return children(expect(value, TAG.sequence))
}

/** Children of a SEQUENCE that has exactly so many: a further one would be something nobody looks at. */
export function sequenceOf(value: Der | undefined, count: number): readonly Der[] {
  const list = sequence(value)
  if (list.length !== count) throw new DerError(`${count} values expected`)
  return list
}

/** An object identifier in dotted form. */
export function readOid(value: Der | undefined): string {
  const { content } = expect(value, TAG.oid)
  const parts: number[] = []
  let part = 0
  content.forEach((byte, index) => {
    if (part === 0 && byte === 0x80) throw new DerError('oid not minimal')
    part = part * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      parts.push(part)
      part = 0
    } else if (index === content.length - 1 || part > Number.MAX_SAFE_INTEGER / 256) throw new DerError('oid')
  })
  const first = parts[0] ?? 0
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...parts.slice(1)].join('.')
}

/** A small INTEGER that is not negative. */
export function readSmallInteger(value: Der | undefined): number {
  const { content } = expect(value, TAG.integer)
  const [first = 128, second = 128] = content
  if (content.length > 4 || first > 127 || (first === 0 && second < 128)) throw new DerError('integer')
  return content.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** BIT STRING of whole octets. */
export function readBits(value: Der | undefined): Uint8Array {
  const { content } = expect(value, TAG.bitString)
  if (content[0] !== 0) throw new DerError('bit string')
  return content.subarray(1)
}

// ---- writing ----

export function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0)
  const head = [tag, ...lengthOctets(length)]
  const whole = new Uint8Array(head.length + length)
  whole.set(head)
  let at = head.length
  for (const content of contents) {
    whole.set(content, at)
    at += content.length
  }
  return whole
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length]
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest & 255)
  return [0x80 | octets.length, ...octets]
}

export function derOid(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const octets = [root * 40 + second, ...rest].flatMap((part) => {
    const group = [part & 0x7f]
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) group.unshift((left & 0x7f) | 0x80)
    return group
  })
  return der(TAG.oid, Uint8Array.from(octets))
}

/** An INTEGER that is not negative. */
export function derInteger(value: number): Uint8Array {
  const octets: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest & 255)
  return der(TAG.integer, Uint8Array.from(octets[0] === undefined || octets[0] > 127 ? [0, ...octets] : octets))
}

/** SET OF: DER wants its members in the order of their bytes. */
export function derSetOf(members: readonly Uint8Array[], tag: number = TAG.set): Uint8Array {
  return der(tag, ...[...members].sort(compareBytes))
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number)
  return a.length - b.length
}

/** Equal length and content; for public values, not in constant time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compareBytes(a, b) === 0
}
