import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isWholePng, readPng } from '../../server/src/render/png.ts'
import { pixelsOf } from '../../server/src/render/pngPixels.ts'
import { type Pixel, type PngKind, pngFile } from '../press/pictureFiles.ts'

const KINDS: readonly PngKind[] = [
  ...([1, 2, 4, 8, 16] as const).map((depth) => ({ colourType: 0 as const, depth })),
  ...([8, 16] as const).map((depth) => ({ colourType: 2 as const, depth })),
  ...([1, 2, 4, 8] as const).map((depth) => ({ colourType: 3 as const, depth })),
  ...([8, 16] as const).flatMap((depth) => [
    { colourType: 4 as const, depth },
    { colourType: 6 as const, depth },
  ]),
]

/** Two colours that every depth can hold. */
const DARK: Pixel = [0, 0, 0, 255]
const LIGHT: Pixel = [255, 255, 255, 0]

describe('pixels of a PNG', () => {
  it('are what was put in, of every colour type, depth and order', () => {
    const kind = fc.constantFrom(...KINDS.flatMap((each) => [each, { ...each, interlaced: true }]))
    const rows = fc.tuple(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 1, max: 11 })).chain(([width, height]) =>
      fc.array(fc.array(fc.boolean(), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    )
    fc.assert(
      fc.property(kind, rows, (how, lit) => {
        const [width, height] = [lit[0]?.length ?? 0, lit.length]
        const png = readPng(pngFile(how, width, height, (x, y) => (lit[y]?.[x] ? LIGHT : DARK)))
        assert.ok(png && isWholePng(png))
        const { channels, samples, alpha } = pixelsOf(png)
        const shown = lit.flat().map((_, pixel) => samples[pixel * channels] === 255)
        assert.deepEqual(shown, lit.flat())
        const clear = how.colourType >= 3 && lit.flat().includes(true)
        assert.deepEqual(alpha && [...alpha].map((value) => value === 0), clear ? lit.flat() : undefined)
      }),
    )
  })

  it('keep their shades and what they cover', () => {
    const pixels: readonly Pixel[] = [
      [10, 20, 30, 40],
      [200, 100, 50, 255],
    ]
    for (const kind of [
      { colourType: 6, depth: 8 },
      { colourType: 6, depth: 16 },
      { colourType: 3, depth: 1 },
    ] as const) {
      const { samples, alpha } = pixelsOf(readPng(pngFile(kind, 2, 1, (x) => pixels[x] as Pixel))!)
      assert.deepEqual([...samples], [10, 20, 30, 200, 100, 50])
      assert.deepEqual([...(alpha ?? [])], [40, 255])
    }
  })

  it('are clear where they have the one colour that is', () => {
    const colours: readonly Pixel[] = [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ]
    const png = readPng(pngFile({ colourType: 2, depth: 8, clear: [0, 0, 255, 255] }, 2, 1, (x) => colours[x] as Pixel))
    assert.deepEqual([...(pixelsOf(png!).alpha ?? [])], [255, 0])
  })
})
