import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nearest } from '../../server/src/text/nearest.ts'

const WORDS = ['verify', 'register', 'render', 'sign']

describe('the nearest word', () => {
  it('is the one that a single slip made into another', () => {
    const slip = fc.record({ word: fc.constantFrom(...WORDS), at: fc.nat(3), kind: fc.nat(3) })
    fc.assert(
      fc.property(slip, ({ word, at, kind }) => {
        const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)]
        const made = [`${before}x${here}${after}`, before + after, `${before}x${after}`, swapped(word, at)][
          kind
        ] as string
        assert.equal(nearest(made, WORDS), word)
      }),
    )
  })

  it('is none for another word, and for the word itself', () => {
    for (const word of ['打印', 'publish', 'si', '', 'sign']) assert.equal(nearest(word, WORDS), undefined, word)
  })
})

/** Two neighbours in the wrong order; none of the words has the same letter twice there. */
function swapped(word: string, at: number): string {
  const from = Math.min(at, word.length - 2)
  return word.slice(0, from) + word[from + 1] + word[from] + word.slice(from + 2)
}
