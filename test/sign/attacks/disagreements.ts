import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import {
  appendRevision,
  bigEndian,
  lastStartXref,
  makePdf,
  type Objects,
  SAMPLE,
  streamText,
} from '../../pdf/samplePdf.ts'
import { sign } from '../signing.ts'
import { type Attack, catalog, catalogUpdate, changed, objectText, page, update } from './attack.ts'

/** A harmless update, its text then changed behind the signed bytes. */
function respelledUpdate(
  change: (text: string, signedLength: number) => string,
  objects: Objects = {},
): Attack['attack'] {
  return (signed) => {
    const text = latin1(appendRevision(signed, { 3: page, ...objects }))
    return fromLatin1(text.slice(0, signed.length) + change(text.slice(signed.length), signed.length))
  }
}

/** Moves the end of the file along when bytes were put before the table. */
function withShift(change: (text: string) => string): Attack['attack'] {
  return respelledUpdate((text, start) => {
    const out = change(text)
    const table = start + out.lastIndexOf('xref\n', out.lastIndexOf('startxref'))
    return out.replace(/startxref\n\d+/, `startxref\n${table}`)
  })
}

/** Readers fall back on their own search for objects where they stumble, each over something else. */
export const disagreementAttacks: readonly Attack[] = [
  {
    name: 'a name is spelled with needless escapes',
    attack: update({ 3: page.replace('/Type', '/T#79pe') }),
    rules: changed,
  },
  {
    name: 'a name has a zero within',
    before: () => makePdf({ ...SAMPLE, 3: page.replace('/Resources << >>', '/Resources << /A#00B 1 >>') }),
    attack: update({ 3: page.replace('/Resources << >>', '/Resources << /A#00B 1 >>') }),
    rules: changed,
  },
  {
    name: 'a name has half an escape',
    before: () => makePdf({ ...SAMPLE, 3: page.replace('/Resources << >>', '/Resources << /A#2 1 >>') }),
    attack: update({ 3: page.replace('/Resources << >>', '/Resources << /A#2 1 >>') }),
    rules: changed,
  },
  {
    name: 'a name is longer than some readers read',
    before: () => makePdf({ ...SAMPLE, 3: page.replace('/Resources << >>', `/Resources << /${'A'.repeat(300)} 1 >>`) }),
    attack: update({ 3: page.replace('/Resources << >>', `/Resources << /${'A'.repeat(300)} 1 >>`) }),
    rules: changed,
  },
  ...['(a\\8b)', '(a\rb)', '(a\\\nb)', '(a\\53)', '(a\\477)'].map((text) => ({
    name: `a string is written as ${JSON.stringify(text)}`,
    before: () => makePdf({ ...SAMPLE, 3: page.replace('/Resources << >>', `/Resources << /A ${text} >>`) }),
    attack: update({ 3: page.replace('/Resources << >>', `/Resources << /A ${text} >>`) }),
    rules: changed,
  })),
  {
    name: 'a hexadecimal string has an odd number of digits',
    before: () => makePdf({ ...SAMPLE, 3: page.replace('/Resources << >>', '/Resources << /A <414> >>') }),
    attack: update({ 3: page.replace('/Resources << >>', '/Resources << /A <414> >>') }),
    rules: changed,
  },
  { name: 'a comment stands in an object', attack: update({ 3: page.replace('/Type', '% x\n/Type') }), rules: changed },
  {
    name: 'the end points to the blank before the table',
    attack: respelledUpdate((text) => text.replace(/startxref\n(\d+)/, (_, at) => `startxref\n${Number(at) - 1}`)),
    rules: changed,
  },
  {
    name: 'the table before is named by the blank before it',
    attack: (signed) => appendRevision(signed, { 3: page }, { previous: lastStartXref(latin1(signed)) - 1 }),
    rules: changed,
  },
  {
    name: 'the size is beyond what a file may have',
    attack: respelledUpdate((text) => text.replace(/\/Size \d+/, '/Size 8388609')),
    rules: changed,
  },
  {
    name: 'object 0 is in use',
    attack: catalogUpdate('/DSS << /Certs [0 0 R] >>', { 0: streamText('', 'x') }),
    rules: changed,
  },
  {
    name: 'the head of a subsection is broken over two lines',
    attack: withShift((text) => text.replace('\n3 1\n', '\n3\n1\n')),
    rules: changed,
  },
  {
    name: 'the head of a subsection has three blanks',
    attack: withShift((text) => text.replace('\n3 1\n', '\n3   1\n')),
    rules: changed,
  },
  {
    name: 'the word xref is followed by a blank line',
    attack: withShift((text) => text.replace('\nxref\n', '\nxref\n\n')),
    rules: changed,
  },
  {
    name: 'the table has an entry of an unknown type',
    attack: (signed) => streamTable(signed, `\x03${bigEndian(0)}\0`),
    rules: changed,
  },
  {
    name: 'the table has rows that its index does not name',
    attack: (signed) => streamTable(signed, undefined, `\x01${bigEndian(17)}\0`),
    rules: changed,
  },
  ...(['overlap', 'gap', 'order', 'external'] as const).map((fault) => ({
    name: `the objects of an object stream do not follow each other: ${fault}`,
    attack: (signed: Uint8Array) => oddContainer(signed, fault),
    rules: changed,
  })),
]

