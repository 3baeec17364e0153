import type { Mm } from '../standard/units.ts'
import type { Typefaces } from './typefaces.ts'

/** Maps a point of the glyph (1/1000 em, y downward) to the page. */
export type Place = (x: number, y: number) => readonly [Mm, Mm]

const COMMAND = /([MLHVCQZ])([^MLHVCQZ]*)/gi

/** Outline of a character as path data of the page: M, L, C and Z, absolute, in mm. */
export function placedOutline(faces: Typefaces, face: string, character: string, place: Place): string {
  const parts: string[] = []
  let [x, y] = [0, 0]
  const point = (px: number, py: number) => place(px, py).map(short).join(' ')
  for (const [, command, numbers] of faces.set.outline(face, character).matchAll(COMMAND)) {
    const values = (numbers ?? '').match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi)?.map(Number) ?? []
    const value = (index: number) => values[index] as number
    switch (command) {
      case 'M':
      case 'L':
        for (let i = 0; i + 1 < values.length; i += 2) {
          ;[x, y] = [value(i), value(i + 1)]
          parts.push(`${command === 'M' && i === 0 ? 'M' : 'L'}${point(x, y)}`)
        }
        break
      case 'H':
        x = value(0)
        parts.push(`L${point(x, y)}`)
        break
      case 'V':
        y = value(0)
        parts.push(`L${point(x, y)}`)
        break
      case 'C':
        for (let i = 0; i + 5 < values.length; i += 6) {
          parts.push(
            `C${point(value(i), value(i + 1))} ${point(value(i + 2), value(i + 3))} ${point(value(i + 4), value(i + 5))}`,
          )
          ;[x, y] = [value(i + 4), value(i + 5)]
        }
        break
      case 'Q':
        for (let i = 0; i + 3 < values.length; i += 4) {
          const [cx, cy, ex, ey] = [value(i), value(i + 1), value(i + 2), value(i + 3)]
          const first = point(x + (2 * (cx - x)) / 3, y + (2 * (cy - y)) / 3)
          const second = point(ex + (2 * (cx - ex)) / 3, ey + (2 * (cy - ey)) / 3)
          parts.push(`C${first} ${second} ${point(ex, ey)}`)
          ;[x, y] = [ex, ey]
        }
        break
      default:
        parts.push('Z')
    }
  }
  return parts.join('')
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
