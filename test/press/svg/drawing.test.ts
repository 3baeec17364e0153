import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type ReadDrawing, readDrawing } from '../../../server/src/press/svg/drawing.ts'
import { paintSvg } from '../../../server/src/render/svg.ts'
import { Failure } from '../../../server/src/text/failure.ts'
import type { Shape } from '../../../server/src/typeset/picture.ts'
import { page } from '../../render/sample.ts'
import { SQUARES } from '../../typeset/support.ts'

/** A drawing of 1000 × 500, so that its units are those that are kept. */
function read(content: string, attributes = 'viewBox="0 0 1000 500"'): ReadDrawing {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`
  return readDrawing(new TextEncoder().encode(source), SQUARES)
}

function shapesOf(content: string, attributes?: string): readonly Shape[] {
  return read(content, attributes).drawing.shapes
}

function outlineOf(content: string, attributes?: string): string {
  return shapesOf(content, attributes)
    .map(({ d }) => d)
    .join(' ')
}

/** Left, top, right and bottom of all points, rounded. */
function boxOf({ d }: Shape): readonly number[] {
  const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number)
  const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(Math.round)
}

function codeOf(content: string): string | undefined {
  try {
    read(content)
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
  return undefined
}

describe('an SVG as outlines', () => {
  it('has its shapes', () => {
    assert.equal(outlineOf('<rect x="1" y="2" width="30" height="40"/>'), 'M1 2L31 2L31 42L1 42Z')
    assert.equal(outlineOf('<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>'), 'M1 2L3 4')
    assert.equal(outlineOf('<polygon points="0,0 9,0 9 9"/>'), 'M0 0L9 0L9 9Z')
    assert.equal(outlineOf('<path d="m1 1h8v8z m2 2l1 1"/>'), 'M1 1L9 1L9 9ZM3 3L4 4')
    assert.deepEqual(boxOf(shapesOf('<circle cx="50" cy="60" r="10"/>')[0]!), [40, 50, 60, 70])
    assert.deepEqual(boxOf(shapesOf('<rect width="40" height="20" rx="5"/>')[0]!), [0, 0, 40, 20])
  })

  it('is as wide and as high as it says, its box laid into its frame', () => {
    const sizes = (attributes: string) => {
      const { drawing } = read('<rect width="10" height="10"/>', attributes)
      return [drawing.width, drawing.height, ...boxOf(drawing.shapes[0]!)]
    }
    assert.deepEqual(sizes('viewBox="0 0 10 10"'), [1000, 1000, 0, 0, 1000, 1000])
    assert.deepEqual(sizes('width="20mm" height="10mm" viewBox="0 0 10 10"'), [1000, 500, 250, 0, 750, 500])
    assert.deepEqual(
      sizes('width="20" height="10" viewBox="0 0 10 10" preserveAspectRatio="none"'),
      [1000, 500, 0, 0, 1000, 500],
    )
    assert.deepEqual(sizes('width="100" height="50"'), [1000, 500, 0, 0, 100, 100])
  })

  it('is turned and moved as its groups say', () => {
    const square = '<path d="M0 0H10V10z"/>'
    assert.equal(outlineOf(`<g transform="translate(5,6) scale(2)">${square}</g>`), 'M5 6L25 6L25 26Z')
    assert.equal(outlineOf(`<g transform="rotate(90 10 10)">${square}</g>`), 'M20 0L20 10L10 10Z')
    assert.equal(
      outlineOf(`<svg x="100" y="50" width="20" height="20" viewBox="0 0 10 10">${square}</svg>`),
      'M100 50L120 50L120 70Z',
    )
  })

  it('has its colours: attributes, then the sheet, then the style of the element; what it has not, from around', () => {
    const fill = (content: string) => shapesOf(content)[0]?.fill?.colour
    const dot = (attributes: string) => `<path d="M0 0H1V1z" ${attributes}/>`
    assert.equal(fill(dot('')), '#000000')
    assert.equal(fill(`<g fill="#0f0">${dot('')}</g>`), '#00ff00')
    assert.equal(fill(`<style>.a{fill:blue} path{fill:red}</style>${dot('class="b a" fill="#0f0"')}`), '#0000ff')
    assert.equal(fill(`<style>#x { fill: rgb(1, 2, 3) }</style>${dot('id="x" style="fill:steelblue"')}`), '#4682b4')
    assert.equal(fill(`<g color="rgb(100% 0% 0%)">${dot('fill="currentColor"')}</g>`), '#ff0000')
    assert.equal(shapesOf(dot('fill="none"')).length, 0)
    assert.equal(shapesOf(dot('fill="#f008" opacity="0.5"'))[0]?.fill?.opacity, 0.267)
    assert.deepEqual(
      shapesOf(`<g transform="scale(3)">${dot('stroke="red" stroke-width="2" stroke-dasharray="4,1"')}</g>`)[0]?.stroke
        ?.dashes,
      [12, 3],
    )
  })

  it('says what of it is simpler: a gradient is its mean colour', () => {
    const { drawing, simplified, lost } = read(
      '<linearGradient id="g"><stop stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>',
    )
    assert.deepEqual([drawing.shapes[0]?.fill?.colour, simplified, lost], ['#808080', ['渐变'], []])
  })

  it('says what is lost', () => {
    const { lost } = read(
      '<image href="a.png"/><foreignObject><p>字</p></foreignObject><path d="M0 0 x"/><text><textPath>字</textPath></text>',
    )
    assert.deepEqual(lost, ['嵌入的位图', '网页形式的文字', '写错的路径', '沿曲线排的文字'])
  })

  it('has the plain form of what is offered in several', () => {
    const { drawing, lost } = read('<switch><foreignObject/><text x="1" y="9">字</text></switch>')
    assert.deepEqual([drawing.shapes.length, lost], [1, []])
  })

  it('has what is used again, in its place', () => {
    const defs =
      '<defs><path id="p" d="M0 0H1V1z"/><symbol id="s" viewBox="0 0 2 2"><path d="M0 0H2V2z"/></symbol></defs>'
    assert.equal(outlineOf(`${defs}<use href="#p" x="10" y="20"/>`), 'M10 20L11 20L11 21Z')
    assert.equal(outlineOf(`${defs}<use xlink:href="#s" x="10" width="20" height="20"/>`), 'M10 0L30 0L30 20Z')
  })

  it('is clipped', () => {
    const [shape] = shapesOf(
      '<clipPath id="c"><rect width="5" height="5"/></clipPath><g clip-path="url(#c)"><path d="M0 0H9V9z"/></g>',
    )
    assert.deepEqual(shape?.clips, [{ d: 'M0 0L5 0L5 5L0 5Z', evenOdd: false }])
  })

  it('has the arrows at the ends of lines, turned with them', () => {
    const marker = '<marker id="m" refX="0" refY="0" orient="auto"><path d="M0 0L-2 1V-1z"/></marker>'
    const [, arrow] = shapesOf(`${marker}<path d="M0 0V100" stroke="red" fill="none" marker-end="url(#m)"/>`)
    assert.equal(arrow?.d, 'M0 100L-1 98L1 98Z')
  })

  describe('has its text in our faces', () => {
    /** Left edge and baseline of each glyph: SQUARES draws them from the pen, 0.9 em wide. */
    const glyphs = (content: string) => shapesOf(content).map((shape) => [boxOf(shape)[0], boxOf(shape)[3]])

    it('at its place, by its anchor', () => {
      assert.deepEqual(glyphs('<text x="100" y="50" font-size="20">甲乙</text>'), [
        [100, 50],
        [120, 50],
      ])
      assert.deepEqual(glyphs('<text x="100" y="50" font-size="20" text-anchor="middle">甲乙</text>'), [
        [80, 50],
        [100, 50],
      ])
      assert.deepEqual(glyphs('<text x="100" y="50" font-size="20" text-anchor="end">甲乙</text>'), [
        [60, 50],
        [80, 50],
      ])
    })

    it('line by line, without blanks at the edges', () => {
      const text = '<text font-size="10">\n <tspan x="5" y="10">甲</tspan>\n <tspan x="5" dy="1.2em">乙</tspan> </text>'
      assert.deepEqual(glyphs(text), [
        [5, 10],
        [5, 22],
      ])
    })

    it('as wide as the drawing says that it is', () => {
      assert.deepEqual(glyphs('<text x="0" y="9" font-size="10" textLength="40">甲乙</text>'), [
        [0, 9],
        [20, 9],
      ])
    })

    it('and says which character no face has', () => {
      assert.deepEqual(read('<text y="9">龘</text>').lost, ['文字“龘”'])
    })
  })
})

