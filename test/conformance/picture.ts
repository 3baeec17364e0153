/** Ink on the picture of a page. */
import type { Box } from './printedPage.ts'

export interface Picture {
  readonly width: number
  readonly height: number
  /** Pixels to a millimetre. */
  readonly scale: number
  /** How much ink a pixel has, 0 to 255, whatever its colour. */
  ink(x: number, y: number): number
  /** Red and not black. */
  red(x: number, y: number): boolean
}

/** A horizontal line printed as such, not part of a glyph. */
export interface Rule extends Box {
  /** Thickness in millimetres, from the ink of its middle. */
  readonly weight: number
  readonly colour: '红' | '黑'
}

/** Half covered counts as ink. */
const COVERED = 128
/** Shorter ones are dashes and strokes, in millimetres. */
const LEAST_RULE = 100

/** Reads a PPM (P6) as mutool writes it. */
export function pictureOf(ppm: Uint8Array, dpi: number): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder('latin1').decode(ppm.subarray(0, 64)))
  if (!head) throw new Error('no PPM')
  const [all, width, height] = [head[0], Number(head[1]), Number(head[2])]
  const at = (x: number, y: number) => all.length + 3 * (y * width + x)
  const channel = (index: number) => ppm[index] ?? 255
  return {
    width,
    height,
    scale: dpi / 25.4,
    ink: (x, y) => 255 - Math.min(channel(at(x, y)), channel(at(x, y) + 1), channel(at(x, y) + 2)),
    red: (x, y) => channel(at(x, y)) > 2 * channel(at(x, y) + 1),
  }
}

/** What encloses all ink of a region, to the pixel; undefined where there is none. */
export function inkBox(picture: Picture, region: Box, counts = picture.ink): Box | undefined {
  const { scale } = picture
  const [x0, x1] = [
    Math.max(0, Math.floor(region.left * scale)),
    Math.min(picture.width, Math.ceil(region.right * scale)),
  ]
  const [y0, y1] = [
    Math.max(0, Math.floor(region.top * scale)),
    Math.min(picture.height, Math.ceil(region.bottom * scale)),
  ]
  let [left, top, right, bottom] = [x1, y1, x0, y0]
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (counts(x, y) < COVERED) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  if (right <= left) return undefined
  return { left: left / scale, top: top / scale, right: right / scale, bottom: bottom / scale }
}

/** All horizontal rules from top to bottom. */
export function rulesOf(picture: Picture): readonly Rule[] {
  const least = LEAST_RULE * picture.scale
  const rules: Rule[] = []
  for (let y = 0; y < picture.height; y++) {
    const run = longestRun(picture, y)
    if (run.end - run.start < least) continue
    let last = y
    for (let next = run; next.end - next.start >= least; next = longestRun(picture, last)) last++
    last--
    rules.push(ruleOf(picture, run, y, last))
    y = last
  }
  return rules
}

function longestRun(picture: Picture, y: number): { readonly start: number; readonly end: number } {
  const middle = Math.round(picture.width / 2)
  const aside = Math.round((LEAST_RULE / 20) * picture.scale)
  // One that is long enough covers one of two points on either side of the middle.
  const maybe = picture.ink(middle - aside, y) >= COVERED || picture.ink(middle + aside, y) >= COVERED
  if (!maybe) return { start: 0, end: 0 }
  let best = { start: 0, end: 0 }
  for (let x = 0, start = -1; x <= picture.width; x++) {
    const covered = x < picture.width && picture.ink(x, y) >= COVERED
    if (covered && start < 0) start = x
    if (covered || start < 0) continue
    if (x - start > best.end - best.start) best = { start, end: x }
    start = -1
  }
  return best
}

function ruleOf(picture: Picture, run: { start: number; end: number }, first: number, last: number): Rule {
  const { scale } = picture
  // Off the middle, where a star or a fold might sit.
  const x = Math.round(run.start + (run.end - run.start) / 3)
  let [weight, moment] = [0, 0]
  for (let y = Math.max(0, first - 2); y <= Math.min(picture.height - 1, last + 2); y++) {
    const ink = picture.ink(x, y) / 255
    weight += ink
    moment += ink * (y + 0.5)
  }
  const centre = moment / weight
  return {
    left: run.start / scale,
    right: run.end / scale,
    top: (centre - weight / 2) / scale,
    bottom: (centre + weight / 2) / scale,
    weight: weight / scale,
    colour: picture.red(x, Math.floor(centre)) ? '红' : '黑',
  }
}
