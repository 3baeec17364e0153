import assert from 'node:assert/strict'
import { makePdf } from '../../pdf/samplePdf.ts'
import { ENGLISH, withInner } from '../../support/english.ts'
import { rulesOf, sign, verify } from '../signing.ts'
import { ALL_ATTACKS } from './all.ts'

/** Every file is good when it is signed, and no longer after the attack; which can be said in English too. */
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
          const problems = [...verdict.problems, ...verdict.signatures.flatMap((each) => each.problems)]
          const later = verdict.signatures.flatMap((each) => each.later)
          for (const told of [...problems.map(({ message }) => message), ...later.map(({ text }) => text)])
            for (const { template } of withInner(told)) assert.ok(ENGLISH[template], template)
        })
    })
})
