/** Names of the printable ASCII characters in their order, with the two quotes as StandardEncoding has them. */
const ASCII =
  'space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore quoteleft a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde'

/** The rest of StandardEncoding (CFF strings 96 to 149), in its order. */
const BEYOND =
  'exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft guilsinglleft guilsinglright fi fl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron breve dotaccent dieresis ring cedilla hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi lslash oslash oe germandbls'

const BEYOND_CHARACTERS = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß"

/** Name of CFF string n at place n − 1: the characters of StandardEncoding. */
export const LATIN_NAMES: readonly string[] = [...ASCII.split(' '), ...BEYOND.split(' ')]

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...ASCII.split(' ').map((name, index) => [name, String.fromCharCode(32 + index)] as const),
  ...BEYOND.split(' ').map((name, index) => [name, [...BEYOND_CHARACTERS][index] as string] as const),
  ['quoteright', '’'],
  ['quoteleft', '‘'],
  ['nbspace', ' '],
  ['minus', '−'],
  ['multiply', '×'],
  ['degree', '°'],
  ['Euro', '€'],
])

/** The text that a glyph name stands for (Adobe Glyph List, as far as 公文 need it); empty when it says nothing. */
export function characterOfName(name: string): string {
  const known = CHARACTERS.get(name) ?? CHARACTERS.get(name.replace(/\..*$/, ''))
  if (known !== undefined) return known
  const [, digits] = /^(?:uni|u)([0-9A-F]{4,6})(?:\..*)?$/.exec(name) ?? []
  const code = digits === undefined ? Number.NaN : Number.parseInt(digits, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** The glyph name of a character, for fonts that are keyed by names. */
export function nameOfCharacter(character: string): string | undefined {
  for (const [name, each] of CHARACTERS) if (each === character) return name
  return undefined
}
