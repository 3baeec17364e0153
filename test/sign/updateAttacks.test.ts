import assert from 'node:assert/strict'
import { PNG } from 'pngjs'
import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'
import {
  appendRevision,
  bigEndian,
  lastStartXref,
  makePdf,
  type Objects,
  SAMPLE,
  streamText,
} from '../pdf/samplePdf.ts'
import {
  type Attack,
  catalog,
  changed,
  describeAttacks,
  evil,
  objectText,
  overlay,
  packed,
  page,
  update,
  updateOf,
} from './attacking.ts'
import { signByHand } from './handSigned.ts'
import { rulesOf, sign, verify } from './signing.ts'

/** What a reader that mends the file would take for the content of page 1. */
const HIDDEN = `\n5 0 obj\n${evil}\nendobj\n`

/** An update that changes nothing but has one more object, which the catalog may name. */
function catalogUpdate(entry: string, objects: Objects = {}): Attack['attack'] {
  return updateOf((signed) => ({ 1: objectText(signed, 1).replace('/Type', `${entry} /Type`), ...objects }))
}

/** A revision of the sample whose trailer has further entries, before or behind the known ones. */
function trailer(entries: string): Attack['attack'] {
  return (signed) => appendRevision(signed, { 5: SAMPLE[5] as string }, { trailer: entries })
}

function behind(tail: string, objects: Objects = {}): Attack['attack'] {
  return (signed) => fromLatin1(`${latin1(appendRevision(signed, objects))}${tail}`)
}

const OBJECT_ATTACKS: readonly Attack[] = [
  { name: 'an object is added that nothing names', attack: update({ 20: evil }), rules: changed },
  { name: 'a string hides an object', attack: update({ 20: `(${HIDDEN})` }), rules: changed },
  { name: 'a comment hides an object', attack: update({ 20: '<< >> % x\n%5 0 obj' }), rules: changed },
  {
    name: 'a stream ends earlier for readers that do not heed its length',
    attack: update({
      20: `<< /Length 21 0 R >>\nstream\nendstream\nendobj${HIDDEN}\nendstream`,
      21: `${16 + HIDDEN.length}`,
    }),
    rules: changed,
  },
  {
    name: 'a certificate that may be there hides an object',
    attack: catalogUpdate('/DSS << /Certs [20 0 R] >>', { 20: streamText('', `\nendstream\nendobj\n${HIDDEN}`) }),
    rules: changed,
  },
  {
    name: 'a certificate hides an object whose numbers stand among comments',
    attack: catalogUpdate('/DSS << /Certs [20 0 R] >>', {
      20: streamText('', HIDDEN.replace('5 0 obj', '5 % x\n0% y\n% z\nobj')),
    }),
    rules: changed,
  },
  {
    name: 'a certificate hides a trailer',
    attack: catalogUpdate('/DSS << /Certs [20 0 R] >>', { 20: streamText('', 'trailer << /Root 20 0 R >>') }),
    rules: changed,
  },
  ...['6 -0 obj', '6 +0 obj', '-6 0 obj', '+6 --0 obj'].map((head) => ({
    name: `a certificate hides an object headed ${head}`,
    attack: catalogUpdate('/DSS << /Certs [20 0 R] >>', { 20: streamText('', `\n${head}\n${evil}\nendobj\n`) }),
    rules: changed,
  })),
  {
    name: 'a certificate hides a trailer in an update that has none of its own',
    attack: (signed) => withoutTable(signed, 'x\ntrailer\n<< /Size 100 /Root 20 0 R >>\n'),
    rules: changed,
  },
  { name: 'thousands of ends of line stand behind the end', attack: behind('\n'.repeat(5000)), rules: changed },
  { name: 'zeros stand behind the end', attack: behind('\0'.repeat(8)), rules: changed },
  {
    name: 'thousands of blanks stand before the end mark',
    attack: (signed) =>
      fromLatin1(latin1(appendRevision(signed, {})).replace(/%%EOF\n$/, `${' '.repeat(5000)}%%EOF\n`)),
    rules: changed,
  },
  { name: 'a comment stands before the end mark', attack: commented, rules: ['sign-damaged'] },
]

