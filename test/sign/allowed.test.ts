import assert from 'node:assert/strict'
import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'
import type { SignatureVerdict } from '../../server/src/sign/verdict.ts'
import { appendRevision, makePdf, type Objects, SAMPLE, sampleXmp, streamText } from '../pdf/samplePdf.ts'
import { packed } from './attacks/attack.ts'
import { withEcho } from './attacks/leftovers.ts'
import { signByHand } from './handSigned.ts'
import { rulesOf, sign, verify } from './signing.ts'

interface Allowed {
  readonly name: string
  readonly before?: Objects | Uint8Array
  readonly after: (signed: Uint8Array) => Uint8Array | Promise<Uint8Array>
  readonly expected: readonly (readonly [SignatureVerdict['coverage'], SignatureVerdict['changesAfter']])[]
  readonly rules?: readonly string[]
  /** False where something shown on the page is signed by nobody. */
  readonly valid?: boolean
}

const withForm: Objects = {
  ...SAMPLE,
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R 30 0 R] >> >>',
  3: (SAMPLE[3] as string).replace('7 0 R]', '7 0 R 30 0 R]'),
  30: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (number) /Rect [0 0 99 20] >>',
}
const filled = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (number) /Rect [0 0 99 20] /V (12) >>'
const fill = (signed: Uint8Array): Uint8Array => appendRevision(signed, { 30: filled })

/** The newest text of the catalog, with an entry added. */
function catalogWith(signed: Uint8Array, entry: string): string {
  const all = [...latin1(signed).matchAll(/\n1 0 obj\n([\s\S]*?)\nendobj/g)]
  return (all.at(-1)?.[1] ?? '').replace(/>>$/, `${entry} >>`)
}

/** Metadata and document information as a saving stamps them. */
function stamped(time: string, producer: string): Objects {
  return {
    ...SAMPLE,
    1: (SAMPLE[1] as string).replace('/Type', '/Metadata 31 0 R /Type'),
    30: `<< /Title (A) /Producer ${producer} /ModDate (D:${time.slice(0, 4)}) >>`,
    31: streamText('/Type /Metadata /Subtype /XML', sampleXmp('A', time)),
  }
}

function remarked(signed: Uint8Array): Uint8Array {
  const pdf = appendRevision(signed, {
    1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R 31 0 R] /SigFlags 3 >> >>',
    31: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (later) /F 132 /DA (/Helv 0 Tf) /Rect [0.0 0.0 0.0 0.0] >>',
  })
  return fromLatin1(latin1(pdf).replace(/startxref\n(\d+)\n%%EOF\n$/, '%Editor-9.0.1\nstartxref\n$1\n%%EOF\n'))
}

const rounded = (page: string): string => page.replace('[0 0 595 842]', '[0.0 0.0 595.0 842.0]')
const shifted = (offset: string): string => String(Number(offset) - 1).padStart(10, '0')
const formWith = (entries: string): string =>
  `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R] ${entries} >> >>`

