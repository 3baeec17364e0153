import assert from 'node:assert/strict'
import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { appendRevision, makePdf, SAMPLE } from '../../pdf/samplePdf.ts'
import { type Attack, changed, objectText, packed, page, update, updateOf } from './attack.ts'

const ODD_NUMBERS = ['+2', '2.0', '2.', '-0', `${'0'.repeat(20)}2`, '4294967298', '0.000000000000000001', '-.5', '--1']

/** Page 1 as it was, but for a part that is spelled otherwise. */
function respelled(from: string, to: string): Attack['attack'] {
  return update({ 3: page.replace(from, to) })
}

function turned(left: string, turn: string): string {
  return page.replace('/MediaBox', `/CropBox [${left} 0 500 500] /Rotate ${turn} /MediaBox`)
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

export const spellingAttacks: readonly Attack[] = [
  ...['595.0', '00000000595', '+595', '595.'].map((width) => ({
    name: `a page is ${width} wide`,
    attack: respelled('595', width),
    rules: changed,
  })),
  {
    name: 'a page is written again with one more fraction than it had',
    before: () => makePdf({ ...SAMPLE, 3: page.replace('[0 0', '[0.0 0') }),
    attack: update({ 3: page.replace('[0 0', '[0.0 0.0') }),
    rules: changed,
  },
  {
    name: 'the turn of a page takes the fraction that its crop box had',
    before: () => makePdf({ ...SAMPLE, 3: turned('90.0', '90') }),
    attack: update({ 3: turned('90', '90.0') }),
    rules: changed,
  },
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