/** An update with an xref stream that lists page 1 again, one more row of our choice, and rows that nobody asked for. */
function streamTable(signed: Uint8Array, row?: string, more = ''): Uint8Array {
  const before = latin1(signed)
  const object = `3 0 obj\n${page}\nendobj\n`
  const start = before.length + object.length
  const rows = `\x01${bigEndian(before.length)}\0${row ?? ''}\x01${bigEndian(start)}\0${more}`
  const index = `3 1 ${row === undefined ? '' : '40 1 '}41 1`
  const keys = `/Type /XRef /W [1 4 1] /Index [${index}] /Size 42 /Root 1 0 R /Prev ${lastStartXref(before)}`
  return fromLatin1(`${before}${object}41 0 obj\n${streamText(keys, rows)}\nendobj\nstartxref\n${start}\n%%EOF\n`)
}

/** Pages 1 and 2 in an object stream that some readers read in sequence and others by offset. */
function oddContainer(signed: Uint8Array, fault: 'overlap' | 'gap' | 'order' | 'external'): Uint8Array {
  const before = latin1(signed)
  const [first, second] = [page, SAMPLE[4] as string]
  const between = fault === 'gap' ? ' << /Type /Page >> ' : ' '
  const body = fault === 'order' ? `${second}${between}${first}` : `${first}${between}${second}`
  const at = { first: body.indexOf(first), second: body.indexOf(second) }
  const inner = fault === 'overlap' ? `${body} ` : body
  const heads = `3 ${at.first} 4 ${fault === 'overlap' ? body.length - second.length : at.second} `
  const hidden = fault === 'overlap' ? '<< /Type /Page >> ' : ''
  const container = `40 0 obj\n${streamText(
    `/Type /ObjStm /N 2 /First ${heads.length + hidden.length}${fault === 'external' ? ' /F (x)' : ''}`,
    heads + hidden + inner,
  )}\nendobj\n`
  const start = before.length + container.length
  const rows = `\x02${bigEndian(40)}\0\x02${bigEndian(40)}\x01\x01${bigEndian(before.length)}\0\x01${bigEndian(start)}\0`
  const keys = `/Type /XRef /W [1 4 1] /Index [3 2 40 2] /Size 42 /Root 1 0 R /Prev ${lastStartXref(before)}`
  return fromLatin1(`${before}${container}41 0 obj\n${streamText(keys, rows)}\nendobj\nstartxref\n${start}\n%%EOF\n`)
}

/** Signature fields and lists of them that show more than they seem to. */
export const listAttacks: readonly Attack[] = [
  ...[8, 16, 32, 36, 256, 1].map((flags) => ({
    name: `a new field has the flags ${flags}`,
    attack: update({
      1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
      3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 0 0] /F ${flags} >>`,
    }),
    rules: changed,
  })),
  {
    name: 'a new field stands on two pages',
    attack: update({
      1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
      3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
      4: (SAMPLE[4] as string).replace('/Type', '/Annots [20 0 R] /Type'),
      20: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 0 0] >>',
    }),
    rules: changed,
  },
  {
    name: 'the annotations of a page become something else than a list',
    attack: update({ 4: (SAMPLE[4] as string).replace('/Type', '/Annots << /A 1 >> /Type') }),
    rules: changed,
  },
  {
    name: 'a page shows a signature that the form does not know',
    attack: update({
      3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 9 9] /V << /Type /Sig >> >>',
    }),
    rules: ['sign-changed', 'sign-detached'],
  },
  {
    name: 'the page shows a copy of the field that is signed',
    attack: async (signed) => {
      const twice = await sign(signed)
      return appendRevision(twice, {
        3: page.replace('7 0 R]', '20 0 R]'),
        20: objectText(twice, 7).replace('/N 9 0 R', '/N 8 0 R'),
      })
    },
    rules: ['sign-changed', 'sign-detached'],
  },
  {
    name: 'the tree of pages is a group of the form, and grows',
    before: () =>
      makePdf({
        ...SAMPLE,
        1: catalog.replace('7 0 R]', '7 0 R 2 0 R]'),
        3: page.replace('/Type', '/T (p) /Type'),
      }),
    attack: update({
      2: '<< /Type /Pages /Kids [3 0 R 4 0 R 20 0 R] /Count 2 >>',
      20: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 0 0] >>',
    }),
    rules: changed,
  },
]

const wide = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (sum) /Rect [0 0 595 842] /F 4 /P 3 0 R >>'

/** A text field over the page, prepared by the author, filled in and signed by an accomplice. */
export const fillingAttacks: readonly Attack[] = [
  {
    name: 'a text field as large as the page is filled in, and the next one signs',
    title: '影子（换）：填一个大如页面的表单域，再由别人签章',
    before: () =>
      makePdf({
        ...SAMPLE,
        1: catalog.replace('7 0 R]', '7 0 R 36 0 R]'),
        3: page.replace('7 0 R]', '7 0 R 36 0 R]'),
        36: wide,
      }),
    attack: async (signed) =>
      sign(
        appendRevision(signed, {
          36: wide.replace('/F 4', '/F 4 /V (x) /AP << /N 20 0 R >>'),
          20: streamText('/Type /XObject /Subtype /Form /BBox [0 0 595 842]', '1 1 1 rg 0 0 595 842 re f'),
        }),
      ),
    rules: ['sign-changed', 'sign-filled-in'],
  },
]
