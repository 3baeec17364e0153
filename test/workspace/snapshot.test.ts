import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parse } from '../../server/src/syntax/parse.ts'
import { sourceText } from '../../server/src/syntax/tree.ts'
import { editSnapshot, openSnapshot } from '../../server/src/workspace/snapshot.ts'

const BOM = '\uFEFF'
const piece = fc.constantFrom(
  '',
  BOM,
  '---\n',
  '\n',
  '\r\n',
  '# 标题',
  '一、',
  '（一）甲。',
  ':::横排\n',
  ':::\n',
  '|甲|',
  '正文',
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const change = fc.record({ at: fc.nat(40), length: fc.nat(6), text: piece })

describe('snapshot', () => {
  it('after any edits, looked at or not, is what opening the new text would give', () => {
    const changes = fc.array(fc.tuple(change, fc.boolean()), { maxLength: 8 })
    const law = fc.property(text, changes, (opened, edits) => {
      let snapshot = openSnapshot('file:///a.gw.md', 1, opened)
      let expected = opened
      for (const [{ at, length, text: inserted }, look] of edits) {
        const start = Math.min(at, expected.length)
        const end = Math.min(start + length, expected.length)
        expected = expected.slice(0, start) + inserted + expected.slice(end)
        snapshot = editSnapshot(snapshot, snapshot.version + 1, { span: { start, end }, text: inserted })
        if (look) assert.equal(sourceText(snapshot.tree), expected.slice(snapshot.lead))
      }
      assert.equal(snapshot.text, expected)
      assert.equal(snapshot.lead, expected.startsWith(BOM) ? 1 : 0)
      const fresh = parse(expected)
      assert.equal(sourceText(snapshot.tree), sourceText(fresh))
      assert.deepEqual(snapshot.tree.frontMatter?.blocks, fresh.frontMatter?.blocks)
    })
    fc.assert(law, { numRuns: 300 })
  })

  it('takes thousands of edits that nobody looks at', () => {
    let snapshot = openSnapshot('file:///a.gw.md', 1, '')
    for (let version = 2; version < 2_000; version++) {
      snapshot = editSnapshot(snapshot, version, { span: { start: 0, end: 0 }, text: '甲\n' })
    }
    assert.equal(sourceText(snapshot.tree).length, snapshot.text.length)
  })

  it('keeps the sections that an edit does not touch', () => {
    const paragraphs = Array.from({ length: 300 }, (_, index) => `第${index}段。\n\n`).join('')
    const before = openSnapshot('file:///a.gw.md', 1, paragraphs)
    const last = before.tree.sections.at(-1)
    const after = editSnapshot(before, 2, { span: { start: 0, end: 0 }, text: '改' })
    assert.equal(after.tree.sections.at(-1), last)
  })
})
