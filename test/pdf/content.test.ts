import assert from 'node:assert/strict'
import type { Bar, Glyph } from '../../server/src/pdf/content/marks.ts'
import { mm, paintedBy } from './contentPdf.ts'
import { streamText } from './samplePdf.ts'

/** Pens of the glyphs in points from the lower left corner of the page of 100 points, as content writes them. */
function pens(glyphs: readonly Glyph[]): readonly (readonly [text: string, x: number, y: number])[] {
  return glyphs.map(({ text, x, baseline }) => [
    text,
    points(x),
    Math.round((100 - (baseline * 72) / 25.4) * 1000) / 1000,
  ])
}

const points = (value: number): number => Math.round(((value * 72) / 25.4) * 1000) / 1000

/** A line's ends and thickness in points. */
function barOf({ box, weight }: Bar): readonly number[] {
  return [box.left, box.right, weight].map(points)
}

describe('text on a page', () => {
  it('stands where Tm and Td put it', () => {
    const { glyphs } = paintedBy('BT /Latin 10 Tf 1 0 0 1 20 50 Tm (A) Tj 5 -12 Td (B) Tj ET')
    assert.deepEqual(pens(glyphs), [
      ['A', 20, 50],
      ['B', 25, 38],
    ])
  })

  it('goes on by the width of each character', () => {
    const { glyphs } = paintedBy('BT /Han 10 Tf 20 50 Td <516C6587> Tj ET')
    assert.deepEqual(pens(glyphs), [
      ['公', 20, 50],
      ['文', 30, 50],
    ])
  })

  it('is spread by Tc, Tw and TJ, and stretched by Tz', () => {
    const spread = paintedBy('BT /Han 10 Tf 2 Tc 20 50 Td [<516C> -500 <6587>] TJ ET')
    assert.deepEqual(pens(spread.glyphs)[1], ['文', 37, 50])
    const stretched = paintedBy('BT /Han 10 Tf 50 Tz 2 Tc 20 50 Td <516C6587> Tj ET')
    assert.deepEqual(pens(stretched.glyphs)[1], ['文', 26, 50])
    const words = paintedBy('BT /Latin 10 Tf 7 Tw 20 50 Td (0 0) Tj ET')
    assert.deepEqual(pens(words.glyphs)[2], ['0', 34.5, 50])
  })

  it('moves to the next line by TL, T*, quotes and TD, and is raised by Ts', () => {
    const { glyphs } = paintedBy(
      'BT /Latin 10 Tf 12 TL 20 90 Td (A) Tj T* (B) Tj (C) \' 1 2 (D) " 0 -20 TD 3 Ts (E) Tj ET',
    )
    assert.deepEqual(pens(glyphs), [
      ['A', 20, 90],
      ['B', 20, 78],
      ['C', 20, 66],
      ['D', 20, 54],
      ['E', 20, 37],
    ])
  })

  it('has the size that matrices make of it', () => {
    const { glyphs } = paintedBy('0.5 0 0 0.5 0 0 cm BT /Han 1 Tf 32 0 0 32 40 100 Tm <516C> Tj ET')
    assert.deepEqual([...pens(glyphs)[0]!, Math.round(glyphs[0]!.size * 1000) / 1000], ['公', 20, 50, 16])
  })

  it('says which way it is written', () => {
    const { glyphs } = paintedBy('BT /Han 10 Tf 0 1 -1 0 50 50 Tm <516C> Tj 0 -1 1 0 50 50 Tm <516C> Tj ET')
    assert.deepEqual(
      glyphs.map(({ angle }) => angle),
      [90, -90],
    )
  })

  it('is counted but not shown when it is invisible, and not shown outside the clip', () => {
    const page = paintedBy('BT /Han 10 Tf 3 Tr 20 50 Td <516C> Tj ET')
    assert.deepEqual([page.glyphs.length, page.hidden], [0, 1])
    const clipped = paintedBy(
      'q 0 0 10 10 re W n BT /Han 10 Tf 50 50 Td <516C> Tj ET Q BT /Han 10 Tf 20 50 Td <6587> Tj ET',
    )
    assert.deepEqual(
      clipped.glyphs.map(({ text }) => text),
      ['文'],
    )
  })

  it('has the colour that is set for filling, and is thickened by stroking', () => {
    const { glyphs } = paintedBy('1 0 0 rg BT /Han 10 Tf 20 50 Td <516C> Tj 0 0.8 0.8 0 k 2 Tr <6587> Tj ET')
    assert.deepEqual(
      glyphs.map(({ colour }) => colour?.stated),
      ['RGB 255 0 0', 'CMYK 0 80 80 0'],
    )
    assert.deepEqual(
      glyphs.map(({ thickened }) => thickened),
      [false, true],
    )
  })
})

describe('the page', () => {
  const text = 'BT /Han 10 Tf 20 50 Td <516C> Tj ET'
  const place = (page: string): readonly number[] => {
    const { width, height, glyphs } = paintedBy(text, { page })
    return [width, height, glyphs[0]!.x, glyphs[0]!.baseline].map(points)
  }

  it('is measured from its top left corner', () => assert.deepEqual(place(''), [200, 100, 20, 50]))
  it('is cut to its crop box, or to its trim box', () => {
    assert.deepEqual(place('/CropBox [10 10 190 90]'), [180, 80, 10, 40])
    assert.deepEqual(place('/CropBox [10 10 190 90] /TrimBox [15 20 180 80]'), [165, 60, 5, 30])
  })
  it('is turned as it is shown', () => {
    assert.deepEqual(place('/Rotate 90'), [100, 200, 50, 20])
    assert.deepEqual(place('/Rotate 180'), [200, 100, 180, 50])
    assert.deepEqual(place('/Rotate -90'), [100, 200, 50, 180])
  })
  it('is scaled by its user unit', () => assert.deepEqual(place('/UserUnit 2'), [400, 200, 40, 100]))
})

