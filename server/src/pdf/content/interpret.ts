import type { PdfView } from '../file.ts'
import type { FontCache } from '../font/font.ts'
import {
  isArray,
  isDictionary,
  isStream,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
} from '../objects.ts'
import { cmyk, grey, numbersOf, rgb } from './colour.ts'
import { setColour, setComponents, setSpace } from './colourOperators.ts'
import { decodeData } from './filters.ts'
import { apply, type Box, boxFrom, concat, intersection, type Matrix, transformBox } from './matrix.ts'
import { painting } from './painting.ts'
import { barOf, createPath } from './path.ts'
import { type Marks, numeric, type Operator, type Run, resource, withNumbers } from './run.ts'
import { type GraphicsState, initialState } from './state.ts'
import { createPen } from './text.ts'
import { readOperators } from './tokens.ts'

/** Forms within forms; real files have two or three. */
const MAX_FORMS = 24

/** Saved states that are kept; ISO 32000-1 annex C names 28. Beyond that `q` and `Q` are only counted. */
const MAX_SAVED = 512

/**
 * Carries out content and puts what it paints into `marks` (ISO 32000-1 annex A).
 * @param matrix from the content's space to millimetres of the page
 */
export function interpret(
  content: Uint8Array,
  resources: PdfDictionary | undefined,
  setting: { readonly view: PdfView; readonly fonts: FontCache; readonly marks: Marks },
  place: { readonly matrix: Matrix; readonly clip: Box },
): void {
  carryOut(content, {
    ...setting,
    resources,
    ...beginning(setting.marks, initialState(place.matrix, place.clip)),
    open: [],
  })
}

function beginning(
  marks: Marks,
  state: GraphicsState,
): Pick<Run, 'state' | 'saved' | 'unsaved' | 'path' | 'clips' | 'pen'> {
  return { state, saved: [], unsaved: 0, path: createPath(), clips: false, pen: createPen(marks) }
}

function carryOut(content: Uint8Array, run: Run): void {
  readOperators(content, (operator, operands) => {
    run.marks.budget.spend('operators')
    OPERATORS.get(operator)?.(run, operands)
    return true
  })
}

function setFont(run: Run, font: PdfObject | undefined, size: PdfObject | undefined): void {
  if (font !== undefined) run.state.font = run.fonts.open(font)
  if (typeof size === 'number') run.state.fontSize = size
}

function extendedState(run: Run, [operand]: readonly PdfObject[]): void {
  const settings = run.view.resolve(resource(run, 'ExtGState', nameOf(operand) ?? ''))
  if (!isDictionary(settings)) return
  const width = run.view.resolve(settings.entries.get('LW'))
  if (typeof width === 'number') run.state.lineWidth = width
  const font = run.view.resolve(settings.entries.get('Font'))
  if (isArray(font)) setFont(run, font.items[0], run.view.resolve(font.items[1]))
}

function paintObject(run: Run, [operand]: readonly PdfObject[]): void {
  const object = run.view.resolve(resource(run, 'XObject', nameOf(operand) ?? ''))
  if (!isStream(object)) return
  const kind = nameOf(run.view.resolve(object.dictionary.entries.get('Subtype')))
  if (kind === 'Image') paintImage(run, run.view.resolve(object.dictionary.entries.get('ImageMask')) === true)
  else if (kind === 'Form') paintForm(run, object)
}

/** An image fills the unit square. Some programs draw lines as masks of one pixel. */
function paintImage({ state, marks }: Run, mask: boolean): void {
  marks.budget.spend('marks')
  const unit = transformBox(state.matrix, { left: 0, top: 0, right: 1, bottom: 1 })
  const box = state.clip === undefined ? unit : intersection(unit, state.clip)
  const bar = box && mask ? barOf(box, state.fill) : undefined
  if (bar) marks.bars.push(bar)
  else if (box) marks.pictures.push({ box })
}

function paintForm(run: Run, form: PdfStream): void {
  if (run.open.includes(form) || run.open.length >= MAX_FORMS) return
  const { view, marks } = run
  const content = decodeData(view, form)
  if (content === undefined) return
  // Opening and unpacking cost as well, however little the form paints.
  marks.budget.spend('forms')
  marks.budget.spend('bytes', content.length)
  const own = view.resolve(form.dictionary.entries.get('Resources'))
  const given = numbersOf(view, form.dictionary.entries.get('Matrix'))
  const matrix = given.length === 6 ? concat(given as unknown as Matrix, run.state.matrix) : run.state.matrix
  const [x1, y1, x2, y2] = numbersOf(view, form.dictionary.entries.get('BBox'))
  const frame =
    y2 === undefined ? undefined : transformBox(matrix, boxFrom(x1 as number, y1 as number, x2 as number, y2))
  const clip = frame && run.state.clip ? intersection(frame, run.state.clip) : (frame ?? run.state.clip)
  if (frame && clip === undefined) return
  carryOut(content, {
    ...run,
    ...beginning(marks, { ...run.state, matrix, clip }),
    resources: isDictionary(own) ? own : run.resources,
    open: [...run.open, form],
  })
}

function save(run: Run): void {
  if (run.saved.length < MAX_SAVED) run.saved.push({ ...run.state })
  else run.unsaved++
}

