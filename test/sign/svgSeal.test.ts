import assert from 'node:assert/strict'
import { openPdf } from '../../server/src/pdf/file.ts'
import { latin1 } from '../../server/src/pdf/lexer.ts'
import type { PdfStream } from '../../server/src/pdf/objects.ts'
import { createUpdate } from '../../server/src/pdf/update.ts'
import { addSvgSeal, isSvg } from '../../server/src/sign/svgSeal.ts'
import { makePdf } from '../pdf/samplePdf.ts'
import { judge, needJudge } from '../support/judges.ts'
import { withOpenssl } from './guomi/openssl.ts'
import { sign } from './signing.ts'

const svg = (body: string, box = '0 0 40 20'): Uint8Array =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${body}</svg>\n`)
const SQUARE = '<path d="M0 0L20 0L20 20L0 20Z" fill="#f00"/>'

/** The drawing that an SVG becomes in a field of 100 by 100 points. */
function drawn(bytes: Uint8Array): string {
  const update = createUpdate(openPdf(makePdf()))
  const form = update.read(addSvgSeal(update, bytes, { width: 100, height: 100 }))
  return latin1((form as PdfStream).data)
}

describe('a seal as SVG', () => {
  it('is as large as fits, in the middle, the right way up', () => {
    assert.equal(
      drawn(svg(SQUARE)),
      'q /Ink gs 2.5 0 0 -2.5 0 75 cm\nq 1 0 0 1 0 0 cm 1 0 0 rg 0 0 m 20 0 l 20 20 l 0 20 l h f Q\nQ',
    )
  })

  it('may move its paths, colour them in either form, and draw lines and curves in one breath', () => {
    const body =
      '<path d="M1 1 2 2C3 3 4 4 5 5 6 6 7 7 8 8Z" fill="#c80000" transform="translate(-3 4)" data-element="seal"/>'
    assert.match(drawn(svg(body)), /q 1 0 0 1 -3 4 cm 0\.7843 0 0 rg 1 1 m 2 2 l 3 3 4 4 5 5 c 6 6 7 7 8 8 c h f Q/)
  })

  const refused: Readonly<Record<string, Uint8Array>> = {
    'an element that is no path': svg(`${SQUARE}<text>甲</text>`),
    'a script': svg(`<script>alert(1)</script>${SQUARE}`),
    'words between the paths': svg(`甲${SQUARE}`),
    'an attribute that changes the drawing': svg('<path d="M0 0L1 1Z" stroke="#f00"/>'),
    'a turned path': svg('<path d="M0 0L1 1Z" transform="rotate(45)"/>'),
    'a colour by name': svg('<path d="M0 0L1 1Z" fill="red"/>'),
    'an arc': svg('<path d="M0 0A1 1 0 0 0 2 2Z" fill="#f00"/>'),
    'half a curve': svg('<path d="M0 0C1 1 2 2Z" fill="#f00"/>'),
    'a box without area': svg(SQUARE, '0 0 0 20'),
  }
  for (const [name, bytes] of Object.entries(refused))
    it(`is refused with ${name}`, () => {
      assert.throws(() => drawn(bytes), { code: 'sign-seal-image' })
    })

  it('is known by its first element', () => {
    assert.equal(isSvg(svg(SQUARE)), true)
    assert.equal(isSvg(new TextEncoder().encode('<html><svg viewBox="0 0 1 1">')), false)
  })

  it('is seen on the signed page, in red, where it was put', async function () {
    needJudge(this, 'mutool')
    const pdf = await sign(makePdf(), { seal: svg(SQUARE) })
    await withOpenssl((bench) => {
      const drawing = judge('mutool', ['trace', bench.put('s.pdf', pdf)]).stdout
      // The sample's field is 119 points wide, the SVG twice as wide as high.
      assert.match(drawing, /blendmode="Multiply"[\s\S]*?color="1 0 0"[^>]* transform="2\.975 0 0 2\.975 300 452\.75"/)
    })
  })
})
