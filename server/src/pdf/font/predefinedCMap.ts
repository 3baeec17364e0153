/** A CMap that files name without holding it (ISO 32000-1 table 118), as far as Chinese documents use them. */
export interface PredefinedCMap {
  /** Bytes of the code that begins with this byte. */
  lengthAt(first: number): number
  /** Text of a code; undefined where codes are CIDs and only the font knows. */
  textOf: ((code: Uint8Array) => string) | undefined
  /** CID of a code where that is known: widths and glyphs go by it. */
  cidOf(code: number): number | undefined
  readonly vertical: boolean
}

const two = (): number => 2
const doubleByte = (first: number): number => (first <= 0x80 || first === 0xff ? 1 : 2)
const surrogates = (first: number): number => (first >= 0xd8 && first <= 0xdb ? 4 : 2)

function decoder(name: string): (code: Uint8Array) => string {
  const decode = new TextDecoder(name)
  return (code) => decode.decode(code)
}

/** Adobe-GB1 puts ASCII at CID 1 in proportional, at CID 814 in half width; the half-width space is apart. */
const proportional = (code: number): number | undefined => (code >= 0x20 && code <= 0x7e ? code - 0x1f : undefined)
const halfWidth = (code: number): number | undefined =>
  code === 0x20 ? 7716 : code > 0x20 && code <= 0x7e ? code - 0x21 + 814 : undefined

type Plan = Omit<PredefinedCMap, 'vertical'>

/** In the order in which names are tried. */
const PLANS: readonly (readonly [name: RegExp, plan: () => Plan])[] = [
  [/^Identity-/, () => ({ lengthAt: two, textOf: undefined, cidOf: (code) => code })],
  [/-UTF16-/, () => ({ lengthAt: surrogates, textOf: decoder('utf-16be'), cidOf: proportional })],
  [/-UCS2-/, () => ({ lengthAt: two, textOf: decoder('utf-16be'), cidOf: proportional })],
  [/^GBK-EUC-/, () => ({ lengthAt: doubleByte, textOf: decoder('gb18030'), cidOf: halfWidth })],
  [
    /^(?:GBKp?-EUC|GB-EUC|GBK2K|GBpc-EUC)-/,
    () => ({ lengthAt: doubleByte, textOf: decoder('gb18030'), cidOf: proportional }),
  ],
  [
    /^(?:ETen-B5|B5pc|ETenms-B5|HKscs-B5)-/,
    () => ({ lengthAt: doubleByte, textOf: decoder('big5'), cidOf: proportional }),
  ],
]

export function predefinedCMap(name: string): PredefinedCMap | undefined {
  const plan = PLANS.find(([pattern]) => pattern.test(name))?.[1]
  return plan && { ...plan(), vertical: name.endsWith('-V') }
}