function restore(run: Run): void {
  if (run.unsaved > 0) run.unsaved--
  else run.state = run.saved.pop() ?? run.state
}

const at = (run: Run, x = 0, y = 0): readonly [number, number] => apply(run.state.matrix, x, y)

const text = (set: (state: GraphicsState, value: number) => void): Operator =>
  withNumbers(1, ({ state }, [value = 0]) => set(state, value))

const show: Operator = (run, operands) => run.pen.show(operands.at(-1), run.state)

const nextLine: Operator = ({ pen, state }) => pen.move(0, -state.leading)

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['q', save],
  ['Q', restore],
  [
    'cm',
    withNumbers(6, ({ state }, numbers) => {
      state.matrix = concat(numbers.slice(0, 6) as unknown as Matrix, state.matrix)
    }),
  ],
  ['w', text((state, value) => Object.assign(state, { lineWidth: Math.abs(value) }))],
  ['gs', extendedState],
  ['m', withNumbers(2, (run, [x, y]) => run.path.moveTo(at(run, x, y)))],
  ['l', withNumbers(2, (run, [x, y]) => run.path.lineTo(at(run, x, y)))],
  ['c', withNumbers(6, (run, [a, b, c, d, e, f]) => run.path.curveTo([at(run, a, b), at(run, c, d), at(run, e, f)]))],
  ['v', withNumbers(4, (run, [a, b, c, d]) => run.path.curveTo([at(run, a, b), at(run, c, d)]))],
  ['y', withNumbers(4, (run, [a, b, c, d]) => run.path.curveTo([at(run, a, b), at(run, c, d)]))],
  ['h', (run) => run.path.close()],
  [
    're',
    withNumbers(4, (run, [x = 0, y = 0, width = 0, height = 0]) => {
      run.path.moveTo(at(run, x, y))
      for (const [cx, cy] of [
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ] as const)
        run.path.lineTo(at(run, cx, cy))
      run.path.close()
    }),
  ],
  ['S', painting('stroke')],
  ['s', painting('close', 'stroke')],
  ...['f', 'F', 'f*'].map((name) => [name, painting('fill')] as const),
  ...['B', 'B*'].map((name) => [name, painting('fill', 'stroke')] as const),
  ...['b', 'b*'].map((name) => [name, painting('close', 'fill', 'stroke')] as const),
  ['n', painting()],
  ...['W', 'W*'].map((name) => [name, (run: Run) => void Object.assign(run, { clips: true })] as const),
  ['g', setColour('fill', 'DeviceGray', ([level = 0]) => grey(level))],
  ['G', setColour('stroke', 'DeviceGray', ([level = 0]) => grey(level))],
  ['rg', setColour('fill', 'DeviceRGB', ([r = 0, g = 0, b = 0]) => rgb(r, g, b))],
  ['RG', setColour('stroke', 'DeviceRGB', ([r = 0, g = 0, b = 0]) => rgb(r, g, b))],
  ['k', setColour('fill', 'DeviceCMYK', ([c = 0, m = 0, y = 0, k = 0]) => cmyk(c, m, y, k))],
  ['K', setColour('stroke', 'DeviceCMYK', ([c = 0, m = 0, y = 0, k = 0]) => cmyk(c, m, y, k))],
  ['cs', setSpace('fill')],
  ['CS', setSpace('stroke')],
  ...['sc', 'scn'].map((name) => [name, setComponents('fill')] as const),
  ...['SC', 'SCN'].map((name) => [name, setComponents('stroke')] as const),
  ['Do', paintObject],
  ['BI', (run) => paintImage(run, false)],
  ['BT', ({ pen }) => pen.begin()],
  ['Tf', (run, [name, size]) => setFont(run, resource(run, 'Font', nameOf(name) ?? ''), size)],
  ['Tc', text((state, value) => Object.assign(state, { characterSpacing: value }))],
  ['Tw', text((state, value) => Object.assign(state, { wordSpacing: value }))],
  ['Tz', text((state, value) => Object.assign(state, { scale: value / 100 }))],
  ['TL', text((state, value) => Object.assign(state, { leading: value }))],
  ['Ts', text((state, value) => Object.assign(state, { rise: value }))],
  ['Tr', text((state, value) => Object.assign(state, { rendering: value }))],
  ['Td', withNumbers(2, ({ pen }, [x = 0, y = 0]) => pen.move(x, y))],
  [
    'TD',
    withNumbers(2, ({ pen, state }, [x = 0, y = 0]) => {
      state.leading = -y
      pen.move(x, y)
    }),
  ],
  ['Tm', withNumbers(6, ({ pen }, numbers) => pen.set(numbers.slice(0, 6) as unknown as Matrix))],
  ['T*', nextLine],
  ['Tj', show],
  ['TJ', show],
  [
    "'",
    (run, operands) => {
      nextLine(run, [])
      show(run, operands)
    },
  ],
  [
    '"',
    (run, operands) => {
      const [word = 0, character = 0] = numeric(operands)
      Object.assign(run.state, { wordSpacing: word, characterSpacing: character })
      nextLine(run, [])
      show(run, operands)
    },
  ],
])
