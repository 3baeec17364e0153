import assert from 'node:assert/strict'
import fc from 'fast-check'
import { children, der, readWhole, sameBytes } from '../../../server/src/sign/der.ts'
import { readSeal } from '../../../server/src/sign/seal/readSeal.ts'
import { createSealSignature, readSealSignature } from '../../../server/src/sign/seal/sealSignature.ts'
import { judgeSeal } from '../../../server/src/sign/seal/verifySeal.ts'
import { judgeSealSignature } from '../../../server/src/sign/seal/verifySealSignature.ts'
import { Failure } from '../../../server/src/text/failure.ts'
import { clock, ports } from '../signing.ts'
import { makeSeal, party } from './parties.ts'

const content = new TextEncoder().encode('<ofd:Signature/>')
let seal: Uint8Array
let signature: Uint8Array

before(async () => {
  seal = await makeSeal()
  const { key } = await party('某某市人民政府')
  signature = await createSealSignature(seal, content, 'Signature.xml', key, ports)
})

/** Undefined for what cannot be read, which must be said with a sentence. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    assert.ok(error instanceof Failure && error.code === 'seal-damaged', String(error))
    return undefined
  }
}

/** Other octets at some places, a piece cut out, or bytes put in. */
const octets = fc.record({
  places: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
  cut: fc.tuple(fc.nat(), fc.nat(20)),
  added: fc.uint8Array({ maxLength: 6 }),
})

function damage(bytes: Uint8Array, { places, cut, added }: typeof octets extends fc.Arbitrary<infer T> ? T : never) {
  const changed = Uint8Array.from(bytes)
  for (const [place, value] of places) changed[place % changed.length] = value
  const at = cut[0] % changed.length
  return new Uint8Array([...changed.subarray(0, at), ...added, ...changed.subarray(at + cut[1])])
}

/** What happens to a value of the tree: it goes, stands twice, changes places or its tag, or is emptied. */
const change = fc.record({
  path: fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }),
  what: fc.constantFrom('drop', 'twice', 'turn', 'tag', 'empty'),
  tag: fc.nat(255),
})
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function reshape(bytes: Uint8Array, given: Change, depth = 0): Uint8Array {
  const value = readWhole(bytes)
  const list = [...children(value)]
  const at = (given.path[depth] as number) % list.length
  const child = list[at] as (typeof list)[number]
  const inside = depth + 1 < given.path.length && child.tag === 0x30 && child.content.length > 0
  const parts = list.map(({ whole }) => whole)
  if (inside) parts[at] = reshape(child.whole, given, depth + 1)
  else if (given.what === 'drop') parts.splice(at, 1)
  else if (given.what === 'twice') parts.splice(at, 0, child.whole)
  else if (given.what === 'turn') parts.reverse()
  else if (given.what === 'tag') parts[at] = der((given.tag & 0xe0) | ((given.tag & 0x1f) % 31), child.content)
  else parts[at] = der(child.tag)
  return der(value.tag, ...parts)
}

/** A seal's maker is named outside of what he signed: of his certificate only the key counts for `valid`, all of it for trust. */
async function judgeSealAlone(bytes: Uint8Array): Promise<boolean> {
  const read = attempt(() => readSeal(bytes))
  if (!read) return false
  const { valid, trust } = await judgeSeal(read, clock.now(), [(await party('某某市印章中心')).read], ports)
  return valid && trust === 'trusted'
}

async function judgeSignature(bytes: Uint8Array): Promise<boolean> {
  const read = attempt(() => readSealSignature(bytes))
  return read !== undefined && (await judgeSealSignature(read, content, [], ports)).valid
}

describe('seals and signatures by seal, damaged at random', () => {
  it('are read or refused with a sentence', () => {
    fc.assert(
      fc.property(fc.boolean(), octets, (whole, how) => {
        const damaged = damage(whole ? signature : seal, how)
        attempt(() => readSeal(damaged))
        attempt(() => readSealSignature(damaged))
      }),
      { numRuns: 12_000 },
    )
  })

  it('are read or refused with a sentence, whatever the shape of their tree', () => {
    fc.assert(
      fc.property(fc.boolean(), change, (whole, how) => {
        const changed = reshape(whole ? signature : seal, how)
        attempt(() => readSeal(changed))
        attempt(() => readSealSignature(changed))
      }),
      { numRuns: 8_000 },
    )
  })

  it('are read or refused where there was nothing but chance', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        attempt(() => readSeal(bytes))
        attempt(() => readSealSignature(bytes))
        attempt(() => readSeal(der(0x30, bytes)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('are never believed', async () => {
    assert.deepEqual([await judgeSealAlone(seal), await judgeSignature(signature)], [true, true])
    const damages = fc.oneof(
      octets.map((how) => (bytes: Uint8Array) => damage(bytes, how)),
      change.map((how) => (bytes: Uint8Array) => reshape(bytes, how)),
      fc.tuple(fc.nat(), fc.nat(7)).map(([place, bit]) => (bytes: Uint8Array) => {
        const flipped = Uint8Array.from(bytes)
        flipped[place % flipped.length] = (flipped[place % flipped.length] as number) ^ (1 << bit)
        return flipped
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.boolean(), damages, async (whole, harm) => {
        const given = whole ? signature : seal
        const changed = harm(given)
        if (!sameBytes(changed, given)) assert.equal(await (whole ? judgeSignature : judgeSealAlone)(changed), false)
      }),
      { numRuns: 600 },
    )
  })
})
