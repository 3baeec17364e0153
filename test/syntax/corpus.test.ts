import assert from 'node:assert/strict'
import { parse } from '../../server/src/syntax/parse.ts'
import { needCorpus, readCorpus } from '../support/corpus.ts'

/** The texts of published documents, laid out in the ways in which they are pasted. */
const LAYOUTS: readonly { readonly name: string; readonly lay: (lines: readonly string[]) => string }[] = [
  { name: 'one line a paragraph', lay: (lines) => lines.join('\n') },
  { name: 'blank lines between', lay: (lines) => lines.join('\n\n') },
  {
    name: 'two full-width spaces before every line',
    lay: (lines) => lines.map((line) => `\u3000\u3000${line}`).join('\r\n'),
  },
  { name: 'four spaces before every line', lay: (lines) => lines.map((line) => `    ${line}`).join('\n') },
  {
    name: 'a space behind every `1.`',
    lay: (lines) => lines.map((line) => line.replace(/^(\d+\.)(?=\D)/, '$1 ')).join('\n'),
  },
]

describe('published documents', () => {
  for (const { name, lay } of LAYOUTS)
    it(`keep every character, ${name}`, function () {
      needCorpus(this)
      for (const { file, text } of readCorpus()) {
        const lines = text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
        const source = lay(lines)
        const printed = parse(source).sections.flatMap((section) =>
          section.blocks.map((block) => {
            assert.equal(block.type, 'paragraph', file)
            return (block.children ?? []).map(({ at }) => section.text.slice(at.start, at.end)).join('')
          }),
        )
        assert.deepEqual(
          printed,
          lay(lines)
            .split(/[\r\n]+/)
            .map((line) => line.trim()),
          file,
        )
      }
    })

  it('are not scolded: only the table that was pasted with tabs is', function () {
    needCorpus(this)
    const found = readCorpus().flatMap(({ file, text }) =>
      parse(text).sections.flatMap(({ problems }) => problems.map(({ rule }) => `${file} ${rule}`)),
    )
    assert.deepEqual([...new Set(found)], ['031-请示.txt syntax-pasted-table'])
  })
})
