/** A rule is judged by what it leaves alone: texts that come near what it looks for. */
import assert from 'node:assert/strict'
import { RULES } from '../../server/src/rules/registry.ts'
import type { Rule } from '../../server/src/rules/rule.ts'

/** These speak of profiles, comments and failures, not of a text. */
const ABOUT_THE_TOOL = '校对工具'
const LEAST = 2

function bigrams(text: string): ReadonlySet<string> {
  const characters = [...text.replace(/\s/g, '')]
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}

/** It holds one of the characters that wake the rule, or reads in part like what the rule reports or mends it to. */
function isNear(quiet: string, rule: Rule): boolean {
  if (rule.triggers && [...rule.triggers].some((character) => quiet.includes(character))) return true
  const here = bigrams(quiet)
  return rule.examples
    .flatMap((example) => ('bad' in example ? [example.bad, example.good ?? ''] : []))
    .some((text) => [...bigrams(text)].filter((pair) => here.has(pair)).length >= LEAST)
}

const quietOf = ({ examples }: Rule): readonly string[] =>
  examples.flatMap((example) => ('quiet' in example ? [example.quiet] : []))

/** With the profile and the other documents that an example may bring along. */
const wholeOf = ({ examples }: Rule): readonly string[] => examples.map((example) => JSON.stringify(example))

describe('near misses', () => {
  it('every rule has two on which it stays silent', () => {
    const few = RULES.filter(({ group }) => group !== ABOUT_THE_TOOL)
      .map((rule) => ({ rule, near: quietOf(rule).filter((quiet) => isNear(quiet, rule)) }))
      .filter(({ near }) => near.length < LEAST)
      .map(({ rule, near }) => `${rule.id}: ${near.length}`)
    assert.deepEqual(few, [])
  })

  it('no rule counts one example twice', () => {
    const repeated = RULES.filter((rule) => new Set(wholeOf(rule)).size < wholeOf(rule).length).map(({ id }) => id)
    assert.deepEqual(repeated, [])
  })
})
