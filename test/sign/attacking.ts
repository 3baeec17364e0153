import assert from 'node:assert/strict'
import { latin1 } from '../../server/src/pdf/lexer.ts'
import { appendRevision, makePdf, type Objects, SAMPLE, streamText } from '../pdf/samplePdf.ts'
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
