import { makePdf, type Objects, SAMPLE, streamText } from '../../pdf/samplePdf.ts'
import { page } from './attack.ts'

export const XOBJECT = '/Type /XObject /Subtype /Form /BBox [0 0 595 842]'

/**
 * A document that its author prepared before it was signed: harmless drawing over another one, a text field, two fonts,
 * resources that pages inherit, a layer.
 */
export const PREPARED: Objects = {
  ...SAMPLE,
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R 36 0 R] /DA (/F 0 Tf) /DR << /Font << /F 30 0 R >> >> >> /OCProperties << /OCGs [33 0 R] /D << /ON [33 0 R] >> >> >>',
  2: '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /Resources << /XObject << /J 35 0 R >> >> >>',
  3: page
    .replace(
      '/Resources << >>',
      '/Resources << /Font << /F 30 0 R >> /XObject << /I 32 0 R >> /Properties << /L 33 0 R >> >>',
    )
    .replace('7 0 R]', '7 0 R 36 0 R]'),
  4: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 10 0 R >>',
  5: streamText('', 'BT /F 30 Tf 100 700 Td (Pay 1000) Tj ET /I Do /OC /L BDC 0 0 1 rg 50 50 50 50 re f EMC'),
  10: streamText('', '0 1 0 rg 100 100 50 50 re f /J Do'),
  30: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding 34 0 R /ToUnicode 31 0 R >>',
  31: streamText('', '1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <31> <0031> endbfchar'),
  32: streamText(XOBJECT, '1 1 1 rg 100 600 300 40 re f'),
  33: '<< /Type /OCG /Name (layer) >>',
  34: '<< /Type /Encoding /BaseEncoding /WinAnsiEncoding >>',
  35: streamText(XOBJECT, '0 0 1 rg 10 10 20 20 re f'),
  36: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (sum) /V (1000) /DA (/F 12 Tf) /Rect [100 600 300 620] /AP << /N 37 0 R >> >>',
  37: streamText(`${XOBJECT} /Resources << /Font << /F 30 0 R >> >>`, 'BT /F 12 Tf 5 5 Td (1000) Tj ET'),
}

/** The drawing of the text field changes along with the page. */
export const filledIn = ['sign-changed', 'sign-uncovered']

export const prepared = { before: () => makePdf(PREPARED) }
