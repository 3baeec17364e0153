/** The state of content that is being carried out, and what its operators are made of. */
import type { PdfView } from '../file.ts'
import type { FontCache } from '../font/font.ts'
import { isDictionary, type PdfDictionary, type PdfObject, type PdfStream } from '../objects.ts'
import type { Budget } from './budget.ts'
import type { Bar, Glyph, Picture, Shape } from './marks.ts'
import type { PathBuilder } from './path.ts'
import type { GraphicsState } from './state.ts'
import type { TextPen } from './text.ts'

/** Where everything that is painted is put down. */
export interface Marks {
  readonly glyphs: Glyph[]
  readonly bars: Bar[]
  readonly shapes: Shape[]
  readonly pictures: Picture[]
  hidden: number
  readonly budget: Budget
}

/** One stream being carried out. */
export interface Run {
  readonly view: PdfView
  readonly fonts: FontCache
  readonly marks: Marks
  readonly resources: PdfDictionary | undefined
  /** Streams that are being carried out, the outermost first: a form must not call itself. */
  readonly open: readonly PdfStream[]
  state: GraphicsState
  readonly saved: GraphicsState[]
  unsaved: number
  path: PathBuilder
  /** W seen: the path becomes the clip when it is painted. */
  clips: boolean
  readonly pen: TextPen
}

/** What an operator does; operands that it does not understand pass it over. */
export type Operator = (run: Run, operands: readonly PdfObject[]) => void

/** The operands that are numbers. */
export function numeric(operands: readonly PdfObject[]): readonly number[] {
  return operands.filter((operand) => typeof operand === 'number')
}

/** An operator that needs that many numbers; with fewer it is passed over. */
export function withNumbers(count: number, work: (run: Run, numbers: readonly number[]) => void): Operator {
  return (run, operands) => {
    const numbers = numeric(operands)
    if (numbers.length >= count) work(run, numbers)
  }
}

/** The object that a name of the content stands for in a class of its resources. */
export function resource({ view, resources }: Run, kind: string, name: string): PdfObject | undefined {
  const named = view.resolve(resources?.entries.get(kind))
  return isDictionary(named) ? named.entries.get(name) : undefined
}
