import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { verifyPdf } from '../../server/src/sign/verify.ts'
import { livePorts } from './pki.ts'

interface Published {
  readonly file: string
  readonly shows: string
  /** Coverage, later changes, level, of each signature. */
  readonly signatures: readonly string[]
  readonly errors: readonly string[]
}

const PUBLISHED: readonly Published[] = [
  {
    file: 'pades-lta-dss-indirect-arrs-test',
    shows: 'B-LTA: validation data, a document timestamp, then more validation data in lists of their own',
    signatures: ['revision allowed B-LTA', 'revision allowed other'],
    errors: [],
  },
  {
    file: 'pades-lta-dss-indirect-arrs-test-2',
    shows: 'the same, signed once more with the data for it',
    signatures: ['revision allowed B-LTA', 'revision allowed other', 'revision allowed B-LT'],
    errors: [],
  },
  {
    file: 'minimal-signed-twice-no-sig-type',
    shows: 'two signatures whose dictionaries have no /Type',
    signatures: ['revision allowed B-B', 'whole none B-B'],
    errors: [],
  },
  {
    file: 'certified-with-indirect-refs-in-dir',
    shows: 'a certification whose dictionary names objects elsewhere',
    signatures: ['whole none other'],
    errors: [],
  },
  {
    file: 'pdf-sig-with-econtent',
    shows: 'a CMS with content of its own',
    signatures: ['whole none other'],
    errors: ['sign-broken'],
  },
  {
    file: 'one-byterange',
    shows: 'one range instead of two',
    signatures: ['partial forbidden other'],
    errors: ['sign-broken', 'sign-coverage'],
  },
  {
    file: 'signature-gap-too-big',
    shows: 'a gap larger than the signature value',
    signatures: ['partial forbidden other'],
    errors: ['sign-broken', 'sign-coverage'],
  },
  {
    file: 'tail-uncovered',
    shows: 'an end that no range covers',
    signatures: ['partial forbidden other'],
    errors: ['sign-coverage'],
  },
  {
    file: 'weird-byterange',
    shows: 'ranges that do not begin at the start',
    signatures: ['partial forbidden other'],
    errors: ['sign-broken', 'sign-coverage'],
  },
  {
    file: 'form-update-ap-indirect-sneaky-trailer',
    shows: 'the drawing of a filled field put under the trailer, too',
    signatures: ['revision forbidden other', 'whole none other'],
    errors: ['sign-changed'],
  },
  {
    file: 'form-update-override-appearance-stream-sneaky',
    shows: 'the drawing of a filled field put into the catalog, too',
    signatures: ['revision forbidden other', 'whole none other'],
    errors: ['sign-changed'],
  },
  {
    file: 'separate-annots-kids-indir',
    shows: 'a second signature that gives each page a list of annotations of its own',
    signatures: ['revision forbidden other', 'whole none other'],
    errors: ['sign-changed'],
  },
]

describe('signed files that pyHanko has published', () => {
  for (const { file, shows, signatures, errors } of PUBLISHED)
    it(`${file}: ${shows}`, async () => {
      const pdf = new Uint8Array(readFileSync(new URL(`published/${file}.pdf`, import.meta.url)))
      const verdict = await verifyPdf(pdf, { trusted: [] }, livePorts)
      assert.deepEqual(
        verdict.signatures.map(({ coverage, changesAfter, level }) => `${coverage} ${changesAfter} ${level}`),
        signatures,
      )
      const all = verdict.signatures.flatMap(({ problems }) => problems)
      const serious = all.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
      assert.deepEqual([...new Set(serious)].sort(), errors)
      assert.equal(verdict.valid, errors.length === 0)
      assert.equal(verdict.trusted, false)
    })
})
