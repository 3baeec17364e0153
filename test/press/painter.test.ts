import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { createPainter, pageWith } from '../../server/src/press/painter.ts'
import type { PaintedElement, PaintedPages, WantedPages } from '../../server/src/press/press.ts'
import type { Layout } from '../../server/src/typeset/pages.ts'
import { layoutOf, page, run } from '../render/sample.ts'
import { bundledFaces } from '../support/faces.ts'

const URI = 'file:///示例.gw.md'

/** A layout with a page for each text and a run for each of its lines, named by what they print. */
function layout(faces: FaceSet, texts: readonly string[]): Layout {
  let start = 0
  return layoutOf(
    texts.map((text) => {
      const items = text.split('\n').map((line, row) => {
        const source = { uri: URI, section: 0, span: { start, end: start + line.length } }
        start += line.length
        return run(faces, line, { baseline: 40 + row * 10, source })
      })
      return { ...page(items), key: text }
    }),
  )
}

/** Draws what it is sent, as a preview does. */
function openViewer() {
  const outlines = new Map<string, string>()
  let pages: { key: string; elements: readonly (string | PaintedElement)[] }[] = []
  const bake = (element: PaintedElement) =>
    typeof element === 'object'
      ? {
          ...element,
          glyphs: element.glyphs.replace(
            /(\S+) (\S+)/g,
            (_, name, pen) => pen + (outlines.get(name) ?? assert.fail(name)),
          ),
        }
      : element
  return {
    known: () => pages.map(({ key, elements }) => (elements.length > 0 ? key : '')),
    shown: () => pages,
    take(sent: PaintedPages) {
      for (const [name, outline] of Object.entries(sent.outlines)) outlines.set(name, outline)
      const before = pages
      pages = sent.pages.map(({ key, elements }, index) => ({
        key,
        elements:
          elements?.map((each) =>
            typeof each === 'number'
              ? (before[index]?.elements[each] ?? assert.fail(`${each}`))
              : (bake(each) as PaintedElement),
          ) ??
          before.find((other) => other.key === key && other.elements.length > 0)?.elements ??
          [],
      }))
    },
  }
}

describe('the painter', () => {
  let faces: FaceSet
  before(async () => {
    faces = await bundledFaces()
  })
  const paint = (painter: ReturnType<typeof createPainter>, texts: readonly string[], wanted: WantedPages) =>
    painter(URI, { layout: layout(faces, texts), faces, pictures: new Map() }, wanted)

  it('sends of a page that changed what is new, and the outline of a glyph once', () => {
    const painter = createPainter()
    const first = paint(painter, ['一\n二'], { known: [] })
    assert.equal(first.pages[0]?.elements?.length, 2)
    const second = paint(painter, ['一\n三二'], { known: ['一\n二'] })
    assert.equal(second.pages[0]?.elements?.[0], 0)
    assert.equal(typeof second.pages[0]?.elements?.[1], 'object')
    assert.equal(Object.keys(second.outlines).length, 1)
  })

  it('draws pages in reach, and of the others says that they exist', () => {
    const { pages } = paint(createPainter(), ['一', '二', '三'], { known: [], within: { first: 1, last: 1 } })
    assert.deepEqual(
      pages.map(({ key, width, elements }) => [key, width, elements?.length]),
      [
        ['一', 210, undefined],
        ['二', 210, 1],
        ['三', 210, undefined],
      ],
    )
  })

  it('says of a page that the viewer has where its text is by now', () => {
    const painter = createPainter()
    paint(painter, ['一', '二'], { known: [] })
    const { pages } = paint(painter, ['一一', '二'], { known: ['一', '二'] })
    assert.deepEqual(pages[1], { key: '二', width: 210, height: 297, sources: [[0, 2, 3]] })
  })

  it('shows after any edits what it shows at first sight', () => {
    const texts = fc.array(fc.array(fc.constantFrom('一', '二', '三', '丁一'), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    })
    const reach = fc.tuple(fc.nat(4), fc.nat(4)).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, reach), { minLength: 1, maxLength: 6 }), (steps) => {
        const painter = createPainter()
        const viewer = openViewer()
        for (const [pages, within] of steps) {
          const now = pages.map((lines) => lines.join('\n'))
          viewer.take(paint(painter, now, { known: viewer.known(), within }))
          const fresh = openViewer()
          fresh.take(paint(createPainter(), now, { known: [] }))
          for (const [index, shown] of viewer.shown().entries()) {
            const isDrawn = shown.elements.length > 0 || (within.first <= index && index <= within.last)
            if (isDrawn) assert.deepEqual(shown, fresh.shown()[index])
          }
        }
      }),
    )
  })

  it('finds the page that prints a place', () => {
    const pages = layout(faces, ['一二', '三'])
    assert.equal(pageWith(pages, { section: 0, offset: 1 }), 0)
    assert.equal(pageWith(pages, { section: 0, offset: 2 }), 1, 'before behind')
    assert.equal(pageWith(pages, { section: 0, offset: 3 }), 1, 'behind the last character')
    assert.equal(pageWith(pages, { section: 1, offset: 0 }), undefined)
  })
})
