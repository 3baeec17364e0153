import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { type Chain, type ChainLink, readChain, writeChain } from '../../server/src/record/chain.ts'
import { unite } from '../../server/src/record/merge.ts'
import {
  type Claim,
  chooseNumber,
  giveAll,
  voidNumber,
  withDeeds,
} from '../../server/src/record/register/giveNumber.ts'
import { nextNumber, registerOf, seriesOf, unexplained } from '../../server/src/record/register/register.ts'
import { REGISTER_SPELLING, type RegisterEntry } from '../../server/src/record/register/registerEntry.ts'
import { Failure } from '../../server/src/text/failure.ts'

type Entries = readonly ChainLink<RegisterEntry>[]

const SERIES = '某政发〔2026〕'
const CLERK = { time: '2026-11-23T09:00:00+08:00', actor: { name: '赵某', organ: '某某市人民政府办公室' } }
const digestOf = (file: string) => ({ sha256: `${file.length % 10}`.repeat(64), sm3: '0'.repeat(64) })
const claimOf = (file: string, change: Partial<Claim> = {}): Claim => ({
  series: SERIES,
  file,
  title: `关于${file}的通知`,
  document: digestOf(file),
  ...change,
})

async function given(entries: Entries, ...claims: readonly Claim[]): Promise<Entries> {
  return (await giveAll(entries, claims, CLERK, nodeCrypto)).entries
}

async function voided(entries: Entries, number: number): Promise<Entries> {
  const deed = { action: '作废', series: SERIES, number, reason: '停止印发' } as const
  voidNumber(registerOf(entries), deed)
  return withDeeds(entries, [deed], CLERK, nodeCrypto)
}

const read = (text: string): Promise<Chain<RegisterEntry>> => readChain(text, REGISTER_SPELLING, nodeCrypto)
const numbersOf = (entries: Entries) => [...seriesOf(registerOf(entries), SERIES).given.keys()]

describe('register of numbers', () => {
  it('is read as it was written', async () => {
    const entries = await voided(await given([], claimOf('甲'), claimOf('乙', { number: 5, reason: '纸质' })), 1)
    assert.deepEqual(
      entries.map(({ entry }) => entry.action),
      ['登记', '跳号', '登记', '作废'],
    )
    const text = writeChain(entries, REGISTER_SPELLING)
    const { problems, entries: again } = await read(text)
    assert.deepEqual([problems, again], [[], entries])
  })

  it('tells of a change of any byte', async () => {
    const files = Array.from({ length: 6 }, (_, index) =>
      claimOf(`第${index}件`, { number: 1 + 2 * index, reason: '隔号' }),
    )
    const bytes = new TextEncoder().encode(writeChain(await given([], ...files), REGISTER_SPELLING))
    assert.ok(bytes.length > 2000, String(bytes.length))
    for (const place of bytes.keys()) {
      const changed = bytes.slice()
      changed[place] = (changed[place] as number) ^ 1
      assert.ok((await read(new TextDecoder().decode(changed))).problems.length > 0, `byte ${place}`)
    }
  })

  it('reads no entry that this program would not write', async () => {
    const [linked] = await given([], claimOf('甲'))
    const line = REGISTER_SPELLING.write((linked as ChainLink<RegisterEntry>).entry)
    const wrong = [
      line.replace('"number":1', '"number":0'),
      line.replace('"number":1', '"number":1.5'),
      line.replace('登记', '取号'),
      line.replace('"file":"甲"', '"file":""'),
      line.replace('{"schema":1', '{ "schema":1'),
      line.replace('登记', '作废'),
    ]
    for (const each of wrong) assert.equal(REGISTER_SPELLING.read(each), undefined, each)
    assert.ok(REGISTER_SPELLING.read(line))
  })

  it('gives no number twice, whatever is asked, voided and left out', async () => {
    const act = fc.oneof(
      fc.record({ file: fc.constantFrom(...'甲乙丙丁戊己'), number: fc.option(fc.integer({ min: 1, max: 9 })) }),
      fc.integer({ min: 1, max: 9 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
        let entries: Entries = []
        const ever = new Map<number, string>()
        for (const each of acts) {
          try {
            if (typeof each === 'number') entries = await voided(entries, each)
            else {
              const { file, number } = each
              const claim = claimOf(file, number === null ? {} : { number, reason: '因故' })
              const gift = chooseNumber(registerOf(entries), claim)
              if (gift.deeds.length > 0) {
                assert.equal(ever.has(gift.number), false, `${gift.number}`)
                ever.set(gift.number, file)
              } else assert.equal(ever.get(gift.number), file)
              entries = await withDeeds(entries, gift.deeds, CLERK, nodeCrypto)
            }
          } catch (error) {
            if (!(error instanceof Failure)) throw error
          }
        }
        const register = registerOf(entries)
        assert.deepEqual(register.refused, [])
        assert.deepEqual(new Set(numbersOf(entries)), new Set(ever.keys()))
        assert.deepEqual(unexplained(seriesOf(register, SERIES)), [])
        assert.ok(nextNumber(register, SERIES) > Math.max(0, ...ever.keys()))
      }),
    )
  })

  it('names what two copies gave twice, and is the same however they are united', async () => {
    const common = await given([], claimOf('甲'))
    const one = await given(common, claimOf('乙'), claimOf('丙'))
    const two = await given(common, claimOf('丁丁'))
    const chains = await Promise.all([one, two].map((each) => read(writeChain(each, REGISTER_SPELLING))))
    const united = unite(chains)
    assert.deepEqual(united, unite(chains.toReversed()))
    const register = registerOf(united)
    assert.deepEqual(numbersOf(united), [1, 2, 3])
    assert.equal(register.refused.length, 1)
    assert.equal(nextNumber(register, SERIES), 4)
  })

  it('gives every document of a folder the number that it has, and tells of those that it cannot', async () => {
    const claims = [
      claimOf('甲', { number: 2, reason: '启用以前' }),
      claimOf('乙', { number: 2 }),
      claimOf('丙', { number: 4 }),
    ]
    const { entries, refused } = await giveAll([], claims, CLERK, nodeCrypto)
    assert.deepEqual(numbersOf(entries), [2])
    assert.equal(refused.length, 2)
    assert.deepEqual((await giveAll(entries, claims, CLERK, nodeCrypto)).entries, entries)
  })
})
