import type { EmBox } from './font.ts'

/** Subroutines that a charstring may call. */
interface Subroutines {
  readonly globals: readonly Uint8Array[]
  readonly locals: readonly Uint8Array[]
}

/** Adobe technical note 5177 names 10 calls within each other and 48 operands. */
const MAX_CALLS = 10
const MAX_OPERANDS = 513

/** Operators and numbers of one glyph; the most intricate real ones have some thousands. */
const MAX_STEPS = 200_000

/** Steps that all glyphs of a font may take together. */
export interface StepBudget {
  left: number
}

/** One glyph being drawn: only its extent is kept. */
interface Drawing {
  readonly stack: number[]
  x: number
  y: number
  hints: number
  steps: number
  left: number
  bottom: number
  right: number
  top: number
}

/**
 * Extent of a Type 2 charstring in glyph units.
 * @returns undefined for a blank glyph, `missing` for one that cannot be read
 */
export function charstringBox(
  program: Uint8Array,
  subroutines: Subroutines,
  budget: StepBudget,
): EmBox | undefined | 'missing' {
  const drawing: Drawing = {
    stack: [],
    x: 0,
    y: 0,
    hints: 0,
    steps: 0,
    left: Infinity,
    bottom: Infinity,
    right: -Infinity,
    top: -Infinity,
  }
  const outcome = budget.left > 0 ? run(program, subroutines, drawing, 0) : 'broken'
  budget.left -= drawing.steps
  if (outcome === 'broken') return 'missing'
  const { left, bottom, right, top } = drawing
  return right > left && top > bottom ? { left, bottom, right, top } : undefined
}

function lineBy(drawing: Drawing, dx: number, dy: number): void {
  include(drawing, drawing.x, drawing.y)
  drawing.x += dx
  drawing.y += dy
  include(drawing, drawing.x, drawing.y)
}

function include(drawing: Drawing, x: number, y: number): void {
  drawing.left = Math.min(drawing.left, x)
  drawing.right = Math.max(drawing.right, x)
  drawing.bottom = Math.min(drawing.bottom, y)
  drawing.top = Math.max(drawing.top, y)
}

function curveBy(drawing: Drawing, dxa: number, dya: number, dxb: number, dyb: number, dxc: number, dyc: number): void {
  const [x0, y0] = [drawing.x, drawing.y]
  const [x1, y1] = [x0 + dxa, y0 + dya]
  const [x2, y2] = [x1 + dxb, y1 + dyb]
  const [x3, y3] = [x2 + dxc, y2 + dyc]
  include(drawing, x0, y0)
  include(drawing, x3, y3)
  for (const t of [...extremes(x0, x1, x2, x3), ...extremes(y0, y1, y2, y3)])
    include(drawing, bezier(t, x0, x1, x2, x3), bezier(t, y0, y1, y2, y3))
  drawing.x = x3
  drawing.y = y3
}

function bezier(t: number, a: number, b: number, c: number, d: number): number {
  const u = 1 - t
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
}

/** Parameters between 0 and 1 where a coordinate of a curve turns. */
function extremes(p0: number, p1: number, p2: number, p3: number): readonly number[] {
  const [a, b, c] = [p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0]
  if (Math.abs(a) < 1e-9) return Math.abs(b) < 1e-9 ? [] : [-c / b].filter((t) => t > 0 && t < 1)
  const root = b * b - 4 * a * c
  if (root < 0) return []
  return [(-b + Math.sqrt(root)) / (2 * a), (-b - Math.sqrt(root)) / (2 * a)].filter((t) => t > 0 && t < 1)
}

type Outcome = 'ended' | 'returned' | 'broken'

function run(program: Uint8Array, subroutines: Subroutines, drawing: Drawing, calls: number): Outcome {
  if (calls > MAX_CALLS) return 'broken'
  const { stack } = drawing
  for (let at = 0; at < program.length; ) {
    const code = program[at++] as number
    if (++drawing.steps > MAX_STEPS || stack.length > MAX_OPERANDS) return 'broken'
    if (code >= 32 || code === 28) {
      const number = readNumber(program, at, code)
      stack.push(number.value)
      at = number.end
    } else if (code === 10 || code === 29) {
      const list = code === 10 ? subroutines.locals : subroutines.globals
      const called = list[(stack.pop() ?? 0) + bias(list.length)]
      if (called === undefined) return 'broken'
      const outcome = run(called, subroutines, drawing, calls + 1)
      if (outcome !== 'returned') return outcome
    } else if (code === 11) return 'returned'
    else if (code === 14) return 'ended'
    else if (code === 12) {
      if (!flex(program[at++] ?? 0, drawing)) return 'broken'
    } else if (code === 19 || code === 20) {
      drawing.hints += stack.length >> 1
      stack.length = 0
      at += (drawing.hints + 7) >> 3
    } else draw(code, drawing)
  }
  return 'returned'
}

