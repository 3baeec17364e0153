import type { PdfView } from '../file.ts'
import { integerOf, isArray, isDictionary, isStream, nameOf, type PdfDictionary, type PdfObject } from '../objects.ts'

/** What ink or light a mark has. `rgb` from 0 to 1, as a screen would show it without a colour profile. */
export interface Colour {
  readonly rgb: readonly [red: number, green: number, blue: number]
  /** As the file states it, `CMYK 0 80 80 0`: printers want to know. */
  readonly stated: string
}

export const BLACK: Colour = { rgb: [0, 0, 0], stated: '灰 0' }

const percent = (value: number): string => String(Math.round(value * 100))

/** DeviceGray, from 0 for black to 1. */
export function grey(level: number): Colour {
  const value = clamp(level)
  return { rgb: [value, value, value], stated: `灰 ${percent(value)}` }
}

/** DeviceRGB, each from 0 to 1. */
export function rgb(red: number, green: number, blue: number): Colour {
  const values = [clamp(red), clamp(green), clamp(blue)] as const
  return { rgb: values, stated: `RGB ${values.map((value) => Math.round(value * 255)).join(' ')}` }
}

/** DeviceCMYK, each from 0 to 1, without a profile: near enough to tell red from black. */
export function cmyk(cyan: number, magenta: number, yellow: number, key: number): Colour {
  const [c, m, y, k] = [clamp(cyan), clamp(magenta), clamp(yellow), clamp(key)]
  return {
    rgb: [(1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)],
    stated: `CMYK ${[c, m, y, k].map(percent).join(' ')}`,
  }
}

function clamp(value: number): number {
  return value > 0 ? Math.min(1, value) : 0
}

/** Colour spaces nested in each other: Indexed over ICCBased over Separation at most. */
const MAX_DEPTH = 4

/**
 * The colour that components name in a colour space (ISO 32000-1 8.6); undefined for patterns and for what cannot be
 * told without running a program.
 * @param space name or array, from the resources of the page if it is a name that they define
 */
export function colourIn(
  view: PdfView,
  space: PdfObject | undefined,
  components: readonly number[],
  depth = 0,
): Colour | undefined {
  const value = view.resolve(space)
  if (depth > MAX_DEPTH) return undefined
  const family = nameOf(isArray(value) ? view.resolve(value.items[0]) : value)
  const parts = isArray(value) ? value.items : []
  switch (family) {
    case 'DeviceGray':
    case 'CalGray':
    case 'DeviceRGB':
    case 'CalRGB':
    case 'DeviceCMYK':
      return byCount(components)
    case 'ICCBased':
      return byCount(components)
    case 'Lab':
      return lab(components)
    case 'Separation':
    case 'DeviceN':
      return tint(view, parts, components, depth)
    default:
      return undefined
  }
}

function byCount(components: readonly number[]): Colour | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = components
  if (components.length === 1) return grey(a)
  if (components.length === 3) return rgb(a, b, c)
  return components.length === 4 ? cmyk(a, b, c, d) : undefined
}

/** Good enough to tell red from black. */
function lab([lightness = 0, a = 0, b = 0]: readonly number[]): Colour {
  const y = (lightness + 16) / 116
  const [X, Y, Z] = [y + a / 500, y, y - b / 200].map((t) => (t > 6 / 29 ? t ** 3 : (t - 4 / 29) * (108 / 841))) as [
    number,
    number,
    number,
  ]
  const linear = [3.13 * X - 1.62 * Y - 0.49 * Z, -0.98 * X + 1.92 * Y + 0.03 * Z, 0.07 * X - 0.23 * Y + 1.41 * Z]
  const [red, green, blue] = linear.map((value) => clamp(value) ** (1 / 2.2)) as [number, number, number]
  return rgb(red, green, blue)
}

/** A spot colour through its tint transformation, where that is sampled or exponential (7.10.2, 7.10.3). */
function tint(
  view: PdfView,
  parts: readonly PdfObject[],
  components: readonly number[],
  depth: number,
): Colour | undefined {
  const inks = view.resolve(parts[1])
  if (nameOf(inks) === 'All' || nameOf(inks) === 'Black') return grey(1 - (components[0] ?? 0))
  const transform = view.resolve(parts[3])
  const dictionary = isStream(transform) ? transform.dictionary : transform
  if (components.length !== 1 || !isDictionary(dictionary)) return undefined
  const values = evaluate(view, dictionary, isStream(transform) ? transform.data : undefined, clamp(components[0] ?? 0))
  return values && colourIn(view, parts[2], values, depth + 1)
}

function evaluate(
  view: PdfView,
  dictionary: PdfDictionary,
  samples: Uint8Array | undefined,
  input: number,
): readonly number[] | undefined {
  const numbers = (key: string): readonly number[] => numbersOf(view, dictionary.entries.get(key))
  if (integerOf(dictionary.entries.get('FunctionType')) === 2) {
    const exponent = Number(dictionary.entries.get('N') ?? 1)
    const [from, to] = [numbers('C0'), numbers('C1')]
    return (to.length > 0 ? to : [1]).map(
      (value, index) => (from[index] ?? 0) + input ** exponent * (value - (from[index] ?? 0)),
    )
  }
  // Samples are packed as a rule: the last one is the full tint only when the data stand open.
  const outputs = numbers('Range').length / 2
  const [size = 0] = numbers('Size')
  const open = samples !== undefined && samples.length === size * outputs && !dictionary.entries.has('Filter')
  if (integerOf(dictionary.entries.get('FunctionType')) !== 0 || !open || outputs < 1) return undefined
  const row = Math.round(input * (size - 1))
  return Array.from({ length: outputs }, (_, index) => (samples[row * outputs + index] ?? 0) / 255)
}

/** The numbers of an array; empty for anything else. */
export function numbersOf(view: PdfView, object: PdfObject | undefined): readonly number[] {
  const value = view.resolve(object)
  if (!isArray(value) || value.items.length > 64) return []
  return value.items.map((item) => view.resolve(item)).map((item) => (typeof item === 'number' ? item : 0))
}
