import assert from 'node:assert/strict'
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
import { rulesOf, sign, verify } from './signing.ts'

export interface Attack {
  readonly name: string
  /** The file that is signed; the sample when absent. */
  readonly before?: () => Uint8Array
  readonly attack: (signed: Uint8Array) => Uint8Array | Promise<Uint8Array>
  /** Problems that must be told. */
  readonly rules: readonly string[]
}

/** An update that an attacker appends after the signature. */
export function update(objects: Objects, trailer = '/ID [<00> <01>]'): Attack['attack'] {
  return (signed) => appendRevision(signed, objects, { trailer })
}

/** The same with objects made from the signed ones. */
export function updateOf(objects: (signed: Uint8Array) => Objects): Attack['attack'] {
  return (signed) => appendRevision(signed, objects(signed))
}

/** The newest text of an object in a file. */
export function objectText(pdf: Uint8Array, number: number): string {
  const all = [...latin1(pdf).matchAll(new RegExp(`\\n${number} 0 obj\\n([\\s\\S]*?)\\nendobj`, 'g'))]
  return all.at(-1)?.[1] ?? ''
}

export const evil = streamText('', '0 0 0 rg 0 0 595 842 re f')
export const overlay = streamText('/Type /XObject /Subtype /Form /BBox [0 0 500 500]', '1 1 1 rg 0 0 500 500 re f')
export const page = SAMPLE[3] as string
export const catalog = SAMPLE[1] as string
export const changed = ['sign-changed']

/** Every file is good when it is signed, and no longer after the attack. */
export function describeAttacks(title: string, tables: Readonly<Record<string, readonly Attack[]>>): void {
  describe(title, () => {
    for (const [where, attacks] of Object.entries(tables))
      describe(where, () => {
        for (const { name, before, attack, rules } of attacks)
          it(`sees that ${name}`, async () => {
            const signed = await sign(before?.() ?? makePdf())
            const sound = await verify(signed)
            assert.equal(sound.valid && sound.trusted, true, 'the file was good before the attack')
            const verdict = await verify(await attack(signed))
            assert.equal(verdict.valid, false)
            assert.deepEqual(rulesOf(verdict), rules)
          })
      })
  })
}

/** A revision with its objects in one object stream, of which the table lists some. */
export function packed(signed: Uint8Array, objects: Objects, listed: readonly number[]): Uint8Array {
  const numbers = Object.keys(objects).map(Number)
  const bodies = numbers.map((number) => `${objects[number]}\n`)
  const offsets = bodies.map((_, index) => bodies.slice(0, index).join('').length)
  const heads = numbers.map((number, index) => `${number} ${offsets[index]} `).join('')
  const before = latin1(signed)
  const objStm = `40 0 obj\n${streamText(`/Type /ObjStm /N ${numbers.length} /First ${heads.length}`, heads + bodies.join(''))}\nendobj\n`
  const start = before.length + objStm.length
  const rows = [
    ...listed.map((number) => [number, `\x02${bigEndian(40)}${String.fromCharCode(numbers.indexOf(number))}`] as const),
    [40, `\x01${bigEndian(before.length)}\0`] as const,
    [41, `\x01${bigEndian(start)}\0`] as const,
  ]
  const index = rows.map(([number]) => `${number} 1`).join(' ')
  const keys = `/Type /XRef /W [1 4 1] /Index [${index}] /Size 42 /Root 1 0 R /Prev ${lastStartXref(before)}`
  const table = `41 0 obj\n${streamText(keys, rows.map(([, row]) => row).join(''))}\nendobj\n`
  return fromLatin1(`${before}${objStm}${table}startxref\n${start}\n%%EOF\n`)
}
