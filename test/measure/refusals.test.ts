import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measurePdf } from '../../server/src/measure/measure.ts'
import { onePage } from '../pdf/contentPdf.ts'
import { streamText } from '../pdf/samplePdf.ts'
import { judge, needJudge } from '../support/judges.ts'
import { withScratch } from '../support/scratch.ts'
import { handMade } from './handMade.ts'
import { NOTICE, RULES } from './notice.ts'

const fails = (pdf: Uint8Array, code: string): void => {
  assert.throws(() => measurePdf(pdf), { name: 'Failure', code })
}

const notice = (): Uint8Array => handMade(Object.values(NOTICE), Object.values(RULES))

const IMAGE = {
  resources: '/XObject << /I 20 0 R >>',
  objects: {
    20: streamText(
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      'x',
    ),
  },
}

describe('a PDF that cannot be measured', () => {
  it('is said to be a scan, even with an invisible layer of text', () => {
    fails(onePage('q 200 0 0 100 0 0 cm /I Do Q', IMAGE), 'measure-scan')
    fails(onePage('q 200 0 0 100 0 0 cm /I Do Q BT 3 Tr /Han 10 Tf 20 50 Td <516C6587> Tj ET', IMAGE), 'measure-scan')
  })

  it('is said to have no Chinese text, or none that can be told', () => {
    fails(onePage('10 10 100 50 re f'), 'measure-no-text')
    const unknown = '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [21 0 R] >>'
    const objects = { 20: unknown, 21: '<< /Subtype /CIDFontType2 /BaseFont /A >>' }
    fails(
      onePage('BT /U 10 Tf 20 50 Td <0102> Tj ET', { resources: '/Font << /U 20 0 R >>', objects }),
      'measure-no-text',
    )
  })

  it('is said to be damaged or no PDF at all', () => {
    fails(new TextEncoder().encode('# 通知'), 'pdf-not-pdf')
    fails(
      notice()
        .slice(0, 300)
        .map((byte) => (byte === 0x43 ? 0x44 : byte)),
      'pdf-damaged',
    )
  })

  it('is said to be protected', function () {
    needJudge(this, 'qpdf')
    withScratch((folder) => {
      const [from, to] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')]
      writeFileSync(from, notice())
      judge('qpdf', ['--encrypt', '', 'owner', '256', '--', from, to])
      fails(new Uint8Array(readFileSync(to)), 'pdf-encrypted')
    })
  })
})

describe('a damaged PDF', () => {
  it('is measured as far as it can be pieced together, and that is told', () => {
    const whole = measurePdf(notice())
    const text = new TextDecoder('latin1').decode(notice())
    const cut = measurePdf(notice().slice(0, text.lastIndexOf('xref')))
    assert.deepEqual([whole.rebuilt, cut.rebuilt], [false, true])
    assert.deepEqual(cut.rows, whole.rows)
  })
})

describe('odd pages', () => {
  it('are measured as far as they go: one line, a thousand lines anywhere', () => {
    assert.ok(measurePdf(handMade([{ text: '公文', x: 28, y: 40 }])).rows.length > 10)
    const many = Array.from({ length: 1000 }, (_, index) => ({
      text: '一、公文',
      x: (index * 7) % 200,
      y: (index * 13) % 290,
    }))
    assert.ok(measurePdf(handMade(many)).rows.length > 10)
  })

  it('may be many', () => {
    const lines = (pages: number) =>
      Array.from({ length: pages * 22 }, (_, index) => ({
        text: '为认真贯彻落实上级有关部署要求进一步规范各级各部门工作秩',
        x: 28,
        y: 42 + (index % 22) * 10,
        page: Math.floor(index / 22) + 1,
      }))
    const report = measurePdf(handMade(lines(120)))
    assert.equal(report.pages, 120)
  })
})
