import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { type Linked, readLog, writeLog } from '../../server/src/record/log.ts'
import { isOneLog, nextPlace, unite } from '../../server/src/record/merge.ts'
import { entryOf, followedBy, logOf } from './support.ts'

const read = (text: string) => readLog(text, nodeCrypto)
const codesOf = async (text: string) => [...new Set((await read(text)).problems.map(({ code }) => code))]

describe('process log', () => {
  let entries: readonly Linked[]
  let text: string
  before(async () => {
    entries = await logOf('拟稿', '审核', '会签', '签发', '复核', '登记', '用印', '核发')
    text = writeLog(entries)
  })

  it('is read as it was written', async () => {
    const log = await read(text)
    assert.deepEqual(log, { entries, heads: [entries.at(-1)?.digest], problems: [] })
    assert.equal(writeLog(log.entries), text)
  })

  it('of nothing is an empty file', async () => {
    assert.equal(writeLog([]), '')
    assert.deepEqual(await read(''), { entries: [], heads: [], problems: [] })
  })

  it('tells of a change of any byte', async () => {
    const bytes = new TextEncoder().encode(text)
    assert.ok(bytes.length > 2000, String(bytes.length))
    for (const place of bytes.keys()) {
      const changed = bytes.slice()
      changed[place] = (changed[place] as number) ^ 1
      const { problems } = await read(new TextDecoder().decode(changed))
      assert.ok(problems.length > 0, `byte ${place}`)
    }
  })

  it('is the same with CRLF on every line, as git writes it on Windows, and not with some', async () => {
    const crlf = text.replaceAll('\n', '\r\n')
    assert.deepEqual(await readLog(crlf, nodeCrypto), await readLog(text, nodeCrypto))
    assert.notDeepEqual((await readLog(crlf.replace('\r', ''), nodeCrypto)).problems, [])
  })

  it('tells of an end at any place', async () => {
    for (let length = 1; length < text.length; length++) {
      assert.notDeepEqual((await read(text.slice(0, length))).problems, [], `${length}`)
    }
  })

  it('tells of a deleted, repeated or moved line', async () => {
    const lines = text.trimEnd().split('\n')
    const written = (changed: readonly string[]) => codesOf(`${changed.join('\n')}\n`)
    assert.deepEqual(await written(lines.toSpliced(2, 1)), ['log-parent', 'log-end'])
    assert.deepEqual(await written(lines.toSpliced(lines.length - 2, 1)), ['log-end'])
    assert.deepEqual(await written(lines.toSpliced(2, 0, lines[1] as string)), ['log-twice', 'log-end'])
    const moved = [...lines.slice(0, 2), lines[3] as string, lines[2] as string, ...lines.slice(4)]
    assert.deepEqual(await written(moved), ['log-parent', 'log-order'])
  })

  it('tells which line is older than what it follows', async () => {
    const late = await followedBy(entries, entryOf('归档', 0))
    const { problems } = await read(writeLog(late))
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['log-time', 9]],
    )
  })

  it('takes the time of the entry before where a clock is minutes slow, and nothing where it is slower', () => {
    const last = entries.at(-1)?.entry.time as string
    const minutesBefore = (minutes: number) => new Date(Date.parse(last) - minutes * 60_000).toISOString()
    assert.equal(nextPlace(entries, minutesBefore(4)).time, last)
    assert.equal(nextPlace(entries, minutesBefore(-1)).time, minutesBefore(-1))
    assert.throws(() => nextPlace(entries, minutesBefore(6)), { code: 'record-clock' })
  })

  it('never fails, whatever stands in the file', async () => {
    const line = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...text.split('\n')))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const { entries: found, problems } = await read(lines.join('\n'))
        assert.ok(found.length + problems.length > 0 || lines.join('\n') === '')
      }),
    )
  })
})

describe('copies of a log', () => {
  it('become one that holds what each of them has, in whatever order they are united', async () => {
    const common = await logOf('拟稿', '审核')
    const one = await followedBy(common, entryOf('会签', 5, { opinion: '无意见。' }))
    const two = await followedBy(await followedBy(common, entryOf('会签', 4)), entryOf('会签', 6))
    const logs = await Promise.all([one, two].map((each) => read(writeLog(each))))
    const united = unite(logs)
    assert.deepEqual(united, unite(logs.toReversed()))
    assert.equal(united.length, 5)
    const log = await read(writeLog(united))
    assert.deepEqual(log.problems, [])
    assert.equal(log.heads.length, 2)
    const joined = await followedBy(united, entryOf('合并', 9))
    assert.deepEqual(await read(writeLog(joined)), { entries: joined, heads: [joined.at(-1)?.digest], problems: [] })
  })

  it('put first what was done first, where two did something side by side', async () => {
    const begun = await logOf('拟稿')
    for (const [first, second] of [
      ['甲', '乙'],
      ['乙', '甲'],
    ] as const) {
      const early = await followedBy(begun, entryOf('批注', 1, { opinion: first }))
      const late = await followedBy(begun, entryOf('批注', 2, { opinion: second }))
      const united = unite([await read(writeLog(late)), await read(writeLog(early))])
      assert.deepEqual(
        united.map(({ entry }) => entry.opinion),
        [undefined, first, second],
      )
      assert.deepEqual(await codesOf(writeLog(united)), [])
    }
  })

  it('are told from those of another document', async () => {
    const log = async (...actions: readonly string[]) => read(writeLog(await logOf(...actions)))
    assert.equal(isOneLog([await log('拟稿', '审核'), await log('拟稿')]), true)
    assert.equal(isOneLog([await log('拟稿', '审核'), await log('签收')]), false)
    assert.equal(isOneLog([await log('拟稿'), await log()]), true)
  })
})
