import assert from 'node:assert/strict'
import fc from 'fast-check'
import { buildDocument } from '../../server/src/model/build.ts'
import { summarise } from '../../server/src/model/summarise.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { parse } from '../../server/src/syntax/parse.ts'
import { reparse } from '../../server/src/syntax/reparse.ts'
import { documentOf } from '../support/pipeline.ts'
import { absolutePlaces, lostLines, placesOf } from './support/coverage.ts'
import { anyDocument } from './support/documents.ts'
import { meaningOf } from './support/meaning.ts'

describe('model laws', () => {
  it('builds any text, and every place lies in its section', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const built = documentOf(text)
        for (const { section, span } of placesOf(built)) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= section.text.length)
        }
        for (const { span } of built.problems) assert.ok(0 <= span.start && span.start <= span.end)
        summarise(built)
      }),
      { numRuns: 400 },
    )
  })

  it('loses no line', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        assert.deepEqual(lostLines(documentOf(text)), [])
      }),
      { numRuns: 400 },
    )
  })

  it('gives the same document from a tree that was mended as from the whole text', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      size: fc.nat(30),
      text: fc.constantFrom('甲', '\n', '“', '# ', '::附件\n', ''),
    })
    fc.assert(
      fc.property(anyDocument, edit, (text, { at, size, text: typed }) => {
        const tree = parse(text)
        const source = text.startsWith('\ufeff') ? text.slice(1) : text
        const start = Math.floor(at * source.length)
        const end = Math.min(source.length, start + size)
        buildDocument({ uri: 'file:///示例.gw.md', version: 1, tree, profile: EMPTY_PROFILE })
        const next = reparse(tree, { span: { start, end }, text: typed })
        const built = buildDocument({
          uri: 'file:///示例.gw.md',
          version: 1,
          tree: next,
          profile: EMPTY_PROFILE,
        })
        const whole = source.slice(0, start) + typed + source.slice(end)
        if (whole.startsWith('\ufeff')) return
        const fresh = documentOf(whole)
        assert.deepEqual(meaningOf(built), meaningOf(fresh))
        assert.deepEqual(built.problems, fresh.problems)
        assert.deepEqual(absolutePlaces(built), absolutePlaces(fresh))
      }),
      { numRuns: 300 },
    )
  })

  it('reads lines of any length, and any number of them', () => {
    const long = 200_000
    const texts = [
      `${'甲、'.repeat(long)}：`,
      `甲${' '.repeat(long)}乙`,
      `目录\n${'.'.repeat(long)}甲\n乙`,
      `# ${'（'.repeat(long)}`,
      `${'“甲\n'.repeat(long / 10)}”`,
      `| 甲 |\n|---|\n| 乙${' '.repeat(long)}丙 |`,
      '2026年9月4日\n（甲）\n'.repeat(long / 20),
      '附件1\n'.repeat(long / 20),
    ]
    for (const text of texts) assert.deepEqual(lostLines(documentOf(text)).slice(0, 1), [], text.slice(0, 20))
  })
})
