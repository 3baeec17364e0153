import type { FaceSet, Ink } from '../fonts/faceSet.ts'
import type { Mm, Rect } from '../standard/units.ts'
import { placedOutline } from './outlines.ts'
import type { Path, SealPlace } from './pages.ts'
import type { Typefaces } from './typefaces.ts'

/** Proportions of an organ's seal with a five-pointed star (practice; 国发〔1999〕25号 fixes the diameter only). */
const RING = 0.028
const STAR_RADIUS = 0.165
/** Of the circle inside of the name that an emblem fills; practice, too. */
export const EMBLEM_RADIUS = 0.25
/** Largest height of a character, and its distance from the ring. */
const CHARACTER = 0.145
const CHARACTER_GAP = 0.03
/** The name fills at most this part of the circle. */
const MOST_ARC = (300 / 180) * Math.PI
/** More characters than can be told apart on a seal; what is longer is no name of an organ, and none is drawn. */
const MOST_CHARACTERS = 100
const MOST_STEP = (34 / 180) * Math.PI
/** How far apart points on a quarter circle's handles stand. */
const KAPPA = 0.5523

/** Seals are few and are drawn for every document and keystroke anew: their paths are kept, by name and diameter. */
const drawn = new WeakMap<FaceSet, Map<string, SealPaths>>()

/** Ring, star, and the characters of the name. */
type SealPaths = readonly [ring: string, star: string, ...letters: readonly string[]]

/** What a seal looks like, and which face its characters are of. */
type SealDrawing = Pick<SealPlace, 'appearance' | 'lettering'>

/**
 * A round organ seal: ring, star, the organ's name on the arc from left to right; all as filled paths in red.
 * @param emblem paths in place of the star, for a square that begins at 0 0
 */
export function drawSeal(faces: Typefaces, name: string, rect: Rect, emblem?: readonly string[]): SealDrawing {
  const known = drawn.get(faces.set) ?? new Map<string, SealPaths>()
  drawn.set(faces.set, known)
  const key = `${rect.width} ${name}`
  const role = '宋体'
  const { face } = faces.chooseWhole(role, name)
  const [ring, star, ...letters] = known.get(key) ?? sealPaths(faces, face, name, rect.width)
  known.set(key, [ring, star, ...letters])
  const paths = [ring, ...(emblem ?? [star]), ...letters]
  const at = { x: rect.x, y: rect.y }
  return { appearance: paths.map((d) => ({ ...fill(d), at })), lettering: { role, face } }
}

/** The paths of a seal whose square begins at 0 0. */
function sealPaths(faces: Typefaces, face: string, name: string, diameter: Mm): SealPaths {
  const radius = diameter / 2
  return [
    circle(radius, radius, radius, true) + circle(radius, radius, radius - diameter * RING, false),
    star(radius, radius, diameter * STAR_RADIUS),
    ...(name.length > MOST_CHARACTERS ? [] : nameOnArc(faces, face, name, radius, diameter)),
  ]
}

function nameOnArc(faces: Typefaces, face: string, name: string, radius: Mm, diameter: Mm): readonly string[] {
  const characters = [...name]
  const height = diameter * CHARACTER
  const middle = diameter / 2 - diameter * (RING + CHARACTER_GAP) - height / 2
  const step = Math.min(MOST_STEP, MOST_ARC / Math.max(1, characters.length))
  // Characters are narrowed rather than made smaller, as on cut seals.
  const width = Math.min(1, (step * (middle - height / 2) * 0.96) / height)
  return characters.map((character, index) => {
    const angle = (index - (characters.length - 1) / 2) * step
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
    const advance = faces.advance(face, character) * 1000
    return placedOutline(faces, face, character, (x, y) => {
      const across = ((x - advance / 2) / 1000) * height * width
      const outward = middle - ((y + 380) / 1000) * height
      return [radius + across * cos + outward * sin, radius + across * sin - outward * cos]
    })
  })
}

/** A leader's signature as cut for 签名章. */
export interface SignatureDrawing {
  /** Of its ink: that is what the distances of GB/T 9704—2012 7.3.5.3 are measured from. */
  readonly width: Mm
  readonly height: Mm
  /** Draws it with the upper left corner of its ink there. */
  readonly draw: (x: Mm, y: Mm) => SealDrawing
}

/** The name's outlines in red, as large as `most` lets its ink be. */
export function drawSignature(faces: Typefaces, name: string, most: Pick<Rect, 'width' | 'height'>): SignatureDrawing {
  const characters = [...name]
  const role = '楷体'
  const { face } = faces.chooseWhole(role, name)
  const box = inkOfName(faces, face, characters)
  const size = Math.min(most.width / (box.right - box.left), most.height / (box.top - box.bottom))
  return {
    width: (box.right - box.left) * size,
    height: (box.top - box.bottom) * size,
    draw: (left, top) => ({
      appearance: characters.map((character, index) =>
        fill(
          placedOutline(faces, face, character, (x, y) => [
            left + (1000 * index + x - box.left) * size,
            top + (box.top + y) * size,
          ]),
        ),
      ),
      lettering: { role, face },
    }),
  }
}

/** The em square of a name of which nothing would be seen. */
const BLANK: Ink = { left: 0, bottom: -120, right: 1000, top: 880 }

/** Ink of characters side by side, in thousandths of their size. */
function inkOfName(faces: Typefaces, face: string, characters: readonly string[]): Ink {
  const inks = characters.flatMap((character, index) => {
    const ink = faces.ink(face, character)
    return ink ? [{ ...ink, left: 1000 * index + ink.left, right: 1000 * index + ink.right }] : []
  })
  if (inks.length === 0) return BLANK
  return {
    left: Math.min(...inks.map(({ left }) => left)),
    bottom: Math.min(...inks.map(({ bottom }) => bottom)),
    right: Math.max(...inks.map(({ right }) => right)),
    top: Math.max(...inks.map(({ top }) => top)),
  }
}

function fill(d: string): Path {
  return { kind: 'path', d, fill: '红', element: 'seal' }
}

/** The inner circle of a ring runs the other way, so that every filling rule leaves the hole open. */
function circle(cx: Mm, cy: Mm, radius: Mm, clockwise: boolean): string {
  const k = radius * KAPPA
  const s = clockwise ? 1 : -1
  const point = (x: number, y: number) => `${short(cx + x)} ${short(cy + s * y)}`
  const curve = (...points: readonly [number, number][]) => `C${points.map(([x, y]) => point(x, y)).join(' ')}`
  return [
    `M${point(radius, 0)}`,
    curve([radius, k], [k, radius], [0, radius]),
    curve([-k, radius], [-radius, k], [-radius, 0]),
    curve([-radius, -k], [-k, -radius], [0, -radius]),
    curve([k, -radius], [radius, -k], [radius, 0]),
    'Z',
  ].join('')
}

function star(cx: Mm, cy: Mm, radius: Mm): string {
  const inner = radius * 0.382
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5
    const r = index % 2 === 0 ? radius : inner
    return `${index === 0 ? 'M' : 'L'}${short(cx + r * Math.sin(angle))} ${short(cy - r * Math.cos(angle))}`
  })
  return `${points.join('')}Z`
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
