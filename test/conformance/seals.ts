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

/** Cuts a region where nothing is printed for a millimetre. */
function bands(region: Box, side: 'top' | 'left', ink: (band: Box) => Box | undefined): readonly Box[] {
  const [from, to] = side === 'top' ? (['top', 'bottom'] as const) : (['left', 'right'] as const)
  const found: Box[] = []
  let open: number | undefined
  for (let at = region[from]; at <= region[to] + 1; at++) {
    const filled = at < region[to] && ink({ ...region, [from]: at, [to]: Math.min(at + 1, region[to]) }) !== undefined
    if (filled && open === undefined) open = at
    if (filled || open === undefined) continue
    const box = ink({ ...region, [from]: open, [to]: Math.min(at, region[to]) })
    if (box) found.push(box)
    open = undefined
  }
  return found
}
