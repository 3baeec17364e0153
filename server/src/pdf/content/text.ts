import { isArray, isString, type PdfObject } from '../objects.ts'
import type { Budget } from './budget.ts'
import type { Glyph } from './marks.ts'
import { type Box, concat, IDENTITY, intersection, type Matrix, transformBox } from './matrix.ts'
import type { GraphicsState } from './state.ts'

const MM_PER_POINT = 25.4 / 72

/** What text objects add to the page: glyphs, and how many more are not painted. */
export interface TextSink {
  readonly glyphs: Glyph[]
  hidden: number
  readonly budget: Budget
}

/** Text and line matrix of the current text object (ISO 32000-1 9.4). */
export interface TextPen {
  begin(): void
  set(matrix: Matrix): void
  /** Td */
  move(x: number, y: number): void
  /** Tj, and TJ with its shifts. */
  show(operand: PdfObject | undefined, state: GraphicsState): void
}

export function createPen(sink: TextSink): TextPen {
  let line: Matrix = IDENTITY
  let pen: Matrix = IDENTITY
  const advance = (x: number, y: number): void => {
    pen = concat([1, 0, 0, 1, x, y], pen)
  }
  const showString = (bytes: Uint8Array, state: GraphicsState): void => {
    const { font, fontSize, scale } = state
    if (font === undefined) return
    const codes = font.read(bytes)
    sink.budget.spend('marks', codes.length)
    for (const code of codes) {
      const spacing = state.characterSpacing + (code.isSpace ? state.wordSpacing : 0)
      const place = concat([fontSize * scale, 0, 0, fontSize, 0, state.rise], concat(pen, state.matrix))
      const glyph = glyphAt(font.vertical ? concat([1, 0, 0, 1, -code.width / 2, -0.88], place) : place, code, state)
      if (glyph === undefined) sink.hidden++
      else sink.glyphs.push(glyph)
      if (font.vertical) advance(0, -fontSize + spacing)
      else advance((code.width * fontSize + spacing) * scale, 0)
    }
  }
  return {
    begin: () => {
      line = IDENTITY
      pen = IDENTITY
    },
    set: (matrix) => {
      line = matrix
      pen = matrix
    },
    move: (x, y) => {
      line = concat([1, 0, 0, 1, x, y], line)
      pen = line
    },
    show: (operand, state) => {
      for (const item of isArray(operand) ? operand.items : [operand]) {
        if (isString(item)) showString(item.bytes, state)
        else if (typeof item === 'number') {
          const shift = (-item / 1000) * state.fontSize
          if (state.font?.vertical) advance(0, shift)
          else advance(shift * state.scale, 0)
        }
      }
    },
  }
}

type Code = ReturnType<NonNullable<GraphicsState['font']>['read']>[number]

/** The glyph of a code whose em square `place` puts on the page; undefined if nothing of it is painted. */
function glyphAt(place: Matrix, code: Code, state: GraphicsState): Glyph | undefined {
  const [a, b, c, d, x, baseline] = place
  const mode = state.rendering & 3
  if (mode === 3 || ![a, b, c, d, x, baseline].every(Number.isFinite)) return undefined
  const wide = Math.hypot(a, b)
  const inkBox = code.ink()
  const ink =
    inkBox && transformBox(place, { left: inkBox.left, right: inkBox.right, top: inkBox.bottom, bottom: inkBox.top })
  if (
    state.clip &&
    intersection(ink ?? { left: x, right: x, top: baseline, bottom: baseline }, state.clip) === undefined
  )
    return undefined
  return {
    text: code.text,
    x,
    baseline,
    width: code.width * wide,
    size: Math.hypot(c, d) / MM_PER_POINT,
    angle: Math.round((Math.atan2(-b, a) * 180) / Math.PI),
    font: state.font as NonNullable<GraphicsState['font']>,
    colour: mode === 1 ? state.stroke : state.fill,
    thickened: mode === 2,
    ink: ink as Box | undefined,
    inkKnown: code.inkKnown,
  }
}
