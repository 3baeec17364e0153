import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { isInvisible, isPrivateUse } from './characters.ts'
import type { Ink } from './faceSet.ts'
import fontkit from './fontkit.cts'
import { glyphOffsets, readSfnt } from './sfnt.ts'

/** The part of fontkit's font object that is used here; its own types leave out `createSubset` details and collections. */
type ParsedFont = Exclude<ReturnType<typeof fontkit.create>, { fonts: unknown }>

/** What a face knows of one character. */
export interface Glyph {
  readonly id: number
  /** 1/1000 em. */
  readonly advance: number
  readonly codePoints: readonly number[]
}

/** A parsed font file. Parsing is slow and a job asks the same characters again and again, so everything is kept. */
export interface OpenedFace {
  readonly key: string
  readonly bytes: Uint8Array
  readonly font: ParsedFont
  /** Whether the face draws the character; private-use characters never count. */
  has(character: string): boolean
  /** The character's glyph: that of 〓 where the face lacks it, undefined where the character is invisible. */
  glyph(character: string): Glyph | undefined
  ink(character: string): Ink | undefined
  outline(character: string): string
}

/** 〓, the printers' mark for a missing sort: seen at once, and PDF/A forbids to show a font's `.notdef`. */
const MISSING_SORT = 0x3013

const opened = new Map<string, OpenedFace>()

/** A face that was opened before in this process. */
export function knownFace(key: string): OpenedFace | undefined {
  return opened.get(key)
}

/**
 * Parses a font file once per process.
 * @param key digest of the bytes and face name: the same key gives the same object back.
 * @throws Failure `font-unreadable`
 */
export function openFace(key: string, family: string, bytes: Uint8Array): OpenedFace {
  const known = opened.get(key)
  if (known !== undefined) return known
  const face = parse(key, family, bytes)
  opened.set(key, face)
  return face
}

function parse(key: string, family: string, bytes: Uint8Array): OpenedFace {
  try {
    // fontkit's types ask for a Buffer; it takes any byte array.
    const font = fontkit.create(bytes as Parameters<typeof fontkit.create>[0])
    if ('fonts' in font) throw new Error('a collection')
    giveOffsets(font, bytes)
    const face = withMemory(key, bytes, font)
    // Tables are parsed when they are first asked for: ask now, so that a broken file fails here.
    face.outline('国')
    return face
  } catch (cause) {
    throw unreadable(family, cause)
  }
}

/** fontkit reads the offsets of all glyphs number by number, which is most of the time that opening a face takes. */
function giveOffsets(font: ParsedFont, bytes: Uint8Array): void {
  const sfnt = readSfnt(bytes)
  const offsets = sfnt && glyphOffsets(sfnt)
  const parsedTables = (font as unknown as { readonly _tables: Record<string, unknown> })._tables
  if (offsets !== undefined) parsedTables.loca = { version: 1, offsets }
}

function unreadable(family: string, cause: unknown): Failure {
  return new Failure(
    'font-unreadable',
    message('字体“{0}”的文件无法读取：它不是完好的 TTF 或 OTF 字体。请换一个字体文件，或在设置中去掉它。', family),
    cause,
  )
}

function memoised<T>(compute: (character: string) => T): (character: string) => T {
  const known = new Map<string, T>()
  return (character) => {
    let value = known.get(character)
    if (value === undefined && !known.has(character)) {
      value = compute(character)
      known.set(character, value)
    }
    return value as T
  }
}

function withMemory(key: string, bytes: Uint8Array, font: ParsedFont): OpenedFace {
  const scale = 1000 / font.unitsPerEm
  const has = memoised((character) => {
    return !isPrivateUse(character) && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
  })
  const drawnCodePoint = (character: string) => (has(character) ? character.codePointAt(0)! : MISSING_SORT)
  const parsedGlyph = (character: string) => {
    if (isInvisible(character)) return undefined
    return font.glyphForCodePoint(drawnCodePoint(character))
  }
  const glyph = memoised((character): Glyph | undefined => {
    const parsed = parsedGlyph(character)
    if (parsed === undefined) return undefined
    return { id: parsed.id, advance: parsed.advanceWidth * scale, codePoints: [drawnCodePoint(character)] }
  })
  const ink = memoised((character): Ink | undefined => {
    const box = parsedGlyph(character)?.bbox
    if (box === undefined || !(box.maxX > box.minX && box.maxY > box.minY)) return undefined
    return { left: box.minX * scale, bottom: box.minY * scale, right: box.maxX * scale, top: box.maxY * scale }
  })
  const outline = memoised((character) => {
    const commands = parsedGlyph(character)?.path.commands ?? []
    return pathData(commands, scale)
  })
  return { key, bytes, font, has, glyph, ink, outline }
}

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
}

/** SVG path data, y downward, tenths of 1/1000 em at most. */
function pathData(commands: readonly { command: string; args: number[] }[], scale: number): string {
  let data = ''
  for (const { command, args } of commands) {
    data += LETTERS[command] ?? ''
    data += args.map((value, index) => Math.round((index % 2 === 0 ? value : -value) * scale * 10) / 10 || 0).join(' ')
  }
  return data
}
