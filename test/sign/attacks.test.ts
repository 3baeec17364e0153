import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'
import { appendRevision, lastStartXref, makePdf, type Objects, SAMPLE, streamText } from '../pdf/samplePdf.ts'
import {
  type Attack,
  catalog,
  changed,
  describeAttacks,
  evil,
  objectText,
  overlay,
  page,
  update,
  updateOf,
} from './attacking.ts'
import { type CmsFaults, faultyCms, patch, rangeOf, testSigner, withCms } from './signing.ts'

const PAGE_ATTACKS: readonly Attack[] = [
  { name: 'the content of a page is replaced', attack: update({ 5: evil }), rules: changed },
  {
    name: 'a page gets one more content stream',
    attack: update({ 3: page.replace('/Contents 5 0 R', '/Contents [5 0 R 20 0 R]'), 20: evil }),
    rules: changed,
  },
  {
    name: 'pages are swapped',
    attack: update({ 2: '<< /Type /Pages /Kids [4 0 R 3 0 R] /Count 2 >>' }),
    rules: changed,
  },
  { name: 'a page is dropped', attack: update({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' }), rules: changed },
  {
    name: 'a page is added',
    attack: update({ 2: '<< /Type /Pages /Kids [3 0 R 4 0 R 20 0 R] /Count 3 >>', 20: SAMPLE[4] as string }),
    rules: changed,
  },
  { name: 'a page is turned', attack: update({ 3: page.replace('/Type', '/Rotate 90 /Type') }), rules: changed },
  {
    name: 'all pages are turned by inheritance',
    attack: update({ 2: '<< /Type /Pages /Rotate 90 /Kids [3 0 R 4 0 R] /Count 2 >>' }),
    rules: changed,
  },
  {
    name: 'a page is cropped',
    attack: update({ 3: page.replace('/Type', '/CropBox [0 0 100 100] /Type') }),
    rules: changed,
  },
  {
    name: 'the resources of a page are replaced',
    attack: update({ 3: page.replace('/Resources << >>', '/Resources << /XObject << /A 20 0 R >> >>'), 20: overlay }),
    rules: changed,
  },
  {
    name: 'an annotation covers the text',
    attack: update({
      3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /AP << /N 21 0 R >> >>',
      21: overlay,
    }),
    rules: changed,
  },
  {
    name: 'an annotation is written straight into the page',
    attack: update({ 3: page.replace('7 0 R]', '7 0 R << /Subtype /Square /Rect [0 0 9 9] >>]') }),
    rules: changed,
  },
  {
    name: 'an unsigned signature field covers the text',
    attack: update({
      1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
      3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 500 500] /AP << /N 21 0 R >> >>',
      21: overlay,
    }),
    rules: changed,
  },
  {
    name: 'a text field covers the text',
    attack: update({
      1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
      3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [0 0 500 500] /AP << /N 21 0 R >> >>',
      21: overlay,
    }),
    rules: changed,
  },
]

const FORM_ATTACKS: readonly Attack[] = [
  { name: 'the drawing of the seal is replaced in place', attack: update({ 9: overlay }), rules: changed },
  {
    name: 'an empty field shows a seal without a signature',
    attack: update({ 7: (SAMPLE[7] as string).replace('/N 8 0 R', '/N 9 0 R') }),
    rules: changed,
  },
  { name: 'the blank appearance that two fields share is drawn on', attack: update({ 8: overlay }), rules: changed },
  {
    name: 'the signed field is moved',
    attack: updateOf((signed) => ({ 6: objectText(signed, 6).replace('[300 300 419 419]', '[0 0 119 119]') })),
    rules: changed,
  },
  {
    name: 'the signed field shows something else',
    attack: updateOf((signed) => ({ 6: objectText(signed, 6).replace('/N 9 0 R', '/N 20 0 R'), 20: overlay })),
    rules: changed,
  },
  {
    name: 'the signature is taken out of its field',
    attack: update({ 6: SAMPLE[6] as string }),
    rules: ['sign-changed', 'sign-removed'],
  },
  {
    name: 'the form is taken away',
    attack: update({ 1: '<< /Type /Catalog /Pages 2 0 R >>' }),
    rules: ['sign-changed', 'sign-removed'],
  },
  {
    name: 'readers are told to draw the fields anew',
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/SigFlags 3', '/SigFlags 3 /NeedAppearances true'),
    })),
    rules: changed,
  },
  {
    name: 'a second field takes the name of the first',
    attack: update({
      1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /FT /Sig /T (seal-1) /Subtype /Widget /Rect [0 0 0 0] >>',
    }),
    rules: changed,
  },
  {
    name: 'a new field carries a script',
    attack: update({
      1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
      20: '<< /FT /Sig /T (x) /Subtype /Widget /Rect [0 0 0 0] /AA << /E << /S /JavaScript /JS (app.alert(1)) >> >> >>',
    }),
    rules: changed,
  },
]

