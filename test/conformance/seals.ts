import { inkBox, rulesOf } from './picture.ts'
import type { Box, PrintedPage } from './printedPage.ts'

/** Red ink that is neither text nor rule, below the head: seals, from left to right and row by row. */
export function sealsOf(page: PrintedPage): readonly Box[] {
  const { picture } = page
  const reds = page.characters.filter(({ colour }) => colour === '#ff0000')
  const top = Math.max(
    0,
    ...reds.map(({ square }) => square.bottom),
    ...rulesOf(picture)
      .filter(({ colour }) => colour === '红')
      .map(({ bottom }) => bottom + 1),
  )
  const whole = { left: 0, right: page.width, top, bottom: page.height }
  const red = (x: number, y: number) => (picture.red(x, y) ? picture.ink(x, y) : 0)
  return bands(whole, 'top', (band) => inkBox(picture, band, red)).flatMap((row) =>
    bands(row, 'left', (band) => inkBox(picture, band, red)),
  )
}

/** Narrower gaps are inside one seal, in millimetres: characters of a signature stand apart from left to right. */
const GAPS = { top: 1, left: 3 } as const

/** Cuts a region where nothing is printed for {@link GAPS}. */
function bands(region: Box, side: 'top' | 'left', ink: (band: Box) => Box | undefined): readonly Box[] {
  const [from, to] = side === 'top' ? (['top', 'bottom'] as const) : (['left', 'right'] as const)
  const cut = (start: number, end: number) => ({ ...region, [from]: start, [to]: Math.min(end, region[to]) })
  const strips: { start: number; end: number }[] = []
  for (let at = region[from]; at < region[to]; at++) {
    if (ink(cut(at, at + 1)) === undefined) continue
    const last = strips.at(-1)
    if (last && at - last.end < GAPS[side]) last.end = at + 1
    else strips.push({ start: at, end: at + 1 })
  }
  return strips.flatMap(({ start, end }) => ink(cut(start, end)) ?? [])
}
