import type { FaceSet } from '../../fonts/faceSet.ts'
import type { FontRole } from '../../standard/fontRole.ts'
import { readLength, type Viewport } from './length.ts'
import { type Matrix, multiply, numbersIn, scaling, translation } from './matrix.ts'
import { type Commands, commandsOf } from './outline.ts'
import type { SvgElement } from './source.ts'
import { type Sheet, type Style, styleOf } from './style.ts'

/** A character of a text with its style; x and y where it begins anew, dx and dy where it is moved. */
interface Letter {
  readonly character: string
  readonly style: Style
  readonly size: number
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly dx: number
  readonly dy: number
}

/** A glyph at its place. */
export interface PlacedGlyph {
  readonly commands: Commands
  readonly matrix: Matrix
  readonly style: Style
}

export interface TextContext {
  readonly faces: FaceSet
  /** Outlines of glyphs, as far as they were asked for. */
  readonly outlines: Map<string, Commands | undefined>
  readonly sheet: Sheet
  readonly viewport: Viewport
  /** Told of characters that no face has. */
  missing(character: string): void
  /** Told of what cannot be set, by a name for people. */
  lost(what: string): void
}

/**
 * A `text` element as outlines of our own faces: the drawing then looks the same on every machine. Lines, tspan, positions,
 * anchor, baseline and `textLength` are kept; text on a path is not.
 */
export function glyphsOf(element: SvgElement, style: Style, context: TextContext): readonly PlacedGlyph[] {
  const glyphs: PlacedGlyph[] = []
  const wanted = readLength(element.attributes.textLength, 'x', context.viewport)
  let pen = { x: 0, y: 0 }
  for (const chunk of chunksOf(lettersOf(element, style, context))) {
    const first = chunk[0] as Letter
    const widths = chunk.map((letter) => widthOf(letter, context))
    const natural = widths.reduce((sum, width, index) => sum + width + (index > 0 ? (chunk[index]?.dx ?? 0) : 0), 0)
    const stretch = wanted !== undefined && natural > 0 ? Math.max(0.5, Math.min(2, wanted / natural)) : 1
    const anchor = first.style['text-anchor']
    const shift = anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0
    pen = { x: (first.x ?? pen.x) - shift * natural * stretch, y: first.y ?? pen.y }
    for (const [index, letter] of chunk.entries()) {
      pen = { x: pen.x + letter.dx, y: pen.y + letter.dy }
      glyphs.push(...glyphOf(letter, pen, stretch, context))
      pen = { x: pen.x + (widths[index] as number) * stretch, y: pen.y }
    }
  }
  return glyphs
}

function lettersOf(element: SvgElement, style: Style, context: TextContext): readonly Letter[] {
  const letters: Letter[] = []
  const visit = (parent: SvgElement, ofParent: Style, em: number): void => {
    const size = readLength(ofParent['font-size'], 'y', context.viewport, em) ?? em
    const lists = ['x', 'y', 'dx', 'dy'].map((name) => numbersIn(parent.attributes[name] ?? ''))
    const relative = (name: 'dx' | 'dy') =>
      readLength(parent.attributes[name], name === 'dx' ? 'x' : 'y', context.viewport, size)
    let nth = 0
    for (const child of parent.children) {
      if (typeof child !== 'string') {
        if (child.name === 'tspan' || child.name === 'a') visit(child, styleOf(child, ofParent, context.sheet), size)
        else if (child.name === 'textPath') context.lost('沿曲线排的文字')
        continue
      }
      for (const character of collapsed(child, letters.at(-1)?.character)) {
        const [xs, ys, dxs, dys] = lists as [readonly number[], readonly number[], readonly number[], readonly number[]]
        const dx = nth === 0 ? (relative('dx') ?? dxs[0]) : dxs[nth]
        const dy = nth === 0 ? (relative('dy') ?? dys[0]) : dys[nth]
        letters.push({ character, style: ofParent, size, x: xs[nth], y: ys[nth], dx: dx ?? 0, dy: dy ?? 0 })
        nth += 1
      }
    }
  }
  visit(element, style, 16)
  return letters
}

/** Blanks and ends of lines are one blank, none at the start. */
function collapsed(text: string, before: string | undefined): string {
  const joined = text.replace(/\s+/g, ' ')
  return before === undefined || before === ' ' ? joined.replace(/^ /, '') : joined
}

/** Letters from one absolute place to the next. */
function chunksOf(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const chunks: Letter[][] = []
  for (const letter of letters) {
    const chunk = chunks.at(-1)
    if (!chunk || letter.x !== undefined || letter.y !== undefined) chunks.push([letter])
    else chunk.push(letter)
  }
  // The blank between two lines of the source belongs to neither.
  for (const chunk of chunks) while (chunk.length > 1 && chunk.at(-1)?.character === ' ') chunk.pop()
  return chunks
}

/** Families that stand for a class of faces; what is not known is set in 黑体, as the programs for drawings do. */
const FAMILIES: readonly (readonly [RegExp, FontRole])[] = [
  [/仿宋|fang/i, '仿宋'],
  [/楷|kai/i, '楷体'],
  [/sans|黑|hei/i, '黑体'],
  [/宋|song|simsun|serif|times|georgia/i, '宋体'],
]

function roleOf(style: Style): FontRole {
  const family = style['font-family'] ?? ''
  return FAMILIES.find(([pattern]) => pattern.test(family))?.[1] ?? '黑体'
}

function widthOf({ character, style, size }: Letter, { faces, missing }: TextContext): number {
  const { face, missing: lacking } = faces.pick(roleOf(style), character)
  if (lacking.length > 0) missing(character)
  return (faces.advance(face.key, character) / 1000) * size
}

function glyphOf(
  { character, style, size }: Letter,
  pen: { readonly x: number; readonly y: number },
  stretch: number,
  context: TextContext,
): readonly PlacedGlyph[] {
  const { face } = context.faces.pick(roleOf(style), character)
  const commands = outlineOf(face.key, character, context)
  if (!commands || commands.length === 0) return []
  const place = translation(pen.x, pen.y + baselineShift(style) * size)
  return [{ commands, style, matrix: multiply(place, scaling((size / 1000) * stretch, size / 1000)) }]
}

function outlineOf(face: string, character: string, { faces, outlines }: TextContext): Commands | undefined {
  const key = `${face}\u0000${character}`
  if (!outlines.has(key)) outlines.set(key, commandsOf(faces.outline(face, character)))
  return outlines.get(key)
}

/** How far the baseline lies below the named line, in em. */
function baselineShift(style: Style): number {
  const line = style['dominant-baseline'] ?? style['alignment-baseline']
  if (line === 'middle' || line === 'central') return 0.36
  return line === 'hanging' || line === 'text-before-edge' || line === 'text-top' ? 0.85 : 0
}