const CATALOG_ATTACKS: readonly Attack[] = [
  {
    name: 'the trailer names another catalog',
    attack: (signed) =>
      appendRevision(
        signed,
        { 20: '<< /Type /Catalog /Pages 21 0 R >>', 21: '<< /Type /Pages /Kids [4 0 R] /Count 1 >>' },
        { root: '20 0 R' },
      ),
    rules: ['sign-changed', 'sign-removed'],
  },
  {
    name: 'layers are added',
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/Type', '/OCProperties << /OCGs [] /D << /OFF [] >> >> /Type'),
    })),
    rules: changed,
  },
  {
    name: 'a script runs on opening',
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/Type', '/OpenAction << /S /JavaScript /JS (x) >> /Type'),
    })),
    rules: changed,
  },
  {
    name: 'a file is attached',
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/Type', '/Names << /EmbeddedFiles << /Names [] >> >> /Type'),
    })),
    rules: changed,
  },
  {
    name: 'a key of the catalog stands twice',
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/Pages 2 0 R', '/Pages 20 0 R /Pages 2 0 R'),
      20: '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    })),
    rules: changed,
  },
  {
    name: 'the title in the document information is changed',
    before: () => makeWithInfo(),
    attack: update({ 30: '<< /Title (B) >>' }, '/Info 30 0 R'),
    rules: changed,
  },
  {
    name: 'a reference that led nowhere gets an object',
    before: () => makePdf({ ...SAMPLE, 3: page.replace('7 0 R]', '7 0 R 25 0 R]') }),
    attack: update({ 25: '<< /Type /Annot /Subtype /Square /Rect [0 0 500 500] /AP << /N 26 0 R >> >>', 26: overlay }),
    rules: changed,
  },
  {
    name: 'a page is replaced beside very many harmless changes',
    before: () => manyFields('').pdf,
    attack: (signed) => appendRevision(signed, { ...manyFields('/V (x)').fields, 5: evil }),
    rules: ['sign-changed', 'sign-uncovered'],
  },
  {
    name: 'the length of a content stream is changed',
    before: () =>
      makePdf({ ...SAMPLE, 5: '<< /Length 25 0 R >>\nstream\n0 0 1 rg 100 500 300 200 re f\nendstream', 25: '29' }),
    attack: update({ 25: '20' }),
    rules: ['sign-damaged'],
  },
  {
    name: 'a revision hides what was shown and shows what was hidden (objects prepared before signing)',
    before: () => prepareHidden(),
    attack: (signed) => switchToHidden(signed),
    rules: changed,
  },
]

/** Three hundred text fields, filled in or not. */
function manyFields(value: string): { readonly pdf: Uint8Array; readonly fields: Objects } {
  const numbers = Array.from({ length: 300 }, (_, index) => 100 + index)
  const fields = Object.fromEntries(
    numbers.map((number) => [number, `<< /Subtype /Widget /FT /Tx /T (t${number}) /Rect [0 0 0 0] ${value} >>`]),
  )
  const all = `7 0 R ${numbers.map((number) => `${number} 0 R`).join(' ')}]`
  return { pdf: makePdf({ ...SAMPLE, ...fields, 1: catalog.replace('7 0 R]', all) }), fields }
}

function makeWithInfo(): Uint8Array {
  return appendRevision(makePdf(), { 30: '<< /Title (A) >>' }, { trailer: '/Info 30 0 R' })
}

const HIDDEN = `5 0 obj\n${evil}\nendobj`

/** The second text of object 5 stands in the file before it is signed, but no table names it. */
function prepareHidden(): Uint8Array {
  return makePdf({ ...SAMPLE, 20: `(x)\nendobj\n${HIDDEN}\n21 0 obj\n(x)` })
}

function switchToHidden(signed: Uint8Array): Uint8Array {
  const text = latin1(signed)
  const entry = `5 1\n${String(text.indexOf(HIDDEN)).padStart(10, '0')} 00000 n \n`
  const table = `xref\n${entry}trailer\n<< /Size 40 /Root 1 0 R /Prev ${lastStartXref(text)} >>\n`
  return fromLatin1(`${text}${table}startxref\n${text.length}\n%%EOF\n`)
}

