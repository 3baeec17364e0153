import type { Axis } from './outline.ts'

/** Units of CSS in pixels of 1/96 inch. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 960 / 25.4,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
}

/** Width and height that a percentage is a part of. */
export interface Viewport {
  readonly width: number
  readonly height: number
}

/** No number is longer; what looks for its end must not look for ever. */
const LONGEST = 40

/** A length in the units of the drawing; undefined where there is none. */
export function readLength(
  value: string | undefined,
  along: Axis,
  { width, height }: Viewport,
  em = 16,
): number | undefined {
  const [, digits, unit = ''] =
    /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(%|[a-z]*)\s*$/i.exec((value ?? '').slice(0, LONGEST)) ?? []
  if (digits === undefined) return undefined
  const number = Number(digits)
  if (unit === '%') {
    const whole = along === 'x' ? width : along === 'y' ? height : Math.hypot(width, height) / Math.SQRT2
    return (number / 100) * whole
  }
  if (unit === 'em') return number * em
  return number * (UNITS[unit.toLowerCase()] ?? 1)
}
