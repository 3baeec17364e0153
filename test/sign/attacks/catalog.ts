import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import {
  appendRevision,
  lastStartXref,
  makePdf,
  type Objects,
  SAMPLE,
  sampleXmp,
  streamText,
} from '../../pdf/samplePdf.ts'
import { type Attack, catalog, changed, evil, objectText, overlay, page, update, updateOf } from './attack.ts'

export const catalogAttacks: readonly Attack[] = [
  {
    name: 'the trailer names another catalog',
    title: '文件尾指向另一个目录',
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
    title: '加上图层',
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
    title: '目录里的键写两次',
    attack: updateOf((signed) => ({
      1: objectText(signed, 1).replace('/Pages 2 0 R', '/Pages 20 0 R /Pages 2 0 R'),
      20: '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    })),
    rules: changed,
  },
  {
    name: 'the title in the document information is changed',
    title: '改文档信息里的标题',
    before: () => makeWithInfo(),
    attack: update({ 30: '<< /Title (B) >>' }, '/Info 30 0 R'),
    rules: changed,
  },
  {
    name: 'a reference that led nowhere gets an object',
    title: '补上原来悬空的对象',
    before: () => makePdf({ ...SAMPLE, 3: page.replace('7 0 R]', '7 0 R 25 0 R]') }),
    attack: update({ 25: '<< /Type /Annot /Subtype /Square /Rect [0 0 500 500] /AP << /N 26 0 R >> >>', 26: overlay }),
    rules: changed,
  },
  {
    name: 'the program that made the file is named otherwise',
    before: () => makeWithInfo(),
    attack: update({ 30: '<< /Title (A) /Producer (B) >>' }, '/Info 30 0 R'),
    rules: changed,
  },
  ...[
    ['title', sampleXmp('B', '2026')],
    ['time, with more than a time', sampleXmp('A', 'yesterday')],
    ['type of document', `<!DOCTYPE x>${sampleXmp('A', '2026')}`],
  ].map(([what, xmp = '']) => ({
    name: `the metadata have another ${what}`,
    before: () => makePdf(withMetadata(sampleXmp('A', '2025'))),
    attack: update({ 31: withMetadata(xmp)[31] as string }),
    rules: changed,
  })),
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

function withMetadata(xmp: string): Objects {
  const root = catalog.replace('/Type', '/Metadata 31 0 R /Type')
  return { ...SAMPLE, 1: root, 31: streamText('/Type /Metadata /Subtype /XML', xmp) }
}

function makeWithInfo(): Uint8Array {
  return appendRevision(makePdf(), { 30: '<< /Title (A) /Producer (A) >>' }, { trailer: '/Info 30 0 R' })
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
