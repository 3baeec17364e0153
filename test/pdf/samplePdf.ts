import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'

/** An object of a hand-made PDF: `12 → '<< … >>'`. */
export type Objects = Readonly<Record<number, string>>

/** A stream object with its /Length. */
export function streamText(dictionary: string, data: string): string {
  return `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`
}

/** Two pages of lines, and on page 1 two empty signature fields that carry a drawn seal. */
export const SAMPLE: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R] >> >>',
  2: '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << >> /Annots [6 0 R 7 0 R] >>',
  4: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 10 0 R /Resources << >> >>',
  5: streamText('', '0 0 1 rg 100 500 300 200 re f'),
  6: sealField('seal-1', '[300 300 419 419]'),
  7: sealField('seal-2', '[100 300 219 419]'),
  8: streamText('/Type /XObject /Subtype /Form /BBox [0 0 119 119]', ''),
  9: streamText(
    '/Type /XObject /Subtype /Form /BBox [0 0 119 119]',
    '1 0 0 RG 3 w 5 5 109 109 re S 1 0 0 rg 45 45 29 29 re f',
  ),
  10: streamText('', '0 1 0 rg 100 100 50 50 re f'),
}

function sealField(name: string, rect: string): string {
  return `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /F 4 /P 3 0 R /Rect ${rect} /AP << /N 8 0 R >> /HongtouSeal 9 0 R >>`
}

/** A file with a classic cross-reference table. */
export function makePdf(objects: Objects = SAMPLE): Uint8Array {
  return appendRevision(fromLatin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), objects, {
    trailer: '/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]',
    first: true,
  })
}

/** Appends objects as an attacker or another program would: a revision with its own table, made without our writer. */
export function appendRevision(
  pdf: Uint8Array,
  objects: Objects,
  options: {
    readonly trailer?: string
    readonly first?: boolean
    readonly previous?: number
    readonly root?: string
  } = {},
): Uint8Array {
  let text = latin1(pdf)
  const previous = options.previous ?? lastStartXref(text)
  const numbers = Object.keys(objects).map(Number)
  const places = numbers.map((number) => {
    const offset = text.length
    text += `${number} 0 obj\n${objects[number]}\nendobj\n`
    return { number, offset }
  })
  const start = text.length
  text += 'xref\n'
  if (options.first) text += '0 1\n0000000000 65535 f \n'
  for (const { number, offset } of places) text += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
  const before = Number([...text.matchAll(/\/Size (\d+)/g)].at(-1)?.[1] ?? 0)
  const size = Math.max(before, ...numbers.map((number) => number + 1))
  const prev = options.first ? '' : `/Prev ${previous}`
  text += `trailer\n<< /Size ${size} /Root ${options.root ?? '1 0 R'} ${prev} ${options.trailer ?? ''} >>\n`
  text += `startxref\n${start}\n%%EOF\n`
  return fromLatin1(text)
}

/** Four bytes of an xref stream. */
export function bigEndian(value: number): string {
  return String.fromCharCode(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255)
}

export function lastStartXref(text: string): number {
  return Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? 0)
}

/** XMP metadata with a title and a time of saving, as programs write them. */
export function sampleXmp(title: string, modified: string): string {
  const names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
  const properties = `<dc:title>${title}</dc:title><xmp:ModifyDate>${modified}</xmp:ModifyDate>`
  const description = `<rdf:Description rdf:about="" ${names}>${properties}</rdf:Description>`
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF>`
}