const FILE_ATTACKS: readonly Attack[] = [
  { name: 'junk after the end', attack: (signed) => fromLatin1(`${latin1(signed)}junk\n`), rules: changed },
  { name: 'a comment after the end', attack: (signed) => fromLatin1(`${latin1(signed)}% a comment\n`), rules: changed },
  {
    name: 'a second trailer after the end',
    attack: (signed) =>
      fromLatin1(
        `${latin1(signed)}20 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer\n<< /Root 20 0 R >>\nstartxref\n${lastStartXref(latin1(signed))}\n%%EOF\n`,
      ),
    rules: changed,
  },
  {
    name: 'objects that no table names',
    attack: (signed) =>
      appendRevision(
        fromLatin1(`${latin1(signed)}20 0 obj\n(hidden)\nendobj\n`),
        { 21: '<< >>' },
        { previous: lastStartXref(latin1(signed)) },
      ),
    rules: changed,
  },
  {
    name: 'the chain of tables passes by the signed revision',
    attack: (signed) => appendRevision(signed, { 5: evil }, { previous: lastStartXref(latin1(makePdf())) }),
    rules: ['sign-unsigned'],
  },
  {
    name: 'the chain of tables is a ring',
    attack: (signed) =>
      appendRevision(signed, { 5: evil }, { previous: signed.length + `5 0 obj\n${evil}\nendobj\n`.length }),
    rules: ['sign-damaged'],
  },
  {
    name: 'the file is cut',
    attack: (signed) => signed.subarray(0, signed.length - 200),
    rules: ['sign-damaged', 'sign-unsigned'],
  },
  {
    name: 'the signature is cut off',
    attack: (signed) => signed.subarray(0, makePdf().length),
    rules: ['sign-unsigned'],
  },
]

/** Changes the last table of a file; what follows it may move. */
function respell(change: (table: string) => string): Attack['attack'] {
  return (signed) => {
    const text = latin1(appendRevision(signed, { 5: SAMPLE[5] as string, 20: '<< >>' }))
    const start = text.lastIndexOf('\nxref\n')
    return fromLatin1(text.slice(0, start) + change(text.slice(start)))
  }
}

const TABLE_ATTACKS: readonly Attack[] = [
  {
    name: 'entries of a table have another length, so that readers who count bytes see other objects',
    attack: respell((table) => table.replaceAll(' n \n', ' n\n')),
    rules: changed,
  },
  {
    name: 'the size hides objects from readers who heed it',
    attack: respell((table) => table.replace(/\/Size \d+/, '/Size 3')),
    rules: changed,
  },
  {
    name: 'a table and its additional stream name different places for one object',
    attack: (signed) => contradictingStream(signed),
    rules: ['sign-damaged'],
  },
]

/** A hybrid revision: the table leaves object 5 where it was, the xref stream beside it names another one. */
function contradictingStream(signed: Uint8Array): Uint8Array {
  const text = latin1(signed)
  const old = String(text.indexOf('\n5 0 obj') + 1).padStart(10, '0')
  const hidden = text.length
  const offset = String.fromCharCode(0, hidden >> 16, (hidden >> 8) & 255, hidden & 255)
  const evilText = `5 0 obj\n${evil}\nendobj\n`
  const streamAt = hidden + evilText.length
  const xref = `20 0 obj\n${streamText('/Type /XRef /W [1 4 0] /Index [5 1] /Size 21 /Root 1 0 R', `\x01${offset}`)}\nendobj\n`
  const start = streamAt + xref.length
  const trailer = `trailer\n<< /Size 21 /Root 1 0 R /XRefStm ${streamAt} /Prev ${lastStartXref(text)} >>\n`
  return fromLatin1(`${text}${evilText}${xref}xref\n5 1\n${old} 00000 n \n${trailer}startxref\n${start}\n%%EOF\n`)
}