function readNumber(program: Uint8Array, at: number, code: number): { readonly value: number; readonly end: number } {
  const byte = (offset: number): number => program[at + offset] ?? 0
  if (code === 28) return { value: ((byte(0) << 24) >> 16) | byte(1), end: at + 2 }
  if (code < 247) return { value: code - 139, end: at }
  if (code < 251) return { value: (code - 247) * 256 + byte(0) + 108, end: at + 1 }
  if (code < 255) return { value: -(code - 251) * 256 - byte(0) - 108, end: at + 1 }
  return { value: ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) / 65536, end: at + 4 }
}

function bias(count: number): number {
  return count < 1240 ? 107 : count < 33900 ? 1131 : 32768
}

/** Path operators of the note, 4.1 to 4.3; they empty the stack. */
function draw(code: number, drawing: Drawing): void {
  const args = drawing.stack.splice(0)
  const get = (index: number): number => args[index] ?? 0
  const last = args.length
  if (code === 1 || code === 3 || code === 18 || code === 23) drawing.hints += last >> 1
  // A first operand too many is the width.
  else if (code === 21) move(drawing, get(last - 2), get(last - 1))
  else if (code === 22) move(drawing, get(last - 1), 0)
  else if (code === 4) move(drawing, 0, get(last - 1))
  else if (code === 5) for (let i = 0; i + 1 < last; i += 2) lineBy(drawing, get(i), get(i + 1))
  else if (code === 6 || code === 7)
    for (let i = 0; i < last; i++)
      (i % 2 === 0) === (code === 6) ? lineBy(drawing, get(i), 0) : lineBy(drawing, 0, get(i))
  else if (code === 8 || code === 24) {
    let i = 0
    for (; i + 5 < last; i += 6) curveBy(drawing, get(i), get(i + 1), get(i + 2), get(i + 3), get(i + 4), get(i + 5))
    if (code === 24) lineBy(drawing, get(i), get(i + 1))
  } else if (code === 25) {
    let i = 0
    for (; i + 7 < last; i += 2) lineBy(drawing, get(i), get(i + 1))
    curveBy(drawing, get(i), get(i + 1), get(i + 2), get(i + 3), get(i + 4), get(i + 5))
  } else if (code === 26 || code === 27) straightCurves(drawing, args, code === 26)
  else if (code === 30 || code === 31) turningCurves(drawing, args, code === 31)
}

function move(drawing: Drawing, dx: number, dy: number): void {
  drawing.x += dx
  drawing.y += dy
}

/** vvcurveto and hhcurveto: curves that begin and end upright, or level. */
function straightCurves(drawing: Drawing, args: readonly number[], upright: boolean): void {
  let i = args.length % 4
  let aside = i === 1 ? (args[0] ?? 0) : 0
  for (; i + 3 < args.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = args.slice(i, i + 4)
    if (upright) curveBy(drawing, aside, a, b, c, 0, d)
    else curveBy(drawing, a, aside, b, c, d, 0)
    aside = 0
  }
}

/** vhcurveto and hvcurveto: curves that begin level and end upright, or the other way round, by turns. */
function turningCurves(drawing: Drawing, args: readonly number[], levelFirst: boolean): void {
  let level = levelFirst
  for (let i = 0; i + 3 < args.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = args.slice(i, i + 4)
    const rest = args.length - i === 5 ? (args[i + 4] ?? 0) : 0
    if (level) curveBy(drawing, a, 0, b, c, rest, d)
    else curveBy(drawing, 0, a, b, c, d, rest)
    level = !level
  }
}

/** The flex operators; arithmetic ones, which no font of today uses, are not carried out. */
function flex(code: number, drawing: Drawing): boolean {
  const args = drawing.stack.splice(0)
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] = args
  const two = (first: Six, second: Six): boolean => {
    curveBy(drawing, ...first)
    curveBy(drawing, ...second)
    return true
  }
  if (code === 35) return two([a, b, c, d, e, f], [g, h, i, j, k, l])
  if (code === 34) return two([a, 0, b, c, d, 0], [e, 0, f, -c, g, 0])
  if (code === 36) return two([a, b, c, d, e, 0], [f, 0, g, h, i, -(b + d + h)])
  if (code !== 37) return false
  const [dx, dy] = [a + c + e + g + i, b + d + f + h + j]
  return two([a, b, c, d, e, f], Math.abs(dx) > Math.abs(dy) ? [g, h, i, j, k, -dy] : [g, h, i, j, -dx, k])
}

type Six = readonly [number, number, number, number, number, number]
