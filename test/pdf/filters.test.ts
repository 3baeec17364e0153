import assert from 'node:assert/strict'
import { decodeData } from '../../server/src/pdf/content/filters.ts'
import { openPdf } from '../../server/src/pdf/file.ts'
import { deflate } from '../../server/src/pdf/flate.ts'
import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'
import { array, dictionary, name, type PdfObject, stream } from '../../server/src/pdf/objects.ts'
import { makePdf } from './samplePdf.ts'

const view = openPdf(makePdf()).view()

function decoded(data: Uint8Array | string, filter: PdfObject, parameters?: PdfObject): string | undefined {
  const bytes = typeof data === 'string' ? fromLatin1(data) : data
  const result = decodeData(view, stream({ Filter: filter, DecodeParms: parameters }, bytes))
  return result && latin1(result)
}

describe('packed streams', () => {
  const text = 'BT /F 1 Tf ET '.repeat(20)

  it('are unpacked by Flate, alone or within another filter', () => {
    assert.equal(decoded(deflate(fromLatin1(text)), name('FlateDecode')), text)
    const hex = [...deflate(fromLatin1(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    assert.equal(decoded(`${hex}>`, array([name('AHx'), name('Fl')])), text)
  })

  it('are unpacked from hexadecimal digits and from base 85', () => {
    assert.equal(decoded('42 54\n4>', name('ASCIIHexDecode')), 'BT@')
    assert.equal(decoded('9jqo^BlbD-BleB1DJ+*+F(f,q~>', name('ASCII85Decode')), 'Man is distinguished')
    assert.equal(decoded('z~>', name('ASCII85Decode')), '\0\0\0\0')
  })

  it('are unpacked from run lengths', () => {
    assert.equal(decoded('\x02abc\xfed\x80rest', name('RunLengthDecode')), 'abcddd')
  })

  it('are unpacked by LZW', () => {
    // The example of ISO 32000-1 7.4.4.2.
    assert.equal(decoded('\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', name('LZWDecode')), '-----A---B')
  })

  it('undo the prediction of rows', () => {
    const rows = Uint8Array.of(2, 1, 2, 3, 2, 1, 1, 1)
    const parameters = dictionary({ Predictor: 12, Columns: 3 })
    assert.equal(decoded(deflate(rows), name('FlateDecode'), parameters), '\x01\x02\x03\x02\x03\x04')
  })

  it('stay packed when only images are packed so', () => {
    assert.equal(decoded('x', name('DCTDecode')), undefined)
  })
})
