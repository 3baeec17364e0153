import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parseProfile } from '../../server/src/profile/parse.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { optionsOf } from '../../server/src/rules/options.ts'
import { findRule, RULES } from '../../server/src/rules/registry.ts'

const examples = readFileSync('docs/profile.md', 'utf8')
  .split('```yaml\n')
  .slice(1)
  .map((rest) => rest.slice(0, rest.indexOf('```')))

describe('the examples of docs/profile.md', () => {
  it('are there', () => assert.equal(examples.length, 2))

  for (const [index, example] of examples.entries()) {
    it(`number ${index + 1} can be used as it is`, () => {
      const profile = { ...EMPTY_PROFILE, ...parseProfile(example, 'file:///红头.yaml') }
      assert.deepEqual(profile.problems, [])
      const groups = new Set<string>(RULES.map(({ group }) => group))
      for (const name of Object.keys(profile.rules)) assert.ok(findRule(name) || groups.has(name), name)
      for (const rule of RULES) assert.deepEqual(optionsOf(rule, profile).problems, [])
    })
  }
})