describe('lines and shapes on a page', () => {
  it('are lines whether stroked, filled as a slender rectangle or as a slender outline', () => {
    const { bars } = paintedBy('2 w 10 50 m 110 50 l S 10 29 100 2 re f 10 69 m 110 69 l 110 71 l 10 71 l h f')
    assert.deepEqual(bars.slice(0, 3).map(barOf), [
      [10, 110, 2],
      [10, 110, 2],
      [10, 110, 2],
    ])
  })

  it('are as thick as the pen under the matrix', () => {
    const { bars } = paintedBy('2 0 0 2 0 0 cm 1 w 10 25 m 50 25 l S')
    assert.deepEqual(barOf(bars[0]!), [20, 100, 2])
  })

  it('count the sides of a stroked frame', () => {
    const { bars, shapes } = paintedBy('1 w 10 10 100 50 re S')
    assert.deepEqual([bars.filter(({ level }) => level).length, bars.filter(({ level }) => !level).length], [2, 2])
    assert.deepEqual(shapes, [])
  })

  it('are cut by the clip, and gone outside it', () => {
    const { bars } = paintedBy('20 0 50 100 re W n 1 w 10 50 m 110 50 l S 100 20 m 150 20 l S')
    assert.deepEqual(bars.map(barOf), [[20, 70, 1]])
  })

  it('are shapes otherwise', () => {
    const { bars, shapes } = paintedBy('1 0 0 rg 50 50 m 70 70 90 70 110 50 c 90 30 70 30 50 50 c f')
    assert.equal(bars.length, 0)
    assert.deepEqual(
      shapes.map(({ box }) => [points(box.left), points(box.right)]),
      [[50, 110]],
    )
  })

  it('know colours of other spaces', () => {
    const colours = (operators: string, space: string): string | undefined =>
      paintedBy(`/S cs ${operators} 10 10 100 1 re f`, { resources: `/ColorSpace << /S ${space} >>` }).bars[0]?.colour
        ?.stated
    assert.equal(colours('0.5 sc', '[/CalGray << >>]'), '灰 50')
    assert.equal(colours('1 0 0 sc', '/DeviceRGB'), 'RGB 255 0 0')
    const tint = '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0.8 0.8 0] /N 1 >>'
    assert.equal(colours('1 scn', `[/Separation /Red /DeviceCMYK ${tint}]`), 'CMYK 0 80 80 0')
    assert.equal(colours('1 scn', `[/Separation /Black /DeviceCMYK ${tint}]`), '灰 0')
    assert.equal(colours('/P scn', '/Pattern'), undefined)
  })
})

describe('forms and images', () => {
  const form = (dictionary: string, content: string) =>
    streamText(`/Type /XObject /Subtype /Form ${dictionary}`, content)

  it('paints a form under its matrix, within its box, with fonts of its own or of the page', () => {
    const { glyphs } = paintedBy('2 0 0 2 0 0 cm /F Do', {
      resources: '/XObject << /F 20 0 R >>',
      objects: {
        20: form('/BBox [0 0 30 30] /Matrix [1 0 0 1 5 5]', 'BT /Han 5 Tf 10 10 Td <516C> Tj 50 0 Td <6587> Tj ET'),
      },
    })
    assert.deepEqual(pens(glyphs), [['公', 30, 30]])
  })

  it('leaves the state of the page as it was', () => {
    const { bars } = paintedBy('/F Do 10 50 m 110 50 l S', {
      resources: '/XObject << /F 20 0 R >>',
      objects: { 20: form('/BBox [0 0 100 100]', '9 w q q 1 0 0 RG') },
    })
    assert.deepEqual([bars[0]?.weight, bars[0]?.colour?.stated], [mm(1), '灰 0'])
  })

  it('knows where an image lies, and skips the data of an inline one', () => {
    const { pictures, glyphs } = paintedBy(
      'q 50 0 0 40 10 20 cm /I Do Q q 30 0 0 30 0 0 cm BI /W 2 /H 1 /CS /G /BPC 8 ID (Q EI BT EI Q BT /Han 10 Tf 20 50 Td <516C> Tj ET',
      {
        resources: '/XObject << /I 20 0 R >>',
        objects: {
          20: streamText(
            '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
            'x',
          ),
        },
      },
    )
    assert.deepEqual(
      pictures.map(({ box }) => [box.left, box.right].map(points)),
      [
        [10, 60],
        [0, 30],
      ],
    )
    assert.deepEqual(pens(glyphs), [['公', 20, 50]])
  })

  it('knows where signature fields and stamps lie, unless they are hidden', () => {
    const { fields } = paintedBy('', {
      page: '/Annots [20 0 R 21 0 R 22 0 R]',
      objects: {
        20: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (a) /Rect [10 10 60 60] >>',
        21: '<< /Type /Annot /Subtype /Stamp /Rect [70 10 90 60] >>',
        22: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (b) /F 2 /Rect [10 10 60 60] >>',
      },
    })
    assert.deepEqual(
      fields.map(({ kind, box }) => [kind, points(box.left)]),
      [
        ['Sig', 10],
        ['Stamp', 70],
      ],
    )
  })
})
