/** PNG of a palette: paper, black ink and red ink mix to few colours, one byte a pixel. */
import { indexedPng } from './indexedPng.ts'

/** Steps from no light to full light, of red and of green with blue. */
const STEPS = 16

/** @param ppm picture of a page, P6 with 8 bits a colour. Green and blue are taken to be equal, as in black and red. */
export function palettePng(ppm: Uint8Array): Uint8Array {
  const header = /^P6\s+(?:#[^\n]*\n)?(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(ppm.subarray(0, 200)).toString('latin1'))
  if (!header) throw new Error('not a picture in the form P6')
  const [width, height] = [Number(header[1]), Number(header[2])]
  const light = ppm.subarray(header[0].length)
  const pixels = Uint8Array.from(
    { length: width * height },
    (_, at) => step(light[at * 3]) * STEPS + step(light[at * 3 + 1]),
  )
  return indexedPng(width, height, palette(), pixels)
}

function step(light = 255): number {
  return Math.round((light / 255) * (STEPS - 1))
}

function palette(): Uint8Array {
  const light = (steps: number) => Math.round((steps / (STEPS - 1)) * 255)
  const colours = Array.from({ length: STEPS * STEPS }, (_, index) => {
    const [red, other] = [light(Math.floor(index / STEPS)), light(index % STEPS)]
    return [red, other, other]
  })
  return Uint8Array.from(colours.flat())
}