const RANGE_ATTACKS: readonly Attack[] = [
  {
    name: 'the range stops short',
    attack: (signed) => withRange(signed, ([a, b, c, d]) => [a, b, c, d - 100]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the range does not begin at the start',
    attack: (signed) => withRange(signed, ([, b, c, d]) => [1, b - 1, c, d]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the gap is wider than the signature',
    attack: (signed) => withRange(signed, ([a, b, c, d]) => [a, b - 1, c, d]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the range ends behind the file',
    attack: (signed) => withRange(signed, ([a, b, c, d]) => [a, b, c, d + 1]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the ranges overlap',
    attack: (signed) => withRange(signed, ([a, b, , d]) => [a, b, b, d]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the range is empty',
    attack: (signed) => withRange(signed, () => [0, 0, 0, 0]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'there is no range',
    attack: (signed) => patch(signed, '/ByteRange', '/ByteRangX'),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'there is no signature in the dictionary',
    attack: (signed) => patch(signed, '/Contents <30', '/Contentz <30'),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the type of signature is unknown',
    attack: (signed) => patch(signed, '/ETSI.CAdES.detached', '/ETSI.CAdES.detacheX'),
    rules: ['sign-broken'],
  },
  {
    name: 'bytes are put into the gap behind the signature',
    attack: (signed) => widenGap(signed),
    rules: ['sign-damaged'],
  },
]

function withRange(
  pdf: Uint8Array,
  change: (range: readonly [number, number, number, number]) => readonly number[],
): Uint8Array {
  const [, range = ''] = /\/ByteRange (\[[^\]]*\])/.exec(latin1(pdf)) ?? []
  return patch(pdf, range, `[${change(rangeOf(pdf)).join(' ')}`.padEnd(range.length - 1).concat(']'))
}

function widenGap(signed: Uint8Array): Uint8Array {
  const [, , end] = rangeOf(signed)
  const wider = withRange(signed, ([a, b, c, d]) => [a, b, c + 30, d])
  const text = latin1(wider)
  return fromLatin1(`${text.slice(0, end)}${'/Reason (forged)'.padEnd(30)}${text.slice(end)}`)
}

function cms(faults: CmsFaults): Attack['attack'] {
  return (signed) => withCms(signed, (content, signer) => faultyCms(content, signer, faults))
}

const CMS_ATTACKS: readonly Attack[] = [
  {
    name: 'SHA-1 is used',
    attack: cms({ digest: { oid: '1.3.14.3.2.26', name: 'sha1' } }),
    rules: ['sign-weak-algorithm'],
  },
  {
    name: 'MD5 is used',
    attack: cms({ digest: { oid: '1.2.840.113549.2.5', name: 'md5' } }),
    rules: ['sign-weak-algorithm'],
  },
  { name: 'the CMS carries content of its own', attack: cms({ embedded: true }), rules: ['sign-broken'] },
  {
    name: 'the CMS speaks of another kind of content',
    attack: cms({ contentType: '1.2.840.113549.1.7.2' }),
    rules: ['sign-broken'],
  },
  { name: 'the CMS has two signers', attack: cms({ signers: 2 }), rules: ['sign-broken'] },
  { name: 'the CMS has no signer', attack: cms({ signers: 0 }), rules: ['sign-broken'] },
  {
    name: 'the digest is that of other content',
    attack: cms({ digestOf: fromLatin1('other') }),
    rules: ['sign-broken'],
  },
  {
    name: 'the certificate of another stands in it',
    attack: (signed) =>
      withCms(signed, async (content, signer) =>
        faultyCms(content, signer, { certificate: (await testSigner('另一单位')).certificate }),
      ),
    rules: ['sign-broken', 'sign-untrusted'],
  },
  {
    name: 'the CMS is empty',
    attack: (signed) => withCms(signed, async () => new Uint8Array()),
    rules: ['sign-broken'],
  },
  {
    name: 'the CMS is no DER',
    attack: (signed) => withCms(signed, async () => fromLatin1('0\x80garbage')),
    rules: ['sign-broken'],
  },
  {
    name: 'something stands in the padding',
    attack: (signed) => patch(signed, '00000000>', '00000010>'),
    rules: ['sign-broken'],
  },
  {
    name: 'a digit of the padding is a blank',
    attack: (signed) => patch(signed, '00000000>', '0000 000>'),
    rules: ['sign-broken', 'sign-coverage'],
  },
]

describeAttacks('attacks on a signed PDF', {
  'on the pages': PAGE_ATTACKS,
  'on the form': FORM_ATTACKS,
  'on the catalog and shadow attacks': CATALOG_ATTACKS,
  'on the file': FILE_ATTACKS,
  'on the tables': TABLE_ATTACKS,
  'on the byte range': RANGE_ATTACKS,
  'on the CMS': CMS_ATTACKS,
})
