/** a b c d e f as in SVG's `matrix()`. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y]
}

export function scaling(x: number, y: number): Matrix {
  return [x, 0, 0, y, 0, 0]
}

/** @param angle degrees, clockwise where y grows downward */
export function rotation(angle: number): Matrix {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  return [cos, sin, -sin, cos, 0, 0]
}

/** How much longer lengths become, on average of all directions: what widths of strokes are multiplied by. */
export function growth([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

const STEP = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)/g

/** The value of a `transform` attribute; what is not understood in it is passed over. */
export function readTransform(value: string | undefined): Matrix {
  let matrix = IDENTITY
  for (const [, name = '', list = ''] of (value ?? '').matchAll(STEP)) {
    matrix = multiply(matrix, stepOf(name, numbersIn(list)))
  }
  return matrix
}

/** All numbers in a list that blanks or commas part. */
export function numbersIn(list: string): readonly number[] {
  return (list.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number)
}

function stepOf(name: string, values: readonly number[]): Matrix {
  const [a = 0, b, c = 0, d = 0, e = 0, f = 0] = values
  switch (name) {
    case 'matrix':
      return values.length === 6 ? [a, b ?? 0, c, d, e, f] : IDENTITY
    case 'translate':
      return translation(a, b ?? 0)
    case 'scale':
      return scaling(a, b ?? a)
    case 'rotate':
      return multiply(multiply(translation(b ?? 0, c), rotation(a)), translation(-(b ?? 0), -c))
    case 'skewX':
      return [1, 0, Math.tan((a * Math.PI) / 180), 1, 0, 0]
    default:
      return [1, Math.tan((a * Math.PI) / 180), 0, 1, 0, 0]
  }
}