const CASES: readonly Allowed[] = [
  {
    name: 'a second signature in the next prepared field',
    after: (signed) => sign(signed),
    expected: [
      ['revision', 'allowed'],
      ['whole', 'none'],
    ],
  },
  {
    name: 'two more signatures, the last one in a new invisible field',
    after: async (signed) => sign(await sign(signed)),
    expected: [
      ['revision', 'allowed'],
      ['revision', 'allowed'],
      ['whole', 'none'],
    ],
  },
  {
    name: 'validation data for the archive (DSS)',
    after: (signed) =>
      appendRevision(signed, {
        1: catalogWith(signed, '/DSS << /Certs [31 0 R] >>'),
        31: streamText('', 'certificate'),
      }),
    expected: [['revision', 'allowed']],
  },
  {
    name: 'a new empty field that shows nothing',
    after: (signed) =>
      appendRevision(signed, {
        1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R 31 0 R] /SigFlags 3 >> >>',
        31: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (later) /Rect [0 0 0 0] >>',
      }),
    expected: [['revision', 'allowed']],
  },
  {
    name: 'objects that are written again without a difference',
    after: (signed) => appendRevision(signed, { 3: SAMPLE[3] as string, 5: SAMPLE[5] as string }),
    expected: [['revision', 'allowed']],
  },
  {
    name: 'objects that are written again in an object stream',
    after: (signed) => packed(signed, { 3: SAMPLE[3] as string, 4: SAMPLE[4] as string }, [3, 4]),
    expected: [['revision', 'allowed']],
  },
  {
    name: 'a form field that is filled in and then signed by the next one',
    before: withForm,
    after: (signed) => sign(fill(signed)),
    expected: [
      ['revision', 'allowed'],
      ['whole', 'none'],
    ],
    rules: ['sign-filled-in'],
  },
  {
    name: 'a form field that is filled in and signed by nobody: told, and not valid',
    before: withForm,
    after: fill,
    expected: [['revision', 'allowed']],
    rules: ['sign-uncovered'],
    valid: false,
  },
  {
    name: 'the stamps of another program: time, copy, its name behind that of the first',
    before: appendRevision(makePdf(stamped('2026-11-23T15:00:00+08:00', '(Hongtou)')), {}, { trailer: '/Info 30 0 R' }),
    after: (signed) => {
      const { 30: info, 31: metadata } = stamped('2026-11-24T09:30:00+08:00', '(Hongtou; changed by Editor)')
      return appendRevision(signed, { 30: info as string, 31: metadata as string }, { trailer: '/Info 30 0 R' })
    },
    expected: [['revision', 'allowed']],
  },
  {
    name: 'a new field as other programs write it: fractions, a font for its text, the name of the program in a comment',
    after: (signed) => remarked(signed),
    expected: [['revision', 'allowed']],
  },
  {
    name: 'a page that is written again with the fractions that it had',
    before: { ...SAMPLE, 3: rounded(SAMPLE[3] as string) },
    after: (signed) => appendRevision(signed, { 3: rounded(SAMPLE[3] as string) }),
    expected: [['revision', 'allowed']],
  },
  {
    name: 'a key of the first trailer that is copied',
    before: appendRevision(fromLatin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), SAMPLE, {
      first: true,
      trailer: '/DocChecksum /A1 /AdditionalStreams [/text 5 0 R]',
    }),
    after: (signed) =>
      appendRevision(
        signed,
        { 3: SAMPLE[3] as string },
        { trailer: '/DocChecksum /A1 /AdditionalStreams [/text 99 0 R]' },
      ),
    expected: [['revision', 'allowed']],
  },
  {
    name: 'a record of validation data that was left behind with what it names',
    after: (signed) =>
      appendRevision(signed, {
        30: '<< /Type /VRI /A1 31 0 R >>',
        31: '<< /Cert [32 0 R] >>',
        32: streamText('', 'of a certificate'),
      }),
    expected: [['revision', 'allowed']],
  },
  {
    name: 'an xref stream beside the table that says the same',
    after: (signed) => withEcho(signed),
    expected: [['revision', 'allowed']],
  },
  {
    name: 'places that count the end of line before an object to it',
    after: (signed) => {
      const update = latin1(appendRevision(signed, { 3: SAMPLE[3] as string }))
      return fromLatin1(
        update.replace(/(\d{10}) 00000 n \ntrailer(?![\s\S]*xref\n\d)/, (_, at) => `${shifted(at)} 00000 n \ntrailer`),
      )
    },
    expected: [['revision', 'allowed']],
  },
  {
    name: 'another font for text, in a form that has signatures with their own drawings only',
    before: {
      ...SAMPLE,
      1: formWith('/DR << /XObject << /FRM 8 0 R >> >>'),
      9: (SAMPLE[9] as string).replace('/BBox', '/Resources << >> /BBox'),
    },
    after: (signed) =>
      appendRevision(signed, {
        1: formWith('/SigFlags 3 /DA (/Helv 0 Tf) /DR << /XObject << /FRM 8 0 R >> /Font 30 0 R >>'),
        30: '<< /Helv 31 0 R >>',
        31: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      }),
    expected: [['revision', 'allowed']],
  },
  {
    name: 'white space after the end',
    after: (signed) => new Uint8Array([...signed, 10, 10]),
    expected: [['revision', 'allowed']],
  },
]

describe('changes after a signature that are allowed', () => {
  for (const { name, before, after, expected, rules = [], valid = true } of CASES)
    it(name, async () => {
      const verdict = await verify(await after(await sign(before instanceof Uint8Array ? before : makePdf(before))))
      assert.deepEqual(rulesOf(verdict), rules)
      assert.deepEqual(
        verdict.signatures.map(({ coverage, changesAfter }) => [coverage, changesAfter]),
        expected,
      )
      assert.equal(verdict.valid, valid)
    })
})

describe('what a signature forbids by itself', () => {
  const cases = [
    { name: 'certified, nothing may change', transform: '/DocMDP', parameters: '/P 1', changes: 'forbidden' },
    { name: 'certified, signing is allowed', transform: '/DocMDP', parameters: '/P 2', changes: 'allowed' },
    { name: 'all fields locked', transform: '/FieldMDP', parameters: '/Action /All', changes: 'forbidden' },
    {
      name: 'another field locked',
      transform: '/FieldMDP',
      parameters: '/Action /Include /Fields [(other)]',
      changes: 'allowed',
    },
    {
      name: 'all fields but the next locked',
      transform: '/FieldMDP',
      parameters: '/Action /Exclude /Fields [(seal-2)]',
      changes: 'allowed',
    },
  ] as const
  for (const { name, transform, parameters, changes } of cases)
    it(`${name}: a second signature is ${changes}`, async () => {
      const entries = `/Reference [<< /TransformMethod ${transform} /TransformParams << ${parameters} >> >>]`
      const certified = await signByHand(makePdf(), { field: 6, value: 20, entries })
      assert.equal((await verify(certified)).valid, true)
      const verdict = await verify(await signByHand(certified, { field: 7, value: 21 }))
      assert.deepEqual(
        verdict.signatures.map(({ changesAfter }) => changesAfter),
        [changes, 'none'],
      )
      assert.equal(verdict.valid, changes === 'allowed')
      if (changes === 'forbidden') await assert.rejects(sign(certified), { code: 'sign-locked' })
    })
})
