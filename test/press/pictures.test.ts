import assert from 'node:assert/strict'
import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { readJpeg } from '../../server/src/press/jpeg.ts'
import { readPicture } from '../../server/src/press/pictures.ts'
import { readPng } from '../../server/src/render/png.ts'
import { pixelsOf } from '../../server/src/render/pngPixels.ts'
import type { Raster } from '../../server/src/typeset/picture.ts'
import { SQUARES } from '../typeset/support.ts'
import { jpegFile, pngFile, pngOf } from './pictureFiles.ts'

const WHITE = [255, 255, 255, 255] as const
const GREY = jpegFile({ blocks: [[[40], [200]]] })

async function raster(bytes: Uint8Array): Promise<Raster> {
  const found = await readPicture(bytes, SQUARES)
  assert.ok(typeof found !== 'string', String(found))
  assert.ok(found.picture.kind !== 'drawing')
  return found.picture
}

describe('pictures', () => {
  it('are known by their bytes, not by their name', async () => {
    assert.equal((await raster(pngFile({ colourType: 2, depth: 8 }, 3, 2, () => WHITE))).kind, 'png')
    assert.equal((await raster(GREY)).kind, 'jpeg')
    const svg = await readPicture(new TextEncoder().encode('\ufeff<svg viewBox="0 0 4 2"/>'), SQUARES)
    assert.ok(typeof svg !== 'string' && svg.picture.kind === 'drawing')
    for (const other of ['', 'GIF89a', 'BM', '%PDF-1.7', 'RIFF....WEBP', '{"a": 1}']) {
      assert.equal(await readPicture(new TextEncoder().encode(other), SQUARES), 'image-unreadable')
    }
  })

  it('stand upright by their Exif orientation, and do not say so to others', async () => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const picture = await raster(jpegFile({ blocks: [[[40], [200]]], orientation }))
      const lies = orientation >= 5
      assert.deepEqual(
        [picture.orientation, picture.width, picture.height],
        [orientation, lies ? 8 : 16, lies ? 16 : 8],
      )
      assert.equal(readJpeg(picture.bytes)?.orientation, 1)
    }
  })

  it('in CMYK become RGB, inverted as Adobe writes them', async () => {
    // Cyan, magenta, yellow, black; white; black ink alone.
    const inks = [
      [255, 0, 0, 0],
      [0, 255, 0, 0],
      [0, 0, 255, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 255],
    ]
    const blocks = [inks.map((ink) => ink.map((value) => 255 - value))]
    const picture = await raster(jpegFile({ blocks, adobe: 0 }))
    const { samples } = pixelsOf(readPng(picture.bytes)!)
    const shown = inks.map((_, block) => [...samples.subarray(block * 24, block * 24 + 3)])
    const expected = [
      [0, 255, 255],
      [255, 0, 255],
      [255, 255, 0],
      [255, 255, 255],
      [0, 0, 0],
    ]
    for (const [index, colour] of shown.entries()) {
      for (const [at, value] of colour.entries())
        assert.ok(Math.abs(value - (expected[index]?.[at] ?? -9)) <= 3, `${index}: ${colour}`)
    }
  })

  it('are refused when they are cut off, wherever that is', async () => {
    const png = pngFile({ colourType: 6, depth: 8 }, 3, 2, () => WHITE)
    for (const whole of [png, GREY, jpegFile({ blocks: [[[9, 9, 9, 9]]], adobe: 2, orientation: 6 })]) {
      for (let length = 3; length < whole.length; length++) {
        assert.equal(await readPicture(whole.subarray(0, length), SQUARES), 'image-unreadable', `${length} bytes`)
      }
    }
  })

  it('never make the reader throw, whatever byte is wrong', async () => {
    const svg = new TextEncoder().encode(
      '<svg viewBox="0 0 9 9"><path d="M0 0L9 9" style="fill:red"/><text x="1">字</text></svg>',
    )
    const files = [
      GREY,
      jpegFile({ blocks: [[[9, 9, 9, 9]]], adobe: 0 }),
      pngFile({ colourType: 3, depth: 2 }, 3, 2, () => WHITE),
      svg,
    ]
    const damaged = fc.tuple(fc.constantFrom(...files), fc.nat(), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(damaged, async ([file, at, value]) => {
        await readPicture(file.with(at % file.length, value), SQUARES)
      }),
    )
  })

  it('of more pixels than a page can show are refused by their header, without being unpacked', async () => {
    const header = (width: number, height: number, colourType: number) => {
      const bytes = new Uint8Array(13)
      new DataView(bytes.buffer).setUint32(0, width)
      new DataView(bytes.buffer).setUint32(4, height)
      bytes.set([8, colourType], 8)
      return pngOf([
        ['IHDR', bytes],
        ['IDAT', Uint8Array.of(0x78, 0x9c)],
        ['IEND', new Uint8Array()],
      ])
    }
    assert.equal(await readPicture(header(100_000, 100_000, 0), SQUARES), 'image-too-many-pixels')
    assert.equal(await readPicture(header(0xffffffff, 0xffffffff, 0), SQUARES), 'image-too-many-pixels')
    assert.equal(await readPicture(header(6000, 6000, 6), SQUARES), 'image-too-many-pixels')
    const jpeg = new Uint8Array(jpegFile({ blocks: [[[9, 9, 9, 9]]], adobe: 0 }))
    const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0)
    jpeg.fill(0xff, frame + 5, frame + 9)
    assert.equal(await readPicture(jpeg, SQUARES), 'image-too-many-pixels')
  })

  it('that unpack to more than they say are refused as soon as that shows', async () => {
    const bomb = zlibSync(new Uint8Array(8_000_000))
    const header = Uint8Array.of(0, 0, 0, 9, 0, 0, 0, 9, 8, 0, 0, 0, 0)
    const bytes = pngOf([
      ['IHDR', header],
      ['IDAT', bomb],
      ['IEND', new Uint8Array()],
    ])
    assert.equal(await readPicture(bytes, SQUARES), 'image-unreadable')
  })

  it('of kinds that PDF does not know are refused: lossless, arithmetic, 12 bits', async () => {
    const frame = GREY.findIndex((byte, at) => byte === 0xff && GREY[at + 1] === 0xc0)
    for (const marker of [0xc3, 0xc9, 0xca]) {
      assert.equal(await readPicture(GREY.with(frame + 1, marker), SQUARES), 'image-unreadable')
    }
    assert.equal(await readPicture(GREY.with(frame + 4, 12), SQUARES), 'image-unreadable')
  })
})
