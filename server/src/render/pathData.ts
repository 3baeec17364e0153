export interface PathSegment {
  readonly command: 'M' | 'L' | 'C' | 'Z'
  readonly points: readonly number[]
}

const LENGTHS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 }

/**
 * Reads SVG path data of absolute M L Q C Z. Quadratic curves come back as the cubic ones that PDF has.
 * @throws Error for any other command: the data is the program's own
 */
export function readPath(d: string): readonly PathSegment[] {
  const segments: PathSegment[] = []
  let [x, y] = [0, 0]
  for (const [, command = '', list = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const length = LENGTHS[command]
    if (length === undefined) throw new Error(`path command ${command} is not supported`)
    const values = (list.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
    if (length === 0) segments.push({ command: 'Z', points: [] })
    for (let at = 0; length > 0 && at + length <= values.length; at += length) {
      const points = values.slice(at, at + length)
      if (command === 'Q') segments.push({ command: 'C', points: cubic(x, y, points) })
      // Further pairs after M are lines.
      else segments.push({ command: command === 'M' && at > 0 ? 'L' : (command as 'M' | 'L' | 'C'), points })
      x = points[length - 2] ?? 0
      y = points[length - 1] ?? 0
    }
  }
  return segments
}

function cubic(x: number, y: number, [cx = 0, cy = 0, ex = 0, ey = 0]: readonly number[]): readonly number[] {
  return [x + ((cx - x) * 2) / 3, y + ((cy - y) * 2) / 3, ex + ((cx - ex) * 2) / 3, ey + ((cy - ey) * 2) / 3, ex, ey]
}