/** An update with an xref stream, in which a certificate is put down. */
function withoutTable(signed: Uint8Array, certificate: string): Uint8Array {
  const before = latin1(signed)
  const root = objectText(signed, 1).replace('/Type', '/DSS << /Certs [40 0 R] >> /Type')
  const objects = { 1: root, 40: streamText('', certificate) }
  const rows = new Map<number, string>()
  let text = before
  for (const [number, body] of Object.entries(objects)) {
    rows.set(Number(number), `\x01${bigEndian(text.length)}\0`)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  rows.set(41, `\x01${bigEndian(text.length)}\0`)
  const index = [...rows.keys()].map((number) => `${number} 1`).join(' ')
  const keys = `/Type /XRef /W [1 4 1] /Index [${index}] /Size 42 /Root 1 0 R /Prev ${lastStartXref(before)}`
  const table = `41 0 obj\n${streamText(keys, [...rows.values()].join(''))}\nendobj\n`
  return fromLatin1(`${text}${table}startxref\n${text.length}\n%%EOF\n`)
}

describe('an update with an xref stream', () => {
  it('may hold a certificate', async () => {
    assert.equal((await verify(withoutTable(await sign(makePdf()), 'x'))).valid, true)
  })
})

function commented(signed: Uint8Array): Uint8Array {
  return fromLatin1(latin1(appendRevision(signed, {})).replace(/%%EOF\n$/, '%x\n%%EOF\n'))
}

const ODD_NUMBERS = ['+2', '2.0', '2.', '-0', `${'0'.repeat(20)}2`, '4294967298', '0.000000000000000001', '-.5', '--1']

/** Page 1 as it was, but for a part that is spelled otherwise. */
function respelled(from: string, to: string): Attack['attack'] {
  return update({ 3: page.replace(from, to) })
}

/** Words of the file's frame that run into what follows them; blanks keep all offsets. */
function glued(from: string, to: string): Attack['attack'] {
  return (signed) => {
    const text = latin1(appendRevision(signed, { 3: page.replace('595', '20 0 R'), 20: '595' }))
    const at = text.lastIndexOf(from)
    assert.ok(at > signed.length)
    return fromLatin1(text.slice(0, at) + to.padEnd(from.length, '\n') + text.slice(at + from.length))
  }
}

const SPELLING_ATTACKS: readonly Attack[] = [
  ...['595.0', '00000000595', '+595', '595.'].map((width) => ({
    name: `a page is ${width} wide`,
    attack: respelled('595', width),
    rules: changed,
  })),
  {
    name: 'a number in an object stream is spelled oddly',
    attack: (signed: Uint8Array) => packed(signed, { 3: page.replace('595', '595.0') }, [3]),
    rules: changed,
  },
  ...ODD_NUMBERS.map((number) => ({
    name: `the flags of the form are ${number}`,
    attack: updateOf((signed) => ({
      1: objectText(signed, 1)
        .replace(/\/SigFlags \d+/, '')
        .replace('/Fields', `/SigFlags ${number} /Fields`),
    })),
    rules: number === '--1' ? ['sign-damaged'] : changed,
  })),
  { name: 'an object begins without a blank', attack: glued('obj\n595\n', 'obj595\n'), rules: changed },
  {
    name: 'a length is spelled as a fraction',
    attack: update({ 5: (SAMPLE[5] as string).replace('29', '29.0') }),
    rules: changed,
  },
  { name: 'the trailer has a fraction for its size', attack: (signed) => sized(signed, '.0'), rules: changed },
]

function sized(signed: Uint8Array, tail: string): Uint8Array {
  const text = latin1(appendRevision(signed, { 5: SAMPLE[5] as string }))
  const at = text.lastIndexOf('/Size ')
  return fromLatin1(text.slice(0, at) + text.slice(at).replace(/\/Size \d+/, (size) => `${size}${tail}`))
}

const TABLE_ATTACKS: readonly Attack[] = [
  {
    name: 'an object stream holds an object that the table does not list',
    attack: (signed) => packed(signed, { 5: SAMPLE[4] as string, 1: objectText(signed, 1) }, [1]),
    rules: changed,
  },
  {
    name: 'an object is taken from an object stream that was prepared before signing',
    before: () => makePdf({ ...SAMPLE, 40: streamText('/Type /ObjStm /N 1 /First 4', `3 0 ${SAMPLE[3]}`) }),
    attack: (signed) => fromPrepared(signed),
    rules: changed,
  },
  {
    name: 'an object has another generation than before',
    attack: (signed) =>
      fromLatin1(
        latin1(appendRevision(signed, { 20: SAMPLE[5] as string, 3: page.replace('5 0 R', '20 1 R') }))
          .replace(/20 0 obj/, '20 1 obj')
          .replace(/(\n20 1\n\d{10} )00000/, '$100001'),
      ),
    rules: changed,
  },
  {
    name: 'an additional table stands beside the table',
    attack: (signed) => {
      const start = signed.length
      const table = `40 0 obj\n${streamText('/Type /XRef /W [1 4 0] /Index [40 1] /Size 41 /Root 1 0 R', `\x01${bigEndian(start)}`)}\nendobj\n`
      return appendRevision(
        fromLatin1(latin1(signed) + table),
        {},
        {
          trailer: `/XRefStm ${start}`,
          previous: lastStartXref(latin1(signed)),
        },
      )
    },
    rules: changed,
  },
]

/** A revision that holds a table alone: it lists the object stream where it was, and takes page 1 from it. */
function fromPrepared(signed: Uint8Array): Uint8Array {
  const before = latin1(signed)
  const start = before.length
  const rows = `\x02${bigEndian(40)}\0\x01${bigEndian(before.indexOf('\n40 0 obj') + 1)}\0\x01${bigEndian(start)}\0`
  const keys = `/Type /XRef /W [1 4 1] /Index [3 1 40 1 50 1] /Size 51 /Root 1 0 R /Prev ${lastStartXref(before)}`
  return fromLatin1(`${before}50 0 obj\n${streamText(keys, rows)}\nendobj\nstartxref\n${start}\n%%EOF\n`)
}

const TRAILER_ATTACKS: readonly Attack[] = [
  { name: 'the trailer names two catalogs', attack: trailer('/Root 1 0 R'), rules: changed },
  { name: 'the trailer names the catalog in two spellings', attack: trailer('/R#6fot 1 0 R'), rules: changed },
  { name: 'the trailer has an unknown key', attack: trailer('/Foo 3 0 R'), rules: changed },
  { name: 'the trailer has an odd /ID', attack: trailer('/ID [5 0 R]'), rules: changed },
]

const ARCHIVE_ATTACKS: readonly Attack[] = [
  { name: 'the version names an object that is missing', attack: catalogUpdate('/Version 25 0 R'), rules: changed },
  { name: 'the version is a stream', attack: catalogUpdate('/Version 20 0 R', { 20: evil }), rules: changed },
  { name: 'the version falls', attack: catalogUpdate('/Version /1.4'), rules: changed },
  { name: 'there is no such version', attack: catalogUpdate('/Version /9.9'), rules: changed },
  {
    name: 'the extensions hold a script',
    attack: catalogUpdate('/Extensions 20 0 R', { 20: '<< /JS << /S /JavaScript /JS (1) >> >>' }),
    rules: changed,
  },
  {
    name: 'an extension holds more than its level',
    attack: catalogUpdate('/Extensions << /ADBE << /BaseVersion /1.7 /ExtensionLevel 3 /A << >> >> >>'),
    rules: changed,
  },
  {
    name: 'the validation data hold a script',
    attack: catalogUpdate('/DSS << /Certs [] /X << /S /JavaScript /JS (1) >> >>'),
    rules: changed,
  },
  {
    name: 'the validation data have a key that JavaScript objects have',
    attack: catalogUpdate('/DSS << /Certs [] /constructor 20 0 R >>', { 20: evil }),
    rules: changed,
  },
  {
    name: 'the validation data have a key with a question mark',
    attack: catalogUpdate('/DSS << /Certs? [] >>'),
    rules: changed,
  },
  { name: 'the validation data name a page', attack: catalogUpdate('/DSS << /Certs [3 0 R] >>'), rules: changed },
  {
    name: 'the validation data name an object that is missing',
    attack: catalogUpdate('/DSS << /Certs [25 0 R] >>'),
    rules: changed,
  },
  {
    name: 'a certificate is said to stand in another file',
    attack: catalogUpdate('/DSS << /Certs [20 0 R] >>', { 20: streamText('/F (other)', '') }),
    rules: changed,
  },
  {
    name: 'a key of the validation data stands twice',
    attack: catalogUpdate('/DSS << /Certs [] /Certs [20 0 R] >>', { 20: streamText('', 'x') }),
    rules: changed,
  },
  ...['(yesterday)', '40 0 R', '25 0 R', '(D:20261123150405Z and more)'].map((value) => ({
    name: `the time of the last change is ${value}`,
    before: () => appendRevision(makePdf(), { 30: '<< /ModDate (D:20260101) >>' }, { trailer: '/Info 30 0 R' }),
    attack: update({ 30: `<< /ModDate ${value} >>`, ...(value === '40 0 R' ? { 40: evil } : {}) }, '/Info 30 0 R'),
    rules: changed,
  })),
]

/** An update that adds an empty signature field to page 1. */
function emptyField(entries: string, objects: Objects = {}): Attack['attack'] {
  return update({
    1: catalog.replace('7 0 R]', '7 0 R 20 0 R]'),
    3: page.replace('7 0 R]', '7 0 R 20 0 R]'),
    20: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) ${entries} >>`,
    ...objects,
  })
}

const drawn = { 21: overlay }
const ODD_PLACES: Readonly<Record<string, Attack['attack']>> = {
  'has no place and a drawing': emptyField('/AP << /N 21 0 R >>', drawn),
  'has no place': emptyField(''),
  'has null for a place': emptyField('/Rect null /AP << /N 21 0 R >>', drawn),
  'has a string for a place': emptyField('/Rect (0 0 9 9) /AP << /N 21 0 R >>', drawn),
  'has a missing object for a place': emptyField('/Rect 25 0 R /AP << /N 21 0 R >>', drawn),
  'has two numbers for a place': emptyField('/Rect [0 0] /AP << /N 21 0 R >>', drawn),
  'has six numbers for a place': emptyField('/Rect [0 0 0 0 500 500] /AP << /N 21 0 R >>', drawn),
  'has its place in an object of its own': emptyField('/Rect 21 0 R', { 21: '[0 0 0 0]' }),
  'has a drawing, but no area': emptyField('/Rect [0 0 0 0] /AP << /N 21 0 R >>', drawn),
  'locks a second catalog': emptyField('/Rect [0 0 0 0] /Lock 21 0 R', { 21: '<< /Type /Catalog /Pages 2 0 R >>' }),
  'locks with a second catalog': emptyField('/Rect [0 0 0 0] /Lock << /Action /All /X 1 0 R >>'),
  'locks in a way of its own': emptyField('/Rect [0 0 0 0] /Lock << /Action /Hide >>'),
  'locks fields that are no names': emptyField('/Rect [0 0 0 0] /Lock << /Action /Include /Fields [1 0 R] >>'),
  'locks on a level that does not exist': emptyField('/Rect [0 0 0 0] /Lock << /Action /All /P 4 >>'),
  'is far away': emptyField('/Rect [14401 0 14401 0]'),
  'has a place beyond all numbers': emptyField(`/Rect [${'9'.repeat(40)} 0 ${'9'.repeat(40)} 0]`),
  'is a line over the page': emptyField('/Rect [0 0 595 0]'),
  'has an area': emptyField('/Rect [0 0 100 100]'),
  'has kids': emptyField('/Rect [0 0 0 0] /Kids [21 0 R]', { 21: '<< /Subtype /Widget >>' }),
  'is on a layer': emptyField('/Rect [0 0 0 0] /OC 21 0 R', { 21: '<< /Type /OCG /Name (x) >>' }),
  'opens a window': emptyField('/Rect [0 0 0 0] /Popup 21 0 R', { 21: '<< /Type /Annot >>' }),
  'has a caption': emptyField('/Rect [0 0 0 0] /MK << /CA (x) >>'),
  'has a border': emptyField('/Rect [0 0 0 0] /BS << /W 900 >>'),
  'has an action': emptyField('/Rect [0 0 0 0] /A << /S /URI /URI (x) >>'),
  'has a text to show': emptyField('/Rect [0 0 0 0] /Contents (x)'),
  'says that it is on a page that is none': emptyField('/Rect [0 0 0 0] /P 21 0 R', { 21: '<< /Type /Page >>' }),
}

const FIELD_ATTACKS: readonly Attack[] = Object.entries(ODD_PLACES).map(([what, attack]) => ({
  name: `a new field ${what}`,
  attack,
  rules: changed,
}))

/** The sample with the second seal's place changed; it is then signed there. */
function preparedAs(rect: string): Pick<Attack, 'before' | 'attack'> {
  const prepared = (SAMPLE[7] as string).replace('/Rect [100 300 219 419]', rect)
  return { before: () => makePdf({ ...SAMPLE, 7: prepared }), attack: (signed) => sign(signed) }
}

function sealPng(): Uint8Array {
  const png = new PNG({ width: 1, height: 1 })
  png.data.set([255, 0, 0, 255])
  return new Uint8Array(PNG.sync.write(png))
}

/** The second seal is signed, and the drawing that was prepared for it is odd. */
function drawnAs(objects: Objects): Pick<Attack, 'before' | 'attack'> {
  return { before: () => makePdf({ ...SAMPLE, ...objects }), attack: (signed) => sign(signed, { field: 'seal-2' }) }
}

const FORM = '/Type /XObject /Subtype /Form'
const COVERING_ATTACKS: readonly Attack[] = [
  {
    name: 'a key deep in the second signature stands twice',
    attack: (signed) =>
      signByHand(signed, { field: 7, value: 40, entries: '/Reference [<< /Data 1 0 R /Data 2 0 R >>]' }),
    rules: changed,
  },
  ...[
    '/Reference [<< /TransformMethod /DocMDP /TransformParams << /X 1 0 R >> >>]',
    '/Reference [<< /TransformMethod /UR3 >>]',
    '/Reference [<< /TransformMethod /DocMDP /Data 2 0 R >>]',
    '/Reference << /Type /Catalog /Pages 2 0 R >>',
    '/Prop_Build << /App << /Pages 2 0 R >> >>',
    '/Prop_Build << /Root 1 0 R >>',
  ].map((entries) => ({
    name: `the second signature has ${entries}`,
    attack: (signed: Uint8Array) => signByHand(signed, { field: 7, value: 40, entries }),
    rules: changed,
  })),
  {
    name: 'the drawing of a seal is drawn within itself',
    ...drawnAs({ 9: streamText(`${FORM} /BBox [0 0 9 9] /Resources << /XObject << /A 9 0 R >> >>`, '/A Do') }),
    rules: changed,
  },
  {
    name: 'the drawing of a seal has no size',
    ...drawnAs({ 9: streamText(`${FORM} /BBox [0 0 0 0]`, '/A Do') }),
    rules: changed,
  },
  {
    name: 'the drawing of a seal is flattened by its matrix',
    ...drawnAs({ 9: streamText(`${FORM} /BBox [0 0 9 9] /Matrix [1 1 1 1 0 0]`, '/A Do') }),
    rules: changed,
  },
  {
    name: 'the drawing of a seal is on a layer',
    ...drawnAs({ 9: streamText(`${FORM} /BBox [0 0 9 9] /OC 30 0 R`, '/A Do'), 30: '<< /Type /OCG /Name (x) >>' }),
    rules: changed,
  },
  {
    name: 'the second signer covers a page with a seal',
    attack: async (signed) =>
      sign(await sign(signed), { place: { page: 1, rect: [0, 0, 595, 842] }, seal: sealPng() }, '另一单位'),
    rules: ['sign-changed', 'sign-new-visible-field', 'sign-untrusted'],
  },
  {
    name: 'the second signer covers half a page with a seal',
    attack: async (signed) =>
      sign(await sign(signed), { place: { page: 0, rect: [0, 0, 595, 421] }, seal: sealPng() }, '另一单位'),
    rules: ['sign-changed', 'sign-new-visible-field', 'sign-untrusted'],
  },
  { name: 'the place for the second seal is a page', ...preparedAs('/Rect [0 0 595 842]'), rules: changed },
  { name: 'the place for the second seal is missing', ...preparedAs(''), rules: changed },
  { name: 'the place for the second seal is a line', ...preparedAs('/Rect [0 0 595 0]'), rules: changed },
]

describe('one signature in two fields', () => {
  it('is refused, because it could show any number of seals', async () => {
    const shared = { ...SAMPLE, 7: (SAMPLE[7] as string).replace(/>>$/, '/V 31 0 R >>') }
    const verdict = await verify(await signByHand(makePdf(shared), { field: 6, value: 31 }))
    assert.equal(verdict.valid, false)
    assert.ok(rulesOf(verdict).includes('sign-ambiguous'))
  })
})

describe('what other programs write', () => {
  it('may stand in a second signature', async () => {
    const entries =
      '/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /Data 1 0 R /TransformParams << /Type /TransformParams /V /1.2 /Action /All >> >>] /Prop_Build << /App << /Name /Editor /REx (1.0) /OS [/Win] >> >>'
    const verdict = await verify(await signByHand(await sign(makePdf()), { field: 7, value: 40, entries }))
    assert.equal(verdict.valid, true)
  })

  it('may have as many decimals as a double', async () => {
    const box = '[175.74803149606302 300 294.8031496063 419.05511811023624]'
    const pdf = makePdf({ ...SAMPLE, 7: (SAMPLE[7] as string).replace('[100 300 219 419]', box) })
    assert.equal((await verify(await sign(await sign(pdf)))).valid, true)
  })

  it('may stand in a new field', async () => {
    const lock = '/Lock << /Type /SigFieldLock /Action /Include /Fields [(a)] /P 2 >>'
    const attack = emptyField(`/Rect [0 0 0 0] ${lock}`)
    assert.equal((await verify(await attack(await sign(makePdf())))).valid, true)
  })
})

describe('a seal that is new on the page', () => {
  it('is told once, though page and form list it', async () => {
    const place = { page: 0, rect: [0, 0, 595, 842] } as const
    const first = await sign(await sign(makePdf()))
    const verdict = await verify(await sign(first, { place, seal: sealPng() }))
    const told = [...verdict.problems, ...(verdict.signatures[1]?.problems ?? [])].map(({ rule }) => rule)
    for (const rule of ['sign-new-visible-field', 'sign-changed'])
      assert.equal(told.filter((each) => each === rule).length, 1, rule)
  })
})

describeAttacks('attacks by updates that look harmless', {
  'with objects': OBJECT_ATTACKS,
  'with spelling': SPELLING_ATTACKS,
  'with tables': TABLE_ATTACKS,
  'with the trailer': TRAILER_ATTACKS,
  'with validation data, versions and dates': ARCHIVE_ATTACKS,
  'with new fields': FIELD_ATTACKS,
  'with seals': COVERING_ATTACKS,
})