describe('a hostile SVG', () => {
  it('cannot make the reader read anything else, or run', () => {
    const { drawing, lost } = read(
      '<script>alert(1)</script><style>@import url(http://a/b.css); path{fill:url(http://a/b#c)}</style><use href="file:///etc/passwd#a"/><use href="http://a/b.svg#c"/><image href="http://a/b.png"/><path d="M0 0H9V9z"/>',
    )
    assert.equal(drawing.shapes.length, 0)
    assert.deepEqual(lost, ['引用的图形', '嵌入的位图'])
  })

  it('has its own entities not expanded: a billion laughs stay one line', () => {
    const lines = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
    const source = `<!DOCTYPE svg [<!ENTITY l0 "lol"><!ENTITY x SYSTEM "file:///etc/passwd">${lines}]><svg viewBox="0 0 9 9"><text y="9">&l10;&x;</text></svg>`
    const { drawing } = readDrawing(new TextEncoder().encode(source), SQUARES)
    assert.ok(drawing.shapes.length < 20)
  })

  it('that grows without end by using itself is refused', () => {
    const tens = Array.from(
      { length: 12 },
      (_, n) => `<g id="a${n + 1}">${`<use href="#a${n}"/>`.repeat(10)}</g>`,
    ).join('')
    assert.equal(codeOf(`<defs><path id="a0" d="M0 0H9"/>${tens}</defs><use href="#a8"/>`), 'image-too-complex')
    assert.equal(codeOf('<g id="a"><use href="#a"/></g>'), 'image-too-complex')
    assert.equal(
      codeOf(
        '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect width="9" height="9" fill="url(#a)"/>',
      ),
      undefined,
    )
    assert.equal(
      codeOf(
        '<marker id="m"><path d="M0 0H9" stroke="red" marker-end="url(#m)"/></marker><path d="M0 0H9" stroke="red" marker-end="url(#m)"/>',
      ),
      'image-too-complex',
    )
  })

  it('that has much to be read again and again is refused, whatever it is that is long', () => {
    const uses = '<use href="#a"/>'.repeat(2000)
    const whats = [
      `<path id="a" d="" class="${'b '.repeat(100_000)}"/>`,
      `<text id="a" x="${'1 '.repeat(100_000)}" fill="none">字</text>`,
      `<clipPath id="c">${'<path d=""/>'.repeat(5000)}</clipPath><g id="a" clip-path="url(#c)"/>`,
    ]
    for (const what of whats) {
      assert.equal(codeOf(`<defs>${what}</defs>${uses}`), 'image-too-complex', what.slice(0, 60))
    }
  })

  it('of many rules for one class, of many colours in one gradient, or of marks without an end is read all the same', () => {
    const dots = '<path class="a" d="M0 0H9V9z"/><path fill="url(#g)" d="M0 0H9V9z"/>'.repeat(100)
    const sources = [
      `<style>${'.a{fill:red}'.repeat(20_000)}</style>${dots}`,
      `<linearGradient id="g">${'<stop stop-color="red"/>'.repeat(5000)}</linearGradient>${dots}`,
      ...['a', '@', '/*', '{'].map((mark) => `<style>${mark.repeat(200_000)}</style>`),
      `<path fill="url(${' '.repeat(200_000)}" clip-path="url(${"'".repeat(200_000)}" d="M0 0H9V9z"/>`,
      `<path width="${'1'.repeat(200_000)}!" transform="${'scale('.repeat(50_000)}" d="M0 0H9V9z"/>`,
    ]
    for (const source of sources) assert.equal(codeOf(source), undefined, source.slice(0, 60))
  })

  it('that is nested without end, or has no sense, is refused', () => {
    assert.equal(codeOf('<g>'.repeat(1000) + '</g>'.repeat(1000)), 'image-too-complex')
    for (const content of ['<g>', '<<', '<rect width="1" width="2"/>', '&#0;'])
      assert.equal(codeOf(content), 'image-unreadable')
    assert.throws(() => read('', 'width="1" height="1e9"'), Failure)
  })

  it('gets nothing of its markup into the preview', () => {
    const nasty = fc.constantFrom(
      '"><script>',
      "'/><img src=x onerror=1>",
      'javascript:1',
      'url(x)',
      '&quot;',
      'NaN',
      '1e999',
      '-0',
      'red" onload="x',
    )
    fc.assert(
      fc.property(nasty, nasty, nasty, (a, b, c) => {
        const escaped = [a, b, c].map((each) =>
          each.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
        )
        const [x, y, z] = escaped
        const { drawing } = read(
          `<g id="${x}" transform="${y}" onclick="${z}"><path d="M0 0L${z} 9z" fill="${x}" stroke="${y}" stroke-width="${z}" stroke-linecap="${x}" stroke-dasharray="${y}"/><text font-family="${x}" font-size="${y}" x="${z}">字${x}</text></g>`,
        )
        const picture = { ...drawing, key: 'k' }
        const rect = { x: 0, y: 0, width: 10, height: 10 }
        const svg = paintSvg(page([{ kind: 'image', rect, image: 'a', alt: '' }]), SQUARES, new Map([['a', picture]]))
        assert.doesNotMatch(svg, /script|onload|onerror|javascript|NaN|Infinity|url\((?!#)/)
        assert.match(svg, /^(?:<\/?(?:svg|defs|g|title|path|clipPath)\b[^<>]*>\s*)+$/)
      }),
    )
  })
})
