/** PNG of a palette: paper, black ink and red ink mix to few colours, one byte a pixel. */
import { crc32, deflateSync } from 'node:zlib'

/** Steps from no light to full light, of red and of green with blue. */
const STEPS = 16

/** @param ppm picture of a page, P6 with 8 bits a colour. Green and blue are taken to be equal, as in black and red. */
export function palettePng(ppm: Uint8Array): Uint8Array {
  const header = /^P6\s+(?:#[^\n]*\n)?(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(ppm.subarray(0, 200)).toString('latin1'))
  if (!header) throw new Error('not a picture in the form P6')
  const [width, height] = [Number(header[1]), Number(header[2])]
  const pixels = ppm.subarray(header[0].length)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      rows[y * (width + 1) + 1 + x] = step(pixels[at]) * STEPS + step(pixels[at + 1])
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', palette()),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function step(light = 255): number {
  return Math.round((light / 255) * (STEPS - 1))
}

function palette(): Buffer {
  const light = (steps: number) => Math.round((steps / (STEPS - 1)) * 255)
  const colours = Array.from({ length: STEPS * STEPS }, (_, index) => {
    const [red, other] = [light(Math.floor(index / STEPS)), light(index % STEPS)]
    return [red, other, other]
  })
  return Buffer.from(colours.flat())
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
