import assert from 'node:assert/strict'
import fc from 'fast-check'
import { charstringBox } from '../../server/src/pdf/font/charstring.ts'
import { readCMap } from '../../server/src/pdf/font/cmap.ts'
import { openOutlines } from '../../server/src/pdf/font/outlines.ts'
import { fromLatin1 } from '../../server/src/pdf/lexer.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { marksOf, onePage, paintedBy } from './contentPdf.ts'
import { type Objects, streamText } from './samplePdf.ts'

const form = (content: string, resources = ''): string =>
  streamText(`/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << ${resources} >>`, content)

/** A word of content, right or wrong. */
const WORDS = [
  'q',
  'Q',
  'cm',
  're',
  'f',
  'S',
  'W',
  'n',
  'BT',
  'ET',
  'Tf',
  'Tj',
  'TJ',
  'Td',
  'Do',
  'BI',
  'ID',
  'EI',
  'scn',
  'cs',
  'gs',
  'Tm',
  'd1',
  '/F',
  '/Han',
  '/Latin',
  '<516C',
  '(a',
  ')',
  '>',
  '[',
  ']',
  '<<',
  '>>',
  '1',
  '-2.5',
  '--3',
  '1e9',
  '.',
  '0.1.2',
  '%',
  '\0',
]

describe('hostile content', () => {
  it('paints a form that calls itself once', () => {
    const { bars } = paintedBy('/F Do', {
      resources: '/XObject << /F 20 0 R >>',
      objects: { 20: form('10 10 100 1 re f /F Do', '/XObject << /F 20 0 R >>') },
    })
    assert.equal(bars.length, 1)
  })

  it('stops forms that call each other into billions', () => {
    const objects: Record<number, string> = {}
    for (let level = 20; level < 40; level++)
      objects[level] = form('/F Do '.repeat(10), `/XObject << /F ${level + 1} 0 R >>`)
    objects[40] = form('10 10 100 1 re f')
    assert.throws(() => paintedBy('/F Do', { resources: '/XObject << /F 20 0 R >>', objects }), {
      name: 'Failure',
      code: 'pdf-limit',
    })
  })

  it('counts q without end, and comes back from it', () => {
    const deep = 200_000
    const { glyphs } = paintedBy(`${'q '.repeat(deep)}${'Q '.repeat(deep)}BT /Han 10 Tf 20 50 Td <516C> Tj ET`)
    assert.equal(glyphs.length, 1)
  })

  it('reads arrays and dictionaries of any length and depth', () => {
    const { glyphs } = paintedBy(
      `[${'1 '.repeat(300_000)}] TJ ${'['.repeat(50_000)} ${'<<'.repeat(5_000)} BT /Han 10 Tf 20 50 Td <516C> Tj ET`,
    )
    assert.ok(glyphs.length <= 1)
  })

  it('shows the rest of a page whose font is missing, or no font at all', () => {
    const { glyphs } = paintedBy('BT /None 10 Tf 20 50 Td (x) Tj /Han 10 Tf <516C> Tj /Broken 10 Tf (y) Tj ET', {
      resources: '/Font << /Han 11 0 R /Broken 20 0 R >>',
      objects: { 20: '(no font)' },
    })
    assert.deepEqual(glyphs.map(({ text }) => text).slice(0, 1), ['公'])
  })

  it('never fails with anything but a sentence, whatever stands in the stream', () => {
    const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const content = words.join(' ').replace(/[^\x00-\xff]/g, '?')
        const objects: Objects = { 20: form(content, '/XObject << /F 20 0 R >>') }
        try {
          marksOf(onePage(content, { resources: '/XObject << /F 20 0 R >>', objects }))
        } catch (error) {
          assert.ok(error instanceof Failure, String(error))
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('hostile fonts', () => {
  it('give no outline instead of an error', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom([], [1, 0, 4, 1], [0, 1, 0, 0], [0x4f, 0x54, 0x54, 0x4f]),
        (noise, start) => {
          try {
            const outlines = openOutlines(Uint8Array.of(...start, ...noise))
            for (let glyph = 0; glyph < 5; glyph++) outlines?.ink(glyph)
            outlines?.glyphOf(0x516c)
            outlines?.characterOf(1)
          } catch (error) {
            // The reader of fonts turns these into “no outline”.
            assert.ok(error instanceof RangeError || error instanceof Error)
          }
        },
      ),
    )
  })

  it('run charstrings to their end, whatever they hold', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (program) => {
        const self = [program]
        const box = charstringBox(program, { globals: self, locals: self }, { left: 1_000_000 })
        assert.ok(box === undefined || box === 'missing' || Number.isFinite(box.left) || Number.isNaN(box.left))
      }),
    )
  })

  it('keep maps of a bounded size', () => {
    const range = '<00000000> <FFFFFFFF> <0041> '.repeat(100)
    const map = readCMap(
      fromLatin1(
        `100 beginbfrange ${range} endbfrange 100 begincidrange ${range.replaceAll('<0041>', '1')} endcidrange`,
      ),
    )
    assert.ok(map.texts.size <= 140_000 && map.cids.size <= 140_000)
  })
})
