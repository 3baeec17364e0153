import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { readPicture } from '../../server/src/press/pictures.ts'
import { paintPdf } from '../../server/src/render/pdf.ts'
import { jpegFile, type Pixel, pngFile } from '../press/pictureFiles.ts'
import { bundledFaces } from '../support/faces.ts'
import { judge, needJudge } from '../support/judges.ts'
import { INFO, layoutOf, page } from './sample.ts'

/** Of the sheet in millimetres: a picture of 40 × 20 or 20 × 40. */
const LEFT = 50
const TOP = 100

describe('pictures in the PDF', () => {
  let faces: FaceSet
  let folder: string
  before(async () => {
    faces = await bundledFaces()
    folder = mkdtempSync(join(tmpdir(), 'hongtou-picture-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  /** The file that shows a picture, and the colours in the middle of its quarters: upper left, upper right, lower left, lower right. */
  async function printed(
    bytes: Uint8Array,
  ): Promise<{ readonly file: string; readonly quarters: readonly (readonly number[])[] }> {
    const found = await readPicture(bytes, faces)
    assert.ok(typeof found !== 'string', String(found))
    const { picture } = found
    const [width, height] = picture.width > picture.height ? [40, 20] : [20, 40]
    const image = { kind: 'image', rect: { x: LEFT, y: TOP, width, height }, image: '图', alt: '图' } as const
    const file = join(folder, 'a.pdf')
    writeFileSync(
      file,
      await paintPdf(layoutOf([page([image])]), faces, { ...INFO, images: new Map([['图', picture]]) }),
    )
    judge('pdftoppm', ['-r', '25.4', file, join(folder, 'a')])
    const at = pixels(readFileSync(join(folder, 'a-1.ppm')))
    const places = [0.25, 0.75].flatMap((y) => [0.25, 0.75].map((x) => [LEFT + x * width, TOP + y * height] as const))
    return { file, quarters: places.map(([x, y]) => at(Math.floor(x), Math.floor(y))) }
  }

  function pixels(ppm: Uint8Array): (x: number, y: number) => readonly number[] {
    const [, width = '', start = ''] =
      /^P6\s(\d+)\s\d+\s\d+(\s)/.exec(new TextDecoder('latin1').decode(ppm.subarray(0, 40))) ?? []
    assert.notEqual(start, '')
    const data = ppm.length - Number(width) * 3 * Math.floor((ppm.length - 15) / 3 / Number(width))
    return (x, y) => [...ppm.subarray(data + 3 * (y * Number(width) + x), data + 3 * (y * Number(width) + x) + 3)]
  }

  function near(actual: readonly (readonly number[])[], expected: readonly (readonly number[])[], what: string): void {
    const off = actual.flat().map((value, at) => Math.abs(value - (expected.flat()[at] ?? 999)))
    assert.ok(Math.max(...off) <= 6, `${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`)
  }

  const [A, B, C, D] = [40, 110, 180, 240].map((value) => [value, value, value])

  it('stand upright by all eight orientations of Exif', async function () {
    needJudge(this, 'pdftoppm')
    const blocks = [
      [[40], [40], [110], [110]],
      [[180], [180], [240], [240]],
    ]
    const upright = { 1: [A, B, C, D], 2: [B, A, D, C], 3: [D, C, B, A], 4: [C, D, A, B] }
    const lying = { 5: [A, C, B, D], 6: [C, A, D, B], 7: [D, B, C, A], 8: [B, D, A, C] }
    for (const [orientation, expected] of Object.entries({ ...upright, ...lying })) {
      const { quarters } = await printed(jpegFile({ blocks, orientation: Number(orientation) }))
      near(quarters, expected as number[][], orientation)
    }
  })

  it('have the colours that they are made of, whatever the kind of PNG', async function () {
    needJudge(this, 'pdftoppm')
    const colours: readonly Pixel[] = [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
      [0, 255, 0, 255],
      [255, 255, 255, 0],
    ]
    const pixelAt = (x: number, y: number) => colours[(y < 8 ? 0 : 2) + (x < 16 ? 0 : 1)] as Pixel
    const expected = [
      [255, 0, 0],
      [0, 0, 255],
      [0, 255, 0],
      [255, 255, 255],
    ]
    for (const kind of [
      { colourType: 2, depth: 8 },
      { colourType: 2, depth: 16 },
      { colourType: 3, depth: 2 },
      { colourType: 6, depth: 16 },
    ] as const) {
      for (const interlaced of [false, true]) {
        const { quarters } = await printed(pngFile({ ...kind, interlaced }, 32, 16, pixelAt))
        near(quarters, expected, JSON.stringify({ ...kind, interlaced }))
      }
    }
  })

  it('in CMYK are printed in RGB: PDF/A has one output intent (ISO 19005-2, 6.2.4.3)', async function () {
    needJudge(this, 'pdftoppm')
    needJudge(this, 'pdfimages')
    const ink = (...share: readonly number[]) => share.map((value) => 255 - value)
    const [cyan, black] = [ink(255, 0, 0, 0), ink(0, 0, 0, 255)]
    const { file, quarters } = await printed(
      jpegFile({
        blocks: [
          [cyan, cyan, black, black],
          [black, black, cyan, cyan],
        ],
        adobe: 0,
      }),
    )
    near(
      quarters,
      [
        [0, 255, 255],
        [0, 0, 0],
        [0, 0, 0],
        [0, 255, 255],
      ],
      'CMYK',
    )
    assert.doesNotMatch(judge('pdfimages', ['-list', file]).stdout, /cmyk/)
  })

  it('of outlines are outlines: no pixels, text that every machine shows alike', async function () {
    needJudge(this, 'pdftoppm')
    needJudge(this, 'pdfimages')
    needJudge(this, 'qpdf')
    const svg = `<svg viewBox="0 0 40 20">
      <rect width="20" height="10" fill="red"/><circle cx="30" cy="5" r="4.9" fill="#0000ff" fill-opacity="0.5"/>
      <clipPath id="c"><rect y="10" width="20" height="10"/></clipPath><rect width="40" height="20" fill="lime" clip-path="url(#c)"/>
      <path d="M20 15H40" stroke="black" stroke-width="9"/><text x="1" y="9" font-size="3">字</text></svg>`
    const { file, quarters } = await printed(new TextEncoder().encode(svg))
    near(
      quarters,
      [
        [255, 0, 0],
        [128, 128, 255],
        [0, 255, 0],
        [0, 0, 0],
      ],
      'SVG',
    )
    assert.equal(judge('pdfimages', ['-list', file]).stdout.trim().split('\n').length, 2)
    assert.equal(judge('qpdf', ['--check', file]).code, 0)
  })
})
