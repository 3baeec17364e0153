import assert from 'node:assert/strict'
import { makePdf } from '../../pdf/samplePdf.ts'
import { rulesOf, sign, verify } from '../signing.ts'
import { ALL_ATTACKS } from './all.ts'

/** Every file is good when it is signed, and no longer after the attack. */
describe('attacks on a signed PDF', () => {
  for (const [kind, attacks] of Object.entries(ALL_ATTACKS))
    describe(kind, () => {
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
